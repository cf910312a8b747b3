package org.chronus.modules.filters;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;
import org.chronus.modules.effects.DoubleRate;

/**
 * Four-pole low-pass in the manner of the diode ladder of acid basses (T. Stinchcombe, "A Study of the Diode Ladder Filter", 2008; V.
 * Zavalishin, "The Art of VA Filter Design", 2018, chapter 5): each stage loads the one before it, the first has half the capacitor, and
 * so the four poles lie far apart. Over 1 + s its response is one over the fourth Chebyshev polynomial; the feedback that makes it sing is
 * 17, at the root of a half of the stages' own cutoff.
 *
 * <p>The stages are integrated by trapezoids and solved from the last to the first, as a tridiagonal system: each is y = a y' + b, where
 * y' is the one before. The feedback is solved without a delay, and takes one step from the states. The saturation sits where it meets the
 * input, and all of it runs at twice the sample rate, or what saturates would come back as aliases.
 */
public final class DiodeFilter extends Module {
    /** Feedback at full resonance; from 17 on it self-oscillates. */
    private static final float FULL = 18.7f;
    /** What has saturated is raised by that share of the feedback, to make up for some of what resonance takes from the lows. */
    private static final float COMPENSATION = 0.2f;
    /** u - 4/27 u^3 + 4/405 u^5 climbs to 1.13 at the root of 4.5, with no slope and no bend left, and stays there. */
    private static final float KNEE = 2.1213203f, THIRD = 4 / 27f, FIFTH = 4 / 405f;
    /** The stages' cutoff over the pitch of the resonance. */
    private static final float ROOT = 1.41421356f;

    private final Input in = input("in");
    private final Input cutoff = input("cutoff").range(20, 20_000, Unit.HERTZ).normally(1_000).logarithmic().smoothed(0.005)
            .means("the pitch of the resonance; without any it is 25 dB down there, and 4 dB three octaves below");
    private final Input resonance = input("resonance").range(0, 1, Unit.SHARE).smoothed(0.005)
            .means("0 has none; from 0.91 on it self-oscillates");
    private final Input drive = input("drive").range(0.1, 10, Unit.GAIN).normally(1).logarithmic().smoothed(0.005)
            .means("factor on the input, before it saturates at about 1");
    private final Output out = output("out").means("low-pass");
    private final State first = state();
    private final State second = state();
    private final State third = state();
    private final State fourth = state();

    private final DoubleRate twice = new DoubleRate();
    private final float[] rows = twice.rows;

    @Override public double tail() {
        return Double.POSITIVE_INFINITY;
    }

    @Override protected void reset(int lane) {
        twice.clear(lane);
    }

    @Override public void generate(int start, int limit) {
        twice.up(in, drive, start, limit);
        filter(start, limit);
        twice.down(out, start, limit);
    }

    private void filter(int start, int limit) {
        float[] fc = cutoff.data, q = resonance.data;
        int df = cutoff.step, dq = resonance.step;
        float radians = (float) (Math.PI / (2 * sampleRate()));
        FloatVector one = FloatVector.broadcast(LANE, 1f);
        FloatVector roof = FloatVector.broadcast(LANE, KNEE), floor = roof.neg();
        FloatVector z1 = FloatVector.fromArray(LANE, first.data, 0), z2 = FloatVector.fromArray(LANE, second.data, 0);
        FloatVector z3 = FloatVector.fromArray(LANE, third.data, 0), z4 = FloatVector.fromArray(LANE, fourth.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector w = FloatVector.fromArray(LANE, fc, i * df).mul(radians), ww = w.mul(w);
            // tan w = n / m, a Pade approximant exact to 1e-6 up to 15 kHz; g = tan w / (1 + tan w) of the stages
            FloatVector n = ww.sub(105f).mul(ww).add(945f).mul(w).mul(ROOT), m = ww.mul(15f).sub(420f).mul(ww).add(945f);
            FloatVector perStage = one.div(n.add(m)), g = n.mul(perStage), h = m.mul(perStage), gg = g.mul(g);
            // The continuants of the system, at most 4, 8 and 8, share one division.
            FloatVector p3 = gg.neg().add(4f), p2 = gg.mul(-4f).add(8f), p1 = gg.sub(8f).mul(gg).add(8f);
            FloatVector per = one.div(p3.mul(p2).mul(p1)), per3 = per.mul(p2).mul(p1), per2 = per.mul(p3).mul(p1), per1 = per.mul(p3).mul(p2);
            FloatVector by3 = per3.add(per3), by2 = p3.mul(per2), by1 = p2.mul(per1);
            FloatVector a4 = g.mul(0.5f), a3 = g.mul(by3), a2 = g.mul(by2), a1 = g.mul(by1);
            FloatVector c3 = h.mul(by3.add(by3)), c2 = h.mul(by2.add(by2)), c1 = h.mul(by1);
            FloatVector k = FloatVector.fromArray(LANE, q, i * dq).mul(FULL), raise = k.mul(COMPENSATION).add(1f);
            FloatVector both = one.div(k.mul(gg).mul(gg).mul(per1).add(1f).mul(raise)), share = both.mul(raise);
            FloatVector g1 = a1.mul(raise), g2 = g1.mul(a2), g3 = g2.mul(a3), g4 = g3.mul(a4);
            // What the states alone give, times the feedback: the first four Chebyshev polynomials.
            FloatVector back = k.mul(both).mul(h).mul(per1), twice = back.add(back);
            FloatVector k1 = back.mul(gg).mul(g), k2 = twice.mul(gg), k3 = gg.neg().add(2f).mul(g).mul(twice);
            FloatVector k4 = gg.mul(-3f).add(4f).mul(twice);
            for (int row = 2 * i; row < 2 * i + 2; row++) {
                FloatVector u = FloatVector.fromArray(LANE, rows, row * LANES).mul(share)
                        .sub(z4.mul(k4).add(z3.mul(k3)).add(z2.mul(k2).add(z1.mul(k1))));
                u = u.blend(roof, u.compare(VectorOperators.GT, roof)).blend(floor, u.compare(VectorOperators.LT, floor));
                FloatVector uu = u.mul(u);
                u = u.sub(u.mul(uu).mul(uu.mul(-FIFTH).add(THIRD)));
                FloatVector b4 = z4.mul(h), b3 = z3.mul(c3).add(b4.mul(a3)), b2 = z2.mul(c2).add(b3.mul(a2)), s1 = z1.mul(c1).add(b2.mul(a1));
                FloatVector s2 = s1.mul(a2).add(b2), s3 = s2.mul(a3).add(b3), s4 = s3.mul(a4).add(b4);
                FloatVector y1 = u.mul(g1).add(s1), y2 = u.mul(g2).add(s2), y3 = u.mul(g3).add(s3), y4 = u.mul(g4).add(s4);
                z1 = y1.add(y1).sub(z1);
                z2 = y2.add(y2).sub(z2);
                z3 = y3.add(y3).sub(z3);
                z4 = y4.add(y4).sub(z4);
                y4.intoArray(rows, row * LANES);
            }
        }
        z1.intoArray(first.data, 0);
        z2.intoArray(second.data, 0);
        z3.intoArray(third.data, 0);
        z4.intoArray(fourth.data, 0);
    }
}
