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
 * harmonics come first. It runs at twice the sample rate, and between two samples takes the mean along a straight line, which weakens
 * aliases further (J. Parker, V. Zavalishin and E. Le Bivic, "Reducing the aliasing of nonlinear waveshaping using continuous-time
 * convolution", 2016): of this curve it is the sum of both arguments over the sum of both roots. A one-pole gives back the highs that it
 * takes, and what is below 10 Hz is taken away. The level follows: what swings by 0.5 either way still does, however hard it is driven.
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
    private final DoubleRate twice = new DoubleRate();
    private final float[] rows = twice.rows;
    private float keep;

    @Override protected void activate() {
        keep = (float) StrictMath.exp(-2 * Math.PI * HERTZ / sampleRate());
    }

    @Override public double tail() {
        return Math.log(1e5) / (2 * Math.PI * HERTZ);
    }

    @Override protected void reset(int lane) {
        twice.clear(lane);
    }

    @Override public void generate(int start, int limit) {
        twice.up(in, start, limit);
        saturate(start, limit);
        twice.down(out, keep, before, passed, start, limit);
    }

    private void saturate(int start, int limit) {
        float[] d = drive.data, b = bias.data;
        int dd = drive.step, db = bias.step;
        FloatVector roof = FloatVector.broadcast(LANE, FARTHEST), floor = roof.neg();
        FloatVector u1 = FloatVector.fromArray(LANE, last.data, 0), high = FloatVector.fromArray(LANE, bright.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector g = FloatVector.fromArray(LANE, d, i * dd), c = FloatVector.fromArray(LANE, b, i * db), swing = g.mul(REFERENCE);
            FloatVector u = FloatVector.fromArray(LANE, rows, 2 * i * LANES).mul(g);
            FloatVector v = FloatVector.fromArray(LANE, rows, (2 * i + 1) * LANES).mul(g);
            u = u.blend(roof, u.compare(VectorOperators.GT, roof)).blend(floor, u.compare(VectorOperators.LT, floor));
            v = v.blend(roof, v.compare(VectorOperators.GT, roof)).blend(floor, v.compare(VectorOperators.LT, floor));
            FloatVector above = c.add(swing), below = c.sub(swing), rest = c.div(c.mul(c).add(1f).sqrt());
            FloatVector reach = above.div(above.mul(above).add(1f).sqrt()).sub(below.div(below.mul(below).add(1f).sqrt()));
            FloatVector from = u1.add(c), by = u.add(c), to = v.add(c), root = by.mul(by).add(1f).sqrt();
            FloatVector one = from.add(by).div(from.mul(from).add(1f).sqrt().add(root)).sub(rest);
            FloatVector two = by.add(to).div(root.add(to.mul(to).add(1f).sqrt())).sub(rest);
            u1 = v;
            high = one.div(reach).mul(1 + BRIGHTEN).sub(high.mul(BRIGHTEN));
            high.intoArray(rows, 2 * i * LANES);
            high = two.div(reach).mul(1 + BRIGHTEN).sub(high.mul(BRIGHTEN));
            high.intoArray(rows, (2 * i + 1) * LANES);
        }
        u1.intoArray(last.data, 0);
        high.intoArray(bright.data, 0);
    }
}
