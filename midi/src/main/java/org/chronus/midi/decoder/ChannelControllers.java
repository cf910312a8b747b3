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
 * Decodes the controllers of one channel of one source. Controllers 0 to 31 are the coarse halves, 32 to 63 the fine halves, of 14-bit
 * controllers. Bank select, RPN and NRPN make other commands.
 *
 * <p>Mutable; for one thread at a time, that of its decoder.
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

    /** The bank that was selected last, 0..16383. */
    int bank() {
        return bankCoarse * 128 + bankFine;
    }

    /** The command of a control change, number and value 0..127. Empty if a later message completes it, or it has no meaning. */
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

    /** A fine half is ignored until a coarse one has come. */
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
     * The value, 0..1, of a 14-bit controller. A coarse half alone reaches 0 and 1, as without a fine one; so at 127 the fine half adds nothing.
     */
    static float share(int coarse, int fine) {
        return Math.min(1, (coarse + fine / 128f) / 127);
    }

    /** Controllers that are reset need a coarse half again before a fine one counts. */
    private Command reset() {
        parameters.deselect();
        coarse[MODULATION] = NEVER;
        coarse[EXPRESSION] = NEVER;
        return new ResetControllers(source, channel);
    }
}
