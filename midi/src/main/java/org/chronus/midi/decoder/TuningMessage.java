package org.chronus.midi.decoder;

import java.util.Arrays;
import java.util.Optional;

import org.chronus.midi.command.KeyPitches;
import org.chronus.midi.command.Setting.KeyTuning;

/**
 * The messages of the MIDI Tuning Standard: single notes, a bulk dump of all, and the scale of an octave in one or two bytes for each note.
 * Numbers of tuning programs and banks mean nothing: there is one tuning. Those of real time are heard at once, the others from the next
 * note on. Immutable; any thread.
 */
final class TuningMessage {
    /** The longest: changes of 127 notes, with a bank. */
    static final int LONGEST = 7 + 4 * 127;
    private static final int REAL_TIME = 0x7F, NON_REAL_TIME = 0x7E, TUNING = 8;
    private static final int DUMP = 1, NOTES = 2, NOTES_OF_BANK = 7, OCTAVE = 8, FINE_OCTAVE = 9;
    private static final int KEYS = 128, NAME = 16, DUMP_LENGTH = 5 + NAME + 3 * KEYS + 1, ALL_CHANNELS = 0xFFFF, UNCHANGED = 0x1FFFFF;
    private static final double STEPS = 16_384, MIDDLE = 64, FINE_MIDDLE = 8_192;

    private final int[] data;
    private final int length;

    /** Data bytes without the statuses around them; longer than {@link #LONGEST} it is known to be damaged. */
    TuningMessage(int[] data, int length) {
        this.data = data;
        this.length = length;
    }

    /** True if it is one, right or wrong. Requests and forms that we do not know are none. */
    boolean isOne() {
        if (length < 4 || data[2] != TUNING || data[0] != REAL_TIME && data[0] != NON_REAL_TIME) {
            return false;
        }
        return switch (data[3]) {
            case DUMP -> data[0] == NON_REAL_TIME;
            case NOTES -> data[0] == REAL_TIME;
            case NOTES_OF_BANK, OCTAVE, FINE_OCTAVE -> true;
            default -> false;
        };
    }

    /** What it asks for; empty if it is damaged. */
    Optional<KeyTuning> command(int source) {
        if (length > LONGEST) {
            return Optional.empty();
        }
        float[] pitches = new float[KEYS];
        Arrays.fill(pitches, Float.NaN);
        boolean whole = switch (data[3]) {
            case DUMP -> dump(pitches);
            case NOTES -> notes(5, pitches);
            case NOTES_OF_BANK -> notes(6, pitches);
            case OCTAVE -> length == 7 + 12 && octave(1, pitches);
            default -> length == 7 + 24 && octave(2, pitches);
        };
        return whole ? Optional.of(new KeyTuning(source, channels(), new KeyPitches(pitches), data[0] == REAL_TIME)) : Optional.empty();
    }

    private boolean dump(float[] pitches) {
        if (length != DUMP_LENGTH) {
            return false;
        }
        for (int key = 0; key < KEYS; key++) {
            pitches[key] = pitch(5 + NAME + 3 * key);
        }
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum ^= data[i];
        }
        // The checksum is that of all before it; with it the sum is 0.
        return sum == 0;
    }

    /** {@code at}: where it stands how many there are. */
    private boolean notes(int at, float[] pitches) {
        if (length <= at || length != at + 1 + 4 * data[at]) {
            return false;
        }
        for (int i = at + 1; i < length; i += 4) {
            float pitch = pitch(i + 1);
            pitches[data[i]] = Float.isNaN(pitch) ? pitches[data[i]] : pitch;
        }
        return true;
    }

    /** Semitones, and 14 bits of the way to the next one; not a number if nothing is to change. */
    private float pitch(int at) {
        int fraction = data[at + 1] << 7 | data[at + 2];
        return (data[at] << 14 | fraction) == UNCHANGED ? Float.NaN : (float) (data[at] + fraction / STEPS);
    }

    /** From -64 to 63 cents, or from -100 to 100 in steps of 14 bits. */
    private boolean octave(int width, float[] pitches) {
        for (int key = 0; key < KEYS; key++) {
            int at = 7 + width * (key % 12);
            double cents = width == 1 ? data[at] - MIDDLE : ((data[at] << 7 | data[at + 1]) - FINE_MIDDLE) / FINE_MIDDLE * 100;
            pitches[key] = (float) (key + cents / 100);
        }
        return true;
    }

    /** Channels 15 and 16, 8 to 14, 1 to 7, in three bytes; notes are for all. */
    private int channels() {
        return data[3] < OCTAVE ? ALL_CHANNELS : (data[4] & 3) << 14 | data[5] << 7 | data[6];
    }
}
