package org.chronus.modules.effects;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * Saturation like a single valve's: u / sqrt(1 + u^2) about a bias, so that one half of the wave is flatter than the other and even
 * harmonics come first. Between two samples it takes the mean along a straight line, which weakens aliases (J. Parker, V. Zavalishin and
 * E. Le Bivic, "Reducing the aliasing of nonlinear waveshaping using continuous-time convolution", 2016): of this curve it is the sum of both
 * values over the sum of both roots. A one-pole gives back the highs that it takes, and what is below 10 Hz is taken away. The level
 * follows: what swings by 0.5 either way still does, however hard it is driven.
 */
public final class Tube extends Module {
    private static final float REFERENCE = 0.5f, FARTHEST = 1e6f, BRIGHTEN = 0.5f;
    private static final double HERTZ = 10;

    private final Input in = input("in");
    private final Input drive = input("drive").range(0.1, 100, Unit.GAIN).normally(2).logarithmic().smoothed(0.005)
            .means("factor before the saturation");
    private final Input bias = input("bias").range(-1, 1, Unit.SHARE).normally(0.4).smoothed(0.02)
            .means("how far from the middle: even harmonics; 0 has odd ones alone");
    private final Output out = output("out");
    private final State last = state();
    private final State bright = state();
    private final State before = state();
    private final State passed = state();
    private float keep;

    @Override protected void activate() {
        keep = (float) StrictMath.exp(-2 * Math.PI * HERTZ / sampleRate());
    }

    @Override public double tail() {
        return Math.log(1e5) / (2 * Math.PI * HERTZ);
    }

    @Override public void generate(int start, int limit) {
        float[] x = in.data, d = drive.data, b = bias.data, y = out.data;
        int dx = in.step, dd = drive.step, db = bias.step, dy = out.step;
        FloatVector roof = FloatVector.broadcast(LANE, FARTHEST), floor = roof.neg();
        FloatVector u1 = FloatVector.fromArray(LANE, last.data, 0), high = FloatVector.fromArray(LANE, bright.data, 0);
        FloatVector x1 = FloatVector.fromArray(LANE, before.data, 0), y1 = FloatVector.fromArray(LANE, passed.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector g = FloatVector.fromArray(LANE, d, i * dd), u = FloatVector.fromArray(LANE, x, i * dx).mul(g);
            u = u.blend(roof, u.compare(VectorOperators.GT, roof));
            u = u.blend(floor, u.compare(VectorOperators.LT, floor));
            FloatVector c = FloatVector.fromArray(LANE, b, i * db), from = u1.add(c), to = u.add(c), swing = g.mul(REFERENCE);
            u1 = u;
            FloatVector up = c.add(swing), down = c.sub(swing), rest = c.div(c.mul(c).add(1f).sqrt());
            FloatVector bent = from.add(to).div(from.mul(from).add(1f).sqrt().add(to.mul(to).add(1f).sqrt())).sub(rest);
            FloatVector reach = up.div(up.mul(up).add(1f).sqrt()).sub(down.div(down.mul(down).add(1f).sqrt()));
            high = bent.div(reach).mul(1 + BRIGHTEN).sub(high.mul(BRIGHTEN));
            y1 = y1.mul(keep).add(high.sub(x1));
            x1 = high;
            y1.intoArray(y, i * dy);
        }
        u1.intoArray(last.data, 0);
        high.intoArray(bright.data, 0);
        x1.intoArray(before.data, 0);
        y1.intoArray(passed.data, 0);
    }
}
