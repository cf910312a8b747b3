package org.chronus.modules.sampling;

import java.util.Arrays;

/**
 * A recording in memory, with room around it for the interpolation. Immutable once made; any thread.
 *
 * @param left  its frames, {@link #BEFORE} of silence first and {@link #AFTER} after them: silence, or what follows in the loop
 * @param right the same array if it has one channel
 * @param rate  frames per second
 * @param root  the key at which it sounds as it was recorded, with fraction; -1 if the file does not say
 * @param loop  where the loop begins, in frames; -1 if there is none
 * @param end   where the loop or the recording ends
 */
record Sample(float[] left, float[] right, float rate, float root, int loop, int end) {
    static final int BEFORE = 2, AFTER = 8;
    /** The shortest loop: interpolation reads so many frames beyond its end. */
    static final int SHORTEST_LOOP = AFTER;

    /** With a loop from one frame to before another; without one if it begins at -1. */
    static Sample of(float[] left, float[] right, float rate, float root, int loop, int end) {
        boolean loops = loop >= 0 && end - loop >= SHORTEST_LOOP && end <= left.length;
        int from = loops ? loop : -1, to = loops ? end : left.length;
        float[] first = padded(left, from, to);
        return new Sample(first, right == left ? first : padded(right, from, to), rate, root, from, to);
    }

    /** The same with another loop. */
    Sample looped(int from, int to) {
        return of(Arrays.copyOfRange(left, BEFORE, BEFORE + end), Arrays.copyOfRange(right, BEFORE, BEFORE + end), rate, root, from, to);
    }

    private static float[] padded(float[] frames, int loop, int end) {
        float[] padded = new float[BEFORE + end + AFTER];
        System.arraycopy(frames, 0, padded, BEFORE, end);
        for (int i = 0; loop >= 0 && i < AFTER; i++) {
            padded[BEFORE + end + i] = frames[loop + i];
        }
        return padded;
    }
}
