package org.chronus.hosting.jsyn;

import java.util.Arrays;

/** Which voice plays which key. Mutable; [audio]. */
final class VoiceKeys {
    private static final int FREE = -1;

    private final int[] channels;
    private final int[] keys;
    private final float[] pitches;
    private final boolean[] down;
    /** The number of the press or release that came last. */
    private final int[] changes;
    private int change;
    private int presses;

    VoiceKeys(int voices) {
        channels = new int[voices];
        keys = new int[voices];
        pitches = new float[voices];
        down = new boolean[voices];
        changes = new int[voices];
        clear();
    }

    /** No key is down, and every voice is free. */
    void clear() {
        Arrays.fill(channels, FREE);
        Arrays.fill(down, false);
        Arrays.fill(changes, 0);
        change = 0;
        presses = 0;
    }

    /** The voice for a key: a free one, else the one that was let go first, else the oldest. */
    int press(int channel, int key, float pitch) {
        int best = 0;
        for (int voice = 1; voice < keys.length; voice++) {
            if (rank(voice) < rank(best) || rank(voice) == rank(best) && changes[voice] < changes[best]) {
                best = voice;
            }
        }
        channels[best] = channel;
        keys[best] = key;
        pitches[best] = pitch;
        down[best] = true;
        changes[best] = ++change;
        presses++;
        return best;
    }

    private int rank(int voice) {
        return channels[voice] == FREE ? 0 : down[voice] ? 2 : 1;
    }

    /** The voice whose key comes up; -1 if none has it. */
    int release(int channel, int key) {
        for (int voice = 0; voice < keys.length; voice++) {
            if (down[voice] && channels[voice] == channel && keys[voice] == key) {
                down[voice] = false;
                changes[voice] = ++change;
                return voice;
            }
        }
        return -1;
    }

    /** The voice has fallen silent. */
    void free(int voice) {
        channels[voice] = FREE;
    }

    boolean isDown(int voice) {
        return down[voice];
    }

    /** Of what it plays, or played last; -1 if it is free. */
    int channel(int voice) {
        return channels[voice];
    }

    int key(int voice) {
        return keys[voice];
    }

    float pitch(int voice) {
        return pitches[voice];
    }

    int voices() {
        return keys.length;
    }

    /** Keys that were pressed, ever. */
    int presses() {
        return presses;
    }
}
