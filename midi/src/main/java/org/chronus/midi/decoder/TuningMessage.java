package org.chronus.midi.decoder;

import java.util.Arrays;
import java.util.Optional;

import org.chronus.midi.command.KeyPitches;
import org.chronus.midi.command.Setting.KeyTuning;

/**
 * Decodes a message of the MIDI Tuning Standard: single notes, a bulk dump, or the scale of an octave in one or two bytes for each note.
 * Tuning programs and banks are ignored: there is one tuning. Real-time messages retune notes that sound, the others begin with the next
 * note. A view of data that it does not own; one thread at a time.
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

    /** The data bytes between F0 and F7. A {@code length} above {@link #LONGEST} means a damaged message. */
    TuningMessage(int[] data, int length) {
        this.data = data;
        this.length = length;
    }

    /** True if it is a supported tuning message, valid or damaged. Requests are not supported. */
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

    /** The tuning that it sets; empty if the message is damaged. */
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
        // The checksum is the XOR of all bytes before it, so the XOR with it is 0.
        return sum == 0;
    }

    /** {@code at}: the index of the number of changes. */
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

    /** A MIDI note number with a fraction of 14 bits; NaN for "no change". */
    private float pitch(int at) {
        int fraction = data[at + 1] << 7 | data[at + 2];
        return (data[at] << 14 | fraction) == UNCHANGED ? Float.NaN : (float) (data[at] + fraction / STEPS);
    }

    /** One byte: -64 to 63 cents. Two bytes: -100 to 100 cents in 14 bits. */
    private boolean octave(int width, float[] pitches) {
        for (int key = 0; key < KEYS; key++) {
            int at = 7 + width * (key % 12);
            double cents = width == 1 ? data[at] - MIDDLE : ((data[at] << 7 | data[at + 1]) - FINE_MIDDLE) / FINE_MIDDLE * 100;
            pitches[key] = (float) (key + cents / 100);
        }
        return true;
    }

    /** The channels as bits, from three bytes: 15 and 16, 8 to 14, 1 to 7. Messages for single notes are for all channels. */
    private int channels() {
        return data[3] < OCTAVE ? ALL_CHANNELS : (data[4] & 3) << 14 | data[5] << 7 | data[6];
    }
}
