package org.chronus.instrument.bad;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;

/** Passes its input on, ten frames later, and says so. */
public final class Late extends Module {
    private static final int FRAMES = 10;

    private final Input in = input("in");
    private final Output out = output("out");
    private final float[] ring = new float[FRAMES * LANES];
    private int next;

    @Override public int latency() {
        return FRAMES;
    }

    @Override protected void reset(int lane) {
        for (int i = lane; i < ring.length; i += LANES) {
            ring[i] = 0;
        }
    }

    @Override public void generate(int start, int limit) {
        for (int i = start; i < limit; i++) {
            for (int lane = 0; lane < LANES; lane++) {
                float sample = in.data[i * in.step + lane];
                if (out.step != 0) {
                    out.data[i * LANES + lane] = ring[next * LANES + lane];
                }
                ring[next * LANES + lane] = sample;
            }
            next = (next + 1) % FRAMES;
        }
    }
}
