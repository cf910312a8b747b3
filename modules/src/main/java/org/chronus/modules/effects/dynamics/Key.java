package org.chronus.modules.effects.dynamics;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.Signal;

/**
 * The level that a dynamics effect follows: the absolute value of its side chain, or of its input if nothing is cabled to that. In a mix
 * both sides have the louder one's, so that what is in the middle stays there. Audio thread.
 */
final class Key {
    /** By frame, each {@code LANES} wide; written by {@link #listen}. */
    final float[] level = new float[BLOCK * LANES];

    /** [audio] Frames {@code start} to {@code limit - 1}; a side chain that is constantly 0 is not cabled. */
    void listen(Signal in, Signal side, boolean linked, int start, int limit) {
        Signal heard = side.isZero() ? in : side;
        float[] x = heard.data;
        int dx = heard.step;
        for (int i = start; i < limit; i++) {
            FloatVector.fromArray(LANE, x, i * dx).abs().intoArray(level, i * LANES);
        }
        if (linked) {
            for (int i = start * LANES; i < limit * LANES; i += LANES) {
                level[i] = Math.max(level[i], level[i + 1]);
                level[i + 1] = level[i];
            }
        }
    }
}
