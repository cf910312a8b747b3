package org.chronus.modules.effects.dynamics;

import java.util.Arrays;

/**
 * The gain that keeps peaks below a ceiling, one look-ahead later: the least gain of the frames within it (by D. Lemire's "Streaming
 * maximum-minimum filter", 2006), which recovers exponentially, averaged over as many frames. Sums are whole numbers, so that nothing adds up
 * and a gain of 1 is exact. Built by the loader, run on the audio thread.
 */
final class GainRider {
    private static final float ONE = 1 << 30;

    private final int frames;
    /** Gains that may still become the least, rising, with the frames they belong to: a ring. */
    private final float[] least;
    private final int[] when;
    private final int mask;
    private final int[] averaged;
    private int oldest;
    private int next;
    private int now;
    private int place;
    private long sum;
    private float recovered;

    /** Looks ahead by one frame less than that. */
    GainRider(int frames) {
        this.frames = frames;
        mask = Integer.highestOneBit(frames) * 2 - 1;
        least = new float[mask + 1];
        when = new int[mask + 1];
        averaged = new int[frames];
        clear();
    }

    void clear() {
        oldest = 0;
        next = 0;
        now = 0;
        place = 0;
        recovered = 1;
        Arrays.fill(averaged, (int) ONE);
        sum = (long) frames * (int) ONE;
    }

    /** From the gain that a frame needs to the one that fits the frame that is let out now. */
    float ride(float needed, float recovery) {
        while (next != oldest && least[next - 1 & mask] >= needed) {
            next--;
        }
        least[next & mask] = needed;
        when[next++ & mask] = now;
        if (now - when[oldest & mask] >= frames) {
            oldest++;
        }
        float lowest = least[oldest & mask];
        recovered = lowest < recovered ? lowest : recovered + (lowest - recovered) * recovery;
        int whole = (int) (recovered * ONE);
        sum += whole - averaged[place];
        averaged[place] = whole;
        place = place + 1 == frames ? 0 : place + 1;
        now++;
        return (float) (sum / frames) / ONE;
    }
}
