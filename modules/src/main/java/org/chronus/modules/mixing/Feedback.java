package org.chronus.modules.mixing;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;

/**
 * A delay of {@link Module#BLOCK} frames, through which a loop of cables may pass. The engine runs it in two halves: {@link #generate}
 * before the modules that read it, {@link #capture} once its input is known.
 */
public final class Feedback extends Module {
    private final Input in = input("in");
    private final Output out = output("out").means("the input, 64 frames ago");
    private final float[] buffer = new float[BLOCK * LANES];

    @Override protected void reset(int lane) {
        for (int i = lane; i < buffer.length; i += LANES) {
            buffer[i] = 0;
        }
    }

    @Override public int latency() {
        return BLOCK;
    }

    @Override public double tail() {
        return BLOCK / (double) sampleRate();
    }

    @Override public void generate(int start, int limit) {
        float[] y = out.data;
        int dy = out.step;
        for (int i = start; i < limit; i++) {
            FloatVector.fromArray(LANE, buffer, i * LANES).intoArray(y, i * dy);
        }
    }

    /**
     * [audio] Keeps frames {@code start} to {@code limit - 1} of the input for the next block; after everything else in the patch has run.
     */
    public void capture(int start, int limit) {
        float[] x = in.data;
        int dx = in.step;
        for (int i = start; i < limit; i++) {
            FloatVector.fromArray(LANE, x, i * dx).intoArray(buffer, i * LANES);
        }
    }
}
