package org.chronus.modules.patch.player;

/**
 * Keys that are down, in the order in which they were pressed and in that of their pitch; those that came up may be kept. Bounded: what is
 * more is refused. Mutable; audio thread only.
 */
final class Keys {
    static final int MOST = 128, NONE = -1;

    private final int[] keys = new int[MOST];
    private final float[] velocities = new float[MOST];
    private final float[] pressures = new float[MOST];
    private final boolean[] down = new boolean[MOST];
    /** By pitch; of one pitch by channel. */
    private final int[] rising = new int[MOST];
    private int count;

    /** The channel of a key. */
    static int channel(int key) {
        return key >> 7;
    }

    /** The key so many semitones higher on the same channel; {@link #NONE} if there is no such key. */
    static int above(int key, int semitones) {
        int note = (key & 127) + semitones;
        return note < 0 || note > 127 ? NONE : key + semitones;
    }

    int count() {
        return count;
    }

    /** True if one of them is down, and not only kept. */
    boolean anyDown() {
        for (int i = 0; i < count; i++) {
            if (down[i]) {
                return true;
            }
        }
        return false;
    }

    /** In the order in which they were pressed. */
    int played(int i) {
        return keys[i];
    }

    /** From the lowest to the highest. */
    int rising(int i) {
        return rising[i];
    }

    float velocity(int key) {
        return velocities[find(key)];
    }

    float pressure(int key) {
        return pressures[find(key)];
    }

    /** A key goes down. One that is there keeps its place. False if there is no room. */
    boolean press(int key, float velocity) {
        int i = find(key);
        if (i == NONE) {
            if (count == MOST) {
                return false;
            }
            i = count;
            keys[i] = key;
            pressures[i] = 0;
            insert(key);
            count++;
        }
        velocities[i] = velocity;
        down[i] = true;
        return true;
    }

    /** A key is pressed, 0..1. False if it is not there, or is pressed so already. */
    boolean pressure(int key, float amount) {
        int i = find(key);
        if (i == NONE || pressures[i] == amount) {
            return false;
        }
        pressures[i] = amount;
        return true;
    }

    /** A key comes up, and is kept. */
    void keep(int key) {
        int i = find(key);
        if (i != NONE) {
            down[i] = false;
        }
    }

    /** False if it was not there. */
    boolean remove(int key) {
        int i = find(key);
        if (i != NONE) {
            removeAt(i);
        }
        return i != NONE;
    }

    /** Those of a channel, or of {@link PlayerChain#ALL_CHANNELS}, go; {@code kept}: those only that are kept. */
    void remove(int channel, boolean kept) {
        for (int i = count - 1; i >= 0; i--) {
            if ((channel == PlayerChain.ALL_CHANNELS || channel(keys[i]) == channel) && !(kept && down[i])) {
                removeAt(i);
            }
        }
    }

    void clear() {
        count = 0;
    }

    private int find(int key) {
        for (int i = 0; i < count; i++) {
            if (keys[i] == key) {
                return i;
            }
        }
        return NONE;
    }

    private void insert(int key) {
        int i = count;
        while (i > 0 && isAbove(rising[i - 1], key)) {
            rising[i] = rising[i - 1];
            i--;
        }
        rising[i] = key;
    }

    private static boolean isAbove(int key, int other) {
        int note = key & 127, otherNote = other & 127;
        return note > otherNote || note == otherNote && key > other;
    }

    private void removeAt(int i) {
        int place = 0;
        while (rising[place] != keys[i]) {
            place++;
        }
        count--;
        System.arraycopy(rising, place + 1, rising, place, count - place);
        System.arraycopy(keys, i + 1, keys, i, count - i);
        System.arraycopy(velocities, i + 1, velocities, i, count - i);
        System.arraycopy(pressures, i + 1, pressures, i, count - i);
        System.arraycopy(down, i + 1, down, i, count - i);
    }
}
