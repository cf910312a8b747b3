package org.chronus.modules.patch.cable;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import java.util.Arrays;

/** A block of stereo sound whose lanes are still apart: that of a voice group, or a sum of several. Audio thread only, after construction. */
public final class StereoLanes {
    public final float[] left = new float[BLOCK * LANES];
    public final float[] right = new float[BLOCK * LANES];

    /** Silence in these frames. */
    public void clear(int start, int limit) {
        Arrays.fill(left, start * LANES, limit * LANES, 0);
        Arrays.fill(right, start * LANES, limit * LANES, 0);
    }

    /** Adds these frames of another one. Plain loops: it is called too seldom for vectors to be compiled, and they would allocate. */
    public void add(StereoLanes other, int start, int limit) {
        for (int i = start * LANES; i < limit * LANES; i++) {
            left[i] += other.left[i];
            right[i] += other.right[i];
        }
    }
}
