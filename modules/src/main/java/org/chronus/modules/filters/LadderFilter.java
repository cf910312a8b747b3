package org.chronus.modules.filters;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * Four-pole low-pass in the manner of the transistor ladder: four one-pole stages by trapezoidal integration, their feedback solved without
 * a delay (V. Zavalishin, "The Art of VA Filter Design", 2018, chapter 5), and a saturation where the feedback meets the input, which keeps
 * it bounded and in tune at self-oscillation.
 *
 * <p>The states alone give the output's part s4 = h z4 + G (h z3 + G (h z2 + G h z1)); what the input adds is G^4 u. So u takes one step
 * from the states, and the divisions, which depend on cutoff and resonance alone, stay out of the feedback path.
 */
public final class LadderFilter extends Module {
    /** Feedback at full resonance; from 4 on it self-oscillates. */
    private static final float FULL = 4.4f;
    /** The input is raised by that share of the feedback, to make up for what resonance takes from the lows. */
    private static final float COMPENSATION = 0.5f;
    /** u - 4/27 u^3 climbs to 1 at 1.5, and stays there. */
    private static final float KNEE = 1.5f;

    private final Input in = input("in");
    private final Input cutoff = input("cutoff").range(20, 20_000, Unit.HERTZ).normally(1_000).logarithmic().smoothed(0.005)
            .means("where the slope of 24 dB per octave begins; the pitch of self-oscillation");
    private final Input resonance = input("resonance").range(0, 1, Unit.SHARE).smoothed(0.005)
            .means("0 has none; from 0.91 on it self-oscillates");
    private final Input drive = input("drive").range(0.1, 10, Unit.GAIN).normally(1).logarithmic().smoothed(0.005)
            .means("factor on the input, before it saturates at 1");
    private final Output out = output("out").means("low-pass");
    private final State first = state();
    private final State second = state();
    private final State third = state();
    private final State fourth = state();

    @Override public double tail() {
        return Double.POSITIVE_INFINITY;
    }

    @Override public void generate(int start, int limit) {
        float[] x = in.data, fc = cutoff.data, q = resonance.data, d = drive.data, y = out.data;
        int dx = in.step, df = cutoff.step, dq = resonance.step, dd = drive.step, dy = out.step;
        float radians = (float) (Math.PI / sampleRate());
        FloatVector one = FloatVector.broadcast(LANE, 1f);
        FloatVector roof = FloatVector.broadcast(LANE, KNEE), floor = roof.neg();
        FloatVector z1 = FloatVector.fromArray(LANE, first.data, 0), z2 = FloatVector.fromArray(LANE, second.data, 0);
        FloatVector z3 = FloatVector.fromArray(LANE, third.data, 0), z4 = FloatVector.fromArray(LANE, fourth.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector w = FloatVector.fromArray(LANE, fc, i * df).mul(radians), ww = w.mul(w);
            // tan w = n / m, a Pade approximant exact to 1e-6 up to 15 kHz; G = tan w / (1 + tan w)
            FloatVector n = ww.sub(105f).mul(ww).add(945f).mul(w), m = ww.mul(15f).sub(420f).mul(ww).add(945f);
            FloatVector perStage = one.div(n.add(m)), g = n.mul(perStage), h = m.mul(perStage), gg = g.mul(g);
            FloatVector k = FloatVector.fromArray(LANE, q, i * dq).mul(FULL), share = one.div(k.mul(gg).mul(gg).add(1f));
            FloatVector v = FloatVector.fromArray(LANE, x, i * dx).mul(FloatVector.fromArray(LANE, d, i * dd))
                    .mul(k.mul(COMPENSATION).add(1f)).mul(share);
            FloatVector kh = k.mul(share).mul(h), ggg = gg.mul(g);

            FloatVector u = v.sub(z4.mul(kh).add(z3.mul(kh.mul(g))).add(z2.mul(kh.mul(gg)).add(z1.mul(kh.mul(ggg)))));
            u = u.blend(roof, u.compare(VectorOperators.GT, roof)).blend(floor, u.compare(VectorOperators.LT, floor));
            u = u.sub(u.mul(u).mul(u.mul(4 / 27f)));
            FloatVector s1 = z1.mul(h), s2 = z2.mul(h).add(g.mul(s1)), s3 = z3.mul(h).add(g.mul(s2)), s4 = z4.mul(h).add(g.mul(s3));
            FloatVector y1 = s1.add(g.mul(u)), y2 = s2.add(gg.mul(u)), y3 = s3.add(ggg.mul(u)), y4 = s4.add(gg.mul(gg).mul(u));
            z1 = y1.add(y1).sub(z1);
            z2 = y2.add(y2).sub(z2);
            z3 = y3.add(y3).sub(z3);
            z4 = y4.add(y4).sub(z4);
            y4.intoArray(y, i * dy);
        }
        z1.intoArray(first.data, 0);
        z2.intoArray(second.data, 0);
        z3.intoArray(third.data, 0);
        z4.intoArray(fourth.data, 0);
    }
}
