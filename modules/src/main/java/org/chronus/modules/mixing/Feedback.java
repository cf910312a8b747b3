package org.chronus.modules.mixing;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;

import jdk.incubator.vector.FloatVector;

/**
 * Closes a loop: what goes in comes out {@link Module#BLOCK} frames later. The engine runs it before its input exists, and lets it
 * {@link #capture} the input once all other modules have run.
 */
public final class Feedback extends Module {
    private final Input in = input("in");
    private final Output out = output("out");
    /** One block: each frame is read, and then overwritten by the one that comes a block later. */
    private final float[] delayed = new float[BLOCK * LANES];

    @Override public void generate(int start, int limit) {
        float[] y = out.data;
        int dy = out.step;
        for (int i = start; i < limit; i++) {
            FloatVector.fromArray(LANE, delayed, i * LANES).intoArray(y, i * dy);
        }
    }

    /** [audio] Keeps the input of the same frames. */
    public void capture(int start, int limit) {
        float[] x = in.data;
        int dx = in.step;
        for (int i = start; i < limit; i++) {
            FloatVector.fromArray(LANE, x, i * dx).intoArray(delayed, i * LANES);
        }
    }

    @Override protected void reset(int lane) {
        for (int i = lane; i < delayed.length; i += LANES) {
            delayed[i] = 0;
        }
    }

    @Override public int latency() {
        return BLOCK;
    }

    @Override public double tail() {
        return BLOCK / sampleRate();
    }
}
