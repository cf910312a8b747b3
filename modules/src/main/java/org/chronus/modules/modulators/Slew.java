package org.chronus.modules.modulators;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/** Slew limiter: limits how fast a signal rises and falls; a signal that is slow enough passes unchanged. */
public final class Slew extends Module {
    private final Input in = input("in");
    private final Input rise = input("rise").range(0, 60, Unit.SECONDS).normally(0.05).held().means("time to rise by 1; 0 is at once");
    private final Input fall = input("fall").range(0, 60, Unit.SECONDS).normally(0.05).held().means("time to fall by 1; 0 is at once");
    private final Output out = output("out");
    private final State level = state();

    @Override public double tail() {
        return Double.POSITIVE_INFINITY;
    }

    @Override public void generate(int start, int limit) {
        float[] x = in.data, y = out.data;
        int dx = in.step, dy = out.step;
        FloatVector one = FloatVector.broadcast(LANE, 1f);
        FloatVector up = one.div(FloatVector.fromArray(LANE, rise.data, 0).mul(sampleRate()));
        FloatVector down = one.div(FloatVector.fromArray(LANE, fall.data, 0).mul(sampleRate())).neg();
        FloatVector now = FloatVector.fromArray(LANE, level.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector target = FloatVector.fromArray(LANE, x, i * dx), step = target.sub(now), before = now;
            now = target.blend(before.add(up), up.lt(step)).blend(before.add(down), step.lt(down));
            now.intoArray(y, i * dy);
        }
        now.intoArray(level.data, 0);
    }
}
