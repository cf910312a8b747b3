package org.chronus.modules.patch;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import org.chronus.modules.Signal;
import org.chronus.modules.patch.cable.StereoLanes;

/** The sum of a part's voices: lane by lane over its groups, then over the lanes, in stereo. Audio thread only, after construction. */
final class StereoSum {
    private final StereoLanes lanes = new StereoLanes();
    private final Signal stereo = new Signal();

    StereoSum() {
        stereo.data = new float[BLOCK * LANES];
        stereo.step = LANES;
    }

    /** Where the groups add theirs, always in the same order: rounding depends on it. */
    StereoLanes lanes() {
        return lanes;
    }

    /** Lane 0 left, lane 1 right. */
    Signal stereo() {
        return stereo;
    }

    /** Sets these frames of a block to silence. */
    void begin(int start, int limit) {
        lanes.clear(start, limit);
    }

    /** Sums the lanes, once all groups have added theirs. */
    void finish(int start, int limit) {
        for (int i = start; i < limit; i++) {
            stereo.data[i * LANES] = sum(lanes.left, i * LANES);
            stereo.data[i * LANES + 1] = sum(lanes.right, i * LANES);
        }
    }

    /** Always in the same order, so that the same bits come out. */
    private static float sum(float[] data, int from) {
        float even = 0, odd = 0;
        for (int lane = 0; lane < LANES; lane += 2) {
            even += data[from + lane];
            odd += data[from + lane + 1];
        }
        return even + odd;
    }
}
