package org.chronus.modules.mixing;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Unit;

/** Voltage-controlled amplifier: the signal times a gain that envelopes and controllers are cabled to. */
public final class Amplifier extends Module {
    private final Input in = input("in");
    private final Input gain = input("gain").range(0, 8, Unit.GAIN).smoothed(0.005).means("factor; cable an envelope to it");
    private final Output out = output("out");

    @Override public void generate(int start, int limit) {
        float[] x = in.data, g = gain.data, y = out.data;
        int dx = in.step, dg = gain.step, dy = out.step;
        for (int i = start; i < limit; i++) {
            FloatVector.fromArray(LANE, x, i * dx).mul(FloatVector.fromArray(LANE, g, i * dg)).intoArray(y, i * dy);
        }
    }
}
