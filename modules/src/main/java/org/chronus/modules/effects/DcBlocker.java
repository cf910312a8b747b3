package org.chronus.modules.effects;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;

/**
 * High-pass at 5 Hz, y = x - x1 + r y1: takes away DC to the last bit, for what is the same as before adds nothing, and leaves what can
 * be heard alone.
 */
public final class DcBlocker extends Module {
    private static final double HERTZ = 5;
    /** Natural logarithm of 100 dB. */
    private static final double INAUDIBLE = Math.log(1e5);

    private final Input in = input("in");
    private final Output out = output("out");
    private final State before = state();
    private final State passed = state();
    private float keep;

    @Override protected void activate() {
        keep = (float) StrictMath.exp(-2 * Math.PI * HERTZ / sampleRate());
    }

    @Override public double tail() {
        return INAUDIBLE / (2 * Math.PI * HERTZ);
    }

    @Override public void generate(int start, int limit) {
        float[] x = in.data, y = out.data;
        int dx = in.step, dy = out.step;
        FloatVector x1 = FloatVector.fromArray(LANE, before.data, 0), y1 = FloatVector.fromArray(LANE, passed.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector x0 = FloatVector.fromArray(LANE, x, i * dx);
            y1 = y1.mul(keep).add(x0.sub(x1));
            x1 = x0;
            y1.intoArray(y, i * dy);
        }
        x1.intoArray(before.data, 0);
        y1.intoArray(passed.data, 0);
    }
}
