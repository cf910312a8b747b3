package org.chronus.modules;

import static org.chronus.modules.Module.LANES;

/**
 * A random number per lane, never 0, drawn anew by the engine when a voice starts: from the number of that start, so that a
 * render repeats itself and the lane that a note happens to get cannot be heard. A module may run a generator on from it.
 */
public final class Seed {
    /** One number per lane, to be changed at will. */
    public final int[] data = new int[LANES];

    Seed() {
        for (int lane = 0; lane < LANES; lane++) {
            data[lane] = draw(1);
        }
    }

    void reset(int lane, int start) {
        data[lane] = draw(start);
    }

    /** The finalizer of MurmurHash3 (A. Appleby): neighbouring starts give unlike numbers. */
    private static int draw(int start) {
        int h = start * 0x9E3779B9;
        h = (h ^ h >>> 16) * 0x85EBCA6B;
        h = (h ^ h >>> 13) * 0xC2B2AE35;
        h ^= h >>> 16;
        return h == 0 ? 1 : h;
    }
}
