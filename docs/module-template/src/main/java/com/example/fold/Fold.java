package com.example.fold;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;

/** Wave folder: what goes beyond -1 or 1 is reflected there, as often as it takes, so that a sine gets brighter the louder it is. */
public final class Fold extends Module {
    /** Added and taken away again, it rounds a float to the nearest whole number. */
    private static final float ROUND = 3 << 22;

    private final Input in = input("in");
    private final Input drive = input("drive").range(0, 16).normally(1).smoothed(0.005).means("how much the input is amplified before");
    private final Output out = output("out").within(-1, 1);

    /** Each vector holds the same frame of 4, 8 or 16 voices. A signal that stays the same has step 0. */
    @Override public void generate(int start, int limit) {
        float[] x = in.data, g = drive.data, y = out.data;
        int dx = in.step, dg = drive.step, dy = out.step;
        for (int i = start; i < limit; i++) {
            FloatVector driven = FloatVector.fromArray(LANE, x, i * dx).mul(FloatVector.fromArray(LANE, g, i * dg));
            // A triangle wave of its value, 4 long: 1 at 1, -1 at 3.
            FloatVector cycles = driven.sub(1f).mul(0.25f);
            cycles.sub(cycles.add(ROUND).sub(ROUND)).abs().mul(-4f).add(1f).intoArray(y, i * dy);
        }
    }
}
