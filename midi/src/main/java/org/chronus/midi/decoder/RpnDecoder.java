package org.chronus.midi.decoder;

import java.util.Optional;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture.Controller;
import org.chronus.midi.command.MpeZones;
import org.chronus.midi.command.Setting.BendRange;
import org.chronus.midi.command.Setting.ModulationDepth;
import org.chronus.midi.command.Setting.MpeZone;
import org.chronus.midi.command.Setting.Tuning;

/**
 * Decodes the RPN and NRPN of one channel: registered parameters (bend range, fine and coarse tuning, modulation depth, MPE zones), and the
 * non-registered numbers 0 to 119, which are the controllers of those numbers in 14 bits.
 *
 * <p>Mutable; for one thread at a time, that of its decoder.
 */
final class RpnDecoder {
    private static final int DATA_COARSE = 6, DATA_FINE = 38, INCREMENT = 96, DECREMENT = 97;
    private static final int NON_REGISTERED_FINE = 98, NON_REGISTERED_COARSE = 99, REGISTERED_FINE = 100, REGISTERED_COARSE = 101;
    private static final int BEND_RANGE = 0, FINE_TUNING = 1, COARSE_TUNING = 2, MODULATION_DEPTH = 5, ZONE = 6;
    private static final int CONTROLLERS = 120, HALF = 127, NULL = HALF * 128 + HALF, CENTRE = 8192;
    private static final int CENTS = 100, WIDEST_BEND = 96;

    private final int source;
    private final int channel;
    /** The values of RPN 0 to 5, 14 bits each. At first: two semitones, in tune, in tune, unused, unused, 50 cents. */
    private final int[] registered = {2 * 128, CENTRE, CENTRE, 0, 0, 64};
    private final int[] controllers = new int[CONTROLLERS];
    private boolean isRegistered;
    private int selected = NULL;

    RpnDecoder(int source, int channel) {
        this.source = source;
        this.channel = channel;
    }

    /** Selects no parameter: data entry has no effect until a number is selected again. */
    void deselect() {
        selected = NULL;
    }

    /** The command of one of the controllers 6, 38 and 96 to 101, with a value 0..127. Empty if it sets no parameter. */
    Optional<Command> accept(int number, int value) {
        switch (number) {
            case REGISTERED_FINE, REGISTERED_COARSE -> select(true, number == REGISTERED_COARSE, value);
            case NON_REGISTERED_FINE, NON_REGISTERED_COARSE -> select(false, number == NON_REGISTERED_COARSE, value);
            default -> {
                int[] values = isRegistered ? registered : controllers;
                if (isZone()) {
                    return number == DATA_COARSE && value <= MpeZones.MOST_MEMBERS ? Optional.of(new MpeZone(source, channel, value))
                            : Optional.empty();
                }
                if (isKnown()) {
                    values[selected] = switch (number) {
                        case DATA_COARSE -> value * 128;
                        case DATA_FINE -> values[selected] / 128 * 128 + value;
                        case INCREMENT -> step(values[selected], 1);
                        case DECREMENT -> step(values[selected], -1);
                        default -> throw new IllegalArgumentException("controller " + number + " enters no parameter");
                    };
                    return Optional.of(command(values[selected]));
                }
            }
        }
        return Optional.empty();
    }

    /** A half of a registered number does not complete a non-registered one, nor the other way round. */
    private void select(boolean registeredOne, boolean coarse, int value) {
        int before = isRegistered == registeredOne ? selected : NULL;
        isRegistered = registeredOne;
        selected = coarse ? value * 128 + before % 128 : before / 128 * 128 + value;
    }

    /** An MPE configuration message: valid on manager channels only, and set by the coarse half alone. */
    private boolean isZone() {
        return isRegistered && selected == ZONE && (channel == MpeZones.LOWER || channel == MpeZones.UPPER);
    }

    private boolean isKnown() {
        return isRegistered ? selected < ZONE && selected != 3 && selected != 4 : selected < CONTROLLERS && isPlain(selected);
    }

    /** Bank select, data entry and the RPN and NRPN selectors cannot be set by NRPN. */
    private static boolean isPlain(int controller) {
        boolean isBank = controller == 0 || controller == 32;
        return !isBank && controller != DATA_COARSE && controller != DATA_FINE && (controller < INCREMENT || controller > REGISTERED_COARSE);
    }

    /** A step of data increment: one cent of bend range, one semitone of coarse tuning, one position of a controller, else the least step. */
    private int step(int value, int by) {
        if (isRegistered && selected == BEND_RANGE) {
            int cents = Math.clamp(value / 128 * CENTS + value % 128 + by, 0, WIDEST_BEND * CENTS);
            return cents / CENTS * 128 + cents % CENTS;
        }
        boolean isCoarse = !isRegistered || selected == COARSE_TUNING;
        return Math.clamp(value + (isCoarse ? 128 * by : by), 0, NULL);
    }

    private Command command(int value) {
        int coarse = value / 128, fine = value % 128;
        if (!isRegistered) {
            return new Controller(source, channel, selected, ChannelControllers.share(coarse, fine));
        }
        return switch (selected) {
            case BEND_RANGE -> new BendRange(source, channel, Math.min(WIDEST_BEND, coarse + fine / (float) CENTS));
            case MODULATION_DEPTH -> new ModulationDepth(source, channel, coarse + fine / 128f);
            default -> new Tuning(source, channel, registered[COARSE_TUNING] / 128 - 64 + (registered[FINE_TUNING] - CENTRE) / (float) CENTRE);
        };
    }
}
