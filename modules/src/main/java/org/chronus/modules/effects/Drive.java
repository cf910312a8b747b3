package org.chronus.modules.effects;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * Saturation like a valve's: tanh x as x (27 + x^2) / (27 + 9 x^2), which reaches 1 at 3 with no slope left and stays there (within 0.024
 * of tanh). Symmetric, so that it makes odd harmonics and no DC. The level follows: what peaks at 0.5 still does, however hard it is
 * driven. It runs at twice the sample rate, and between two samples takes the mean along a straight line, which weakens aliases further
 * (J. Parker, V. Zavalishin and E. Le Bivic, "Reducing the aliasing of nonlinear waveshaping using continuous-time convolution", 2016). A
 * one-pole gives back the highs that it takes.
 *
 * <p>The integral of the curve is (x^2 + 24 ln(3 + x^2)) / 18. The logarithm of a quotient is twice the inverse hyperbolic tangent of
 * (difference / sum), so that the mean needs no small difference of large numbers: with w for x^2 it is
 * (a + b) / 18 (1 + 48 / s atanh(t) / t), where s = 6 + w(a) + w(b) and t = (w(b) - w(a)) / s.
 */
public final class Drive extends Module {
    private static final float FULL = 3f, REFERENCE = 0.5f, FARTHEST = 1e6f, BRIGHTEN = 0.5f;
    /** Nearer to each other than that, two samples are one. */
    private static final float NEAR = 1e-3f;
    /** atanh(t) / t in powers of t^2, which are at most 0.36. */
    private static final float P0 = 1.00000003f, P1 = 0.333326528f, P2 = 0.20029192f, P3 = 0.138223172f,
            P4 = 0.145356546f, P5 = -0.0333217278f, P6 = 0.276083069f;
    /** Until the filters of the rates have rung out. */
    private static final double RINGS = 0.01;

    private final Input in = input("in");
    private final Input drive = input("drive").range(0.1, 100, Unit.GAIN).normally(4).logarithmic().smoothed(0.005)
            .means("factor before the saturation");
    private final Output out = output("out");
    private final State last = state();
    private final State bright = state();
    private final DoubleRate twice = new DoubleRate();
    private final float[] rows = twice.rows;

    @Override public double tail() {
        return RINGS;
    }

    @Override protected void reset(int lane) {
        twice.clear(lane);
    }

    @Override public void generate(int start, int limit) {
        twice.up(in, start, limit);
        saturate(start, limit);
        twice.down(out, start, limit);
        float[] d = drive.data, y = out.data;
        int dd = drive.step, dy = out.step;
        FloatVector roof = FloatVector.broadcast(LANE, FULL);
        for (int i = start; i < limit; i++) {
            FloatVector r = FloatVector.fromArray(LANE, d, i * dd).mul(REFERENCE);
            r = r.blend(roof, r.compare(VectorOperators.GT, roof));
            FloatVector rr = r.mul(r), level = rr.mul(9f).add(27f).div(rr.add(27f).mul(r));
            FloatVector.fromArray(LANE, y, i * dy).mul(level.mul(REFERENCE)).intoArray(y, i * dy);
        }
    }

    /** Row by row. Beyond the roof the integral is a straight line: {@code e} is how far beyond. */
    private void saturate(int start, int limit) {
        float[] d = drive.data;
        int dd = drive.step;
        FloatVector one = FloatVector.broadcast(LANE, 1f), roof = FloatVector.broadcast(LANE, FULL), floor = roof.neg();
        FloatVector far = FloatVector.broadcast(LANE, FARTHEST), opposite = far.neg();
        FloatVector u0 = FloatVector.fromArray(LANE, last.data, 0), high = FloatVector.fromArray(LANE, bright.data, 0);
        FloatVector c0 = u0.blend(roof, u0.compare(VectorOperators.GT, roof)).blend(floor, u0.compare(VectorOperators.LT, floor));
        FloatVector w0 = c0.mul(c0), e0 = u0.sub(c0).abs();
        for (int row = 2 * start; row < 2 * limit; row++) {
            FloatVector u = FloatVector.fromArray(LANE, rows, row * LANES).mul(FloatVector.fromArray(LANE, d, (row >> 1) * dd));
            u = u.blend(far, u.compare(VectorOperators.GT, far)).blend(opposite, u.compare(VectorOperators.LT, opposite));
            FloatVector c = u.blend(roof, u.compare(VectorOperators.GT, roof)).blend(floor, u.compare(VectorOperators.LT, floor));
            FloatVector w = c.mul(c), e = u.sub(c).abs();
            FloatVector perSum = one.div(w.add(w0).add(6f)), t = w.sub(w0).mul(perSum), z = t.mul(t), zz = z.mul(z);
            FloatVector p = z.mul(P1).add(P0).add(zz.mul(z.mul(P3).add(P2))).add(zz.mul(zz).mul(zz.mul(P6).add(z.mul(P5).add(P4))));
            FloatVector mean = c.add(c0).mul(1 / 18f).mul(perSum.mul(p).mul(48f).add(1f));
            FloatVector by = u.sub(u0);
            FloatVector perStep = one.div(by.blend(one, by.abs().compare(VectorOperators.LT, NEAR)));
            FloatVector within = c.sub(c0).mul(perStep).blend(one, by.abs().compare(VectorOperators.LT, NEAR));
            mean = mean.mul(within).add(e.sub(e0).mul(perStep));
            u0 = u;
            c0 = c;
            w0 = w;
            e0 = e;
            high = mean.mul(1 + BRIGHTEN).sub(high.mul(BRIGHTEN));
            high.intoArray(rows, row * LANES);
        }
        u0.intoArray(last.data, 0);
        high.intoArray(bright.data, 0);
    }
}
