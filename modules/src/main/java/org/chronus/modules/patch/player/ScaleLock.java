package org.chronus.modules.patch.player;

import java.util.List;

/** Scale lock: each key plays the nearest note of a scale, of two that are equally near the lower. Audio thread only. */
final class ScaleLock extends NoteMap {
    private static final int KEYS = 128, OCTAVE = 12;

    /** By MIDI key: semitones to the note that it plays. */
    private final int[] ways = new int[KEYS];

    /**
     * @param root  0 is C
     * @param notes semitones from the root; at least one
     */
    ScaleLock(int root, List<Integer> notes) {
        boolean[] scale = new boolean[OCTAVE];
        notes.forEach(note -> scale[(root + note) % OCTAVE] = true);
        for (int key = 0; key < KEYS; key++) {
            ways[key] = way(key, scale);
        }
    }

    private static int way(int key, boolean[] scale) {
        for (int distance = 0; ; distance++) {
            if (key - distance >= 0 && scale[(key - distance) % OCTAVE]) {
                return -distance;
            }
            if (key + distance < KEYS && scale[(key + distance) % OCTAVE]) {
                return distance;
            }
        }
    }

    @Override int notes() {
        return 1;
    }

    @Override int note(int key, int number) {
        return key + ways[key & KEYS - 1];
    }
}
