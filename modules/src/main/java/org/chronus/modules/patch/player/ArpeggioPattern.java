package org.chronus.modules.patch.player;

import org.chronus.modules.patch.plan.PlayerPlan.Order;

/** Which of the held keys an arpeggio plays next, and how many octaves up. Mutable; audio thread only. */
final class ArpeggioPattern {
    /** The odd part of 2^64 by the golden ratio: steps of a sequence that a mix of bits makes random, as in SplittableRandom. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Order order;
    private final int octaves;
    private int place;
    private long seed;
    private int index;
    private int octave;

    ArpeggioPattern(Order order, int octaves) {
        this.order = order;
        this.octaves = octaves;
    }

    /** An arpeggio begins: also a random one is the same each time. */
    void begin() {
        place = 0;
        seed = 0;
    }

    /** Goes on among so many keys, at least one: from where it is, or, if there are too few for that, from the beginning. */
    void advance(int keys) {
        int notes = order == Order.CHORD ? octaves : keys * octaves;
        int length = order == Order.UP_DOWN && notes > 1 ? 2 * notes - 2 : notes;
        place = place < length ? place : 0;
        int note = switch (order) {
            case UP, PLAYED, CHORD -> place;
            case DOWN -> notes - 1 - place;
            // The ends come once.
            case UP_DOWN -> place < notes ? place : length - place;
            case RANDOM -> draw(notes);
        };
        octave = order == Order.CHORD ? note : note / keys;
        index = order == Order.CHORD ? 0 : note % keys;
        place++;
    }

    private int draw(int notes) {
        seed += GOLDEN;
        long mixed = (seed ^ seed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return (int) ((mixed >>> 33) % notes);
    }

    /** True if it plays all keys at once. */
    boolean playsAll() {
        return order == Order.CHORD;
    }

    /** The key whose turn it is. */
    int key(Keys keys) {
        return order == Order.PLAYED ? keys.played(index) : keys.rising(index);
    }

    /** Octaves above the key. */
    int octave() {
        return octave;
    }
}
