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

    /** From a lane to the one that it is linked to: itself in a voice. */
    private int partner;

    /** [loader] {@code width}: that of the module, 2 in a mix. */
    void link(int width) {
        partner = width == 2 ? 1 : 0;
    }

    /** [audio] Frames {@code start} to {@code limit - 1}. */
    void listen(Signal in, Signal side, int start, int limit) {
        Signal heard = heard(in, side);
        float[] x = heard.data;
        int dx = heard.step;
        for (int i = start; i < limit; i++) {
            FloatVector.fromArray(LANE, x, i * dx).abs().intoArray(level, i * LANES);
        }
        // Without a branch: the compiler would take back a guess that it never stands in a mix.
        int other = partner;
        for (int i = start * LANES; i < limit * LANES; i += LANES) {
            level[i] = Math.max(level[i], level[i + other]);
            level[i + other] = level[i];
        }
    }

    /** A side chain that is constantly 0 is not cabled. By itself, so that nothing else is compiled anew when the first one is. */
    private static Signal heard(Signal in, Signal side) {
        return side.isZero() ? in : side;
    }
}
