package org.chronus.midi.command;

import java.util.Arrays;

/** A table of pitches for some of the 128 MIDI keys. Immutable; any thread. */
public final class KeyPitches {
    private static final int KEYS = 128;
    private static final float LOWEST = -1, HIGHEST = 129;

    private final float[] pitches;

    /**
     * Copies the pitches.
     *
     * @param pitches one for each key: a MIDI note number with fraction, -1..129, 69 for 440 Hz; not a number to leave it as it is
     * @throws IllegalArgumentException if one is out of range, or there are not 128
     */
    public KeyPitches(float[] pitches) {
        if (pitches.length != KEYS) {
            throw new IllegalArgumentException("there must be 128 pitches, not " + pitches.length);
        }
        for (float pitch : pitches) {
            if (pitch < LOWEST || pitch > HIGHEST) {
                throw new IllegalArgumentException("a pitch must be within -1..129, not " + pitch);
            }
        }
        this.pitches = pitches.clone();
    }

    /** True if the table has a pitch for a key 0..127; false if that key keeps its own. */
    public boolean names(int key) {
        return pitches[key] >= LOWEST;
    }

    /** The pitch of a key 0..127; NaN if the key keeps its own. */
    public float of(int key) {
        return pitches[key];
    }

    /** The same pitches for the same keys. */
    @Override public boolean equals(Object other) {
        return other instanceof KeyPitches same && Arrays.equals(pitches, same.pitches);
    }

    @Override public int hashCode() {
        return Arrays.hashCode(pitches);
    }

    /** The keys that have a pitch, with their pitches. */
    @Override public String toString() {
        StringBuilder text = new StringBuilder();
        for (int key = 0; key < KEYS; key++) {
            if (names(key)) {
                text.append(text.isEmpty() ? "" : " ").append(key).append(':').append(pitches[key]);
            }
        }
        return text.toString();
    }
}
