package org.chronus.modules.patch.player;

import java.util.List;

/** Chord memory: each key plays a chord, as hard as the key was struck. Notes beyond the keyboard are left out. Audio thread only. */
final class ChordMemory extends NoteMap {
    private final int[] semitones;

    /** @param semitones from the key to each note */
    ChordMemory(List<Integer> semitones) {
        this.semitones = semitones.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override int notes() {
        return semitones.length;
    }

    @Override int note(int key, int number) {
        return Keys.above(key, semitones[number]);
    }
}
