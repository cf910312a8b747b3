package org.chronus.modules.patch.player;

/**
 * The keys that were struck at one frame: each goes on once, however many notes come together on it, so that players that multiply notes, one
 * after the other, do not multiply work without a bound. Mutable; audio thread only.
 */
final class Strikes {
    private final int[] keys = new int[Keys.MOST];
    private int count;
    private long frame = Long.MIN_VALUE;

    /** A key is struck. False if it was already at this frame, or if there is no room. */
    boolean add(int key, long when) {
        if (when != frame) {
            frame = when;
            count = 0;
        }
        if (count == Keys.MOST || find(key) != Keys.NONE) {
            return false;
        }
        keys[count++] = key;
        return true;
    }

    /** A key came up: it may be struck again at the same frame. */
    void remove(int key) {
        int i = find(key);
        if (i != Keys.NONE) {
            keys[i] = keys[--count];
        }
    }

    private int find(int key) {
        for (int i = 0; i < count; i++) {
            if (keys[i] == key) {
                return i;
            }
        }
        return Keys.NONE;
    }
}
