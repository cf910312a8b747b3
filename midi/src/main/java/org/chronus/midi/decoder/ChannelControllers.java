package org.chronus.midi.decoder;

import java.util.Arrays;
import java.util.Optional;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture.Controller;
import org.chronus.midi.command.Release.AllNotesOff;
import org.chronus.midi.command.Release.AllSoundOff;
import org.chronus.midi.command.Release.ResetControllers;
import org.chronus.midi.command.Setting.VoiceMode;

/**
 * The controllers of one channel of one source. Those from 0 to 31 have a coarse half and, 32 further on, a fine one: together they make
 * one controller. Bank select and the parameter numbers speak of other things than themselves.
 *
 * <p>Belongs to one thread at a time, that of its decoder.
 */
final class ChannelControllers {
    private static final int BANK = 0, MODULATION = 1, DATA = 6, EXPRESSION = 11, FINE = 32, INCREMENT = 96, LAST_SELECTOR = 101, NEVER = -1;

    private final int source;
    private final int channel;
    private final int[] coarse = new int[FINE];
    private final RpnDecoder parameters;
    private int bankCoarse;
    private int bankFine;

    ChannelControllers(int source, int channel) {
        this.source = source;
        this.channel = channel;
        parameters = new RpnDecoder(source, channel);
        Arrays.fill(coarse, NEVER);
    }

    /** 0..16383, as last selected. */
    int bank() {
        return bankCoarse * 128 + bankFine;
    }

    /** A controller, 0..127, was sent with a value, 0..127. Empty if it only prepares for another message. */
    Optional<Command> accept(int number, int value) {
        if (number == DATA || number == DATA + FINE || number >= INCREMENT && number <= LAST_SELECTOR) {
            return parameters.accept(number, value);
        }
        return switch (number) {
            case BANK -> {
                bankCoarse = value;
                yield Optional.empty();
            }
            case BANK + FINE -> {
                bankFine = value;
                yield Optional.empty();
            }
            case 120 -> Optional.of(new AllSoundOff(source, channel));
            case 121 -> Optional.of(reset());
            case 122 -> Optional.empty();
            case 123, 124, 125 -> Optional.of(new AllNotesOff(source, channel));
            case 126, 127 -> Optional.of(new VoiceMode(source, channel, number == 126));
            default -> move(number, value);
        };
    }

    /** A fine half that comes before any coarse one has nothing to refine. */
    private Optional<Command> move(int number, int value) {
        if (number >= 2 * FINE) {
            return Optional.of(new Controller(source, channel, number, value / 127f));
        }
        int whole = number % FINE;
        if (number < FINE) {
            coarse[whole] = value;
        } else if (coarse[whole] == NEVER) {
            return Optional.empty();
        }
        return Optional.of(new Controller(source, channel, whole, share(coarse[whole], number < FINE ? 0 : value)));
    }

    /**
     * 0..1. A coarse half alone reaches both ends and means what it means without a fine one; so at the very top the fine one adds nothing.
     */
    static float share(int coarse, int fine) {
        return Math.min(1, (coarse + fine / 128f) / 127);
    }

    /** What returns to rest has no half that a later one could refine. */
    private Command reset() {
        parameters.deselect();
        coarse[MODULATION] = NEVER;
        coarse[EXPRESSION] = NEVER;
        return new ResetControllers(source, channel);
    }
}
