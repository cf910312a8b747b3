package org.chronus.modules.patch.plan;

import java.util.List;

/** What a preset says of one player, checked and in plain numbers. Immutable; any thread but the audio thread. */
public sealed interface PlayerPlan {
    /** In which order an arpeggio plays its keys: by pitch, as they were pressed, by lot, or all at once. */
    enum Order { UP, DOWN, UP_DOWN, PLAYED, RANDOM, CHORD }

    /**
     * An arpeggiator.
     *
     * @param octaves 1..4, through which the keys go up
     * @param step    from one note to the next, in beats or in seconds
     * @param inBeats true for beats
     * @param gate    above 0, up to 1: the share of a step for which a note lasts
     * @param swing   0..0.75: the share of a step by which every second one comes late
     * @param latch   true if keys stay until all were let go and another one is struck
     */
    record Arpeggiator(Order order, int octaves, double step, boolean inBeats, double gate, double swing, boolean latch)
            implements PlayerPlan { }

    /**
     * A chord memory.
     *
     * @param semitones from the key to each note, at least one, each once
     */
    record Chord(List<Integer> semitones) implements PlayerPlan {
        /** Copies the list. */
        public Chord {
            semitones = List.copyOf(semitones);
        }
    }

    /**
     * A scale lock.
     *
     * @param root  0..11, 0 is C
     * @param notes 0..11, semitones above the root, at least one
     */
    record Scale(int root, List<Integer> notes) implements PlayerPlan {
        /** Copies the list. */
        public Scale {
            notes = List.copyOf(notes);
        }
    }
}
