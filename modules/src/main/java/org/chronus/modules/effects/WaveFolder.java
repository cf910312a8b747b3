package org.chronus.modules.effects;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * Wave folder: sin(pi/2 (fold x + bias)), which turns back at 1 and at -1, again and again. It runs at twice the sample rate, and between
 * two samples takes the mean along a straight line, which weakens aliases further (J. Parker, V. Zavalishin and E. Le Bivic, "Reducing the
 * aliasing of nonlinear waveshaping using continuous-time convolution", 2016; F. Esqueda and others, "Virtual analog models of the Lockhart
 * and Serge wavefolders", 2017). Of a sine that mean is exact without a difference of integrals: sin(middle) sin(half) / half. A one-pole
 * gives back the highs that it takes, and what is below 10 Hz is taken away.
 */
public final class WaveFolder extends Module {
    private static final float Q0 = 3.1415926350f, Q1 = -2.0261194555f, Q2 = 0.5240371773f, Q3 = -0.0751922242f, Q4 = 0.0068679221f,
            Q5 = -0.00038981600f;
    private static final float PER_PI = (float) (1 / Math.PI);
    /** Adding and subtracting it rounds to whole numbers. */
    private static final float ROUND = 0x1.8p23f, FARTHEST = 1_000;
    private static final float BRIGHTEN = 0.5f;
    private static final double HERTZ = 10;

    private final Input in = input("in");
    private final Input fold = input("fold").range(0.1, 32, Unit.GAIN).normally(2).logarithmic().smoothed(0.005)
            .means("factor before it is folded: from 1 on a full wave folds");
    private final Input bias = input("bias").range(-1, 1, Unit.SHARE).smoothed(0.02).means("moves the wave off the middle: even harmonics");
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
        fold(start, limit);
        twice.down(out, keep, before, passed, start, limit);
    }

    /** Row by row. Everything is in half turns. */
    private void fold(int start, int limit) {
        float[] f = fold.data, b = bias.data;
        int df = fold.step, db = bias.step;
        FloatVector one = FloatVector.broadcast(LANE, 1f), roof = FloatVector.broadcast(LANE, FARTHEST), floor = roof.neg();
        FloatVector u1 = FloatVector.fromArray(LANE, last.data, 0), high = FloatVector.fromArray(LANE, bright.data, 0);
        for (int row = 2 * start; row < 2 * limit; row++) {
            FloatVector u = FloatVector.fromArray(LANE, rows, row * LANES).mul(FloatVector.fromArray(LANE, f, (row >> 1) * df)).mul(0.5f);
            u = u.blend(roof, u.compare(VectorOperators.GT, roof)).blend(floor, u.compare(VectorOperators.LT, floor));
            FloatVector rest = FloatVector.fromArray(LANE, b, (row >> 1) * db).mul(0.5f), m = u.add(u1).mul(0.5f).add(rest);
            FloatVector h = u.sub(u1).mul(0.5f);
            u1 = u;
            m = m.sub(m.mul(0.5f).add(ROUND).sub(ROUND).mul(2f));
            FloatVector r = h.sub(h.mul(0.5f).add(ROUND).sub(ROUND).mul(2f));
            FloatVector z = m.mul(m), zz = z.mul(z), v = r.mul(r), vv = v.mul(v), o = rest.mul(rest), oo = o.mul(o);
            FloatVector sine = z.mul(Q1).add(Q0).add(zz.mul(z.mul(Q3).add(Q2))).add(zz.mul(zz).mul(z.mul(Q5).add(Q4))).mul(m.mul(one.sub(z)));
            FloatVector mean = v.mul(Q1).add(Q0).add(vv.mul(v.mul(Q3).add(Q2))).add(vv.mul(vv).mul(v.mul(Q5).add(Q4))).mul(one.sub(v))
                    .mul(PER_PI);
            FloatVector silence = o.mul(Q1).add(Q0).add(oo.mul(o.mul(Q3).add(Q2))).add(oo.mul(oo).mul(o.mul(Q5).add(Q4)))
                    .mul(rest.mul(one.sub(o)));
            FloatVector turned = r.div(h).blend(one, h.abs().compare(VectorOperators.LT, 0.5f));
            high = sine.mul(mean).mul(turned).sub(silence).mul(1 + BRIGHTEN).sub(high.mul(BRIGHTEN));
            high.intoArray(rows, row * LANES);
        }
        u1.intoArray(last.data, 0);
        high.intoArray(bright.data, 0);
    }
}
