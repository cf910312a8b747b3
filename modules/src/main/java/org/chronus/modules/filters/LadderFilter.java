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
 * Four-pole low-pass in the manner of the transistor ladder: four one-pole stages by trapezoidal integration, their feedback solved without
 * a delay (V. Zavalishin, "The Art of VA Filter Design", 2018, chapter 5), and a saturation where the feedback meets the input, which keeps
 * it bounded and in tune at self-oscillation. All of it runs at twice the sample rate, or what saturates would come back as aliases.
 *
 * <p>The states alone give the output's part s4 = h z4 + G (h z3 + G (h z2 + G h z1)); what the input adds is G^4 u. So u takes one step
 * from the states, and the divisions, which depend on cutoff and resonance alone, stay out of the feedback path.
 */
public final class LadderFilter extends Module {
    /** Feedback at full resonance; from 4 on it self-oscillates. */
    private static final float FULL = 4.4f;
    /** The input is raised by that share of the feedback, to make up for what resonance takes from the lows. */
    private static final float COMPENSATION = 0.5f;
    /** u - 4/27 u^3 + 4/405 u^5 climbs to 1.13 at the root of 4.5, with no slope and no bend left, and stays there. */
    private static final float KNEE = 2.1213203f, THIRD = 4 / 27f, FIFTH = 4 / 405f;

    private final Input in = input("in");
    private final Input cutoff = input("cutoff").range(20, 20_000, Unit.HERTZ).normally(1_000).logarithmic().smoothed(0.005)
            .means("where the slope of 24 dB per octave begins; the pitch of self-oscillation");
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
            // tan w = n / m, a Pade approximant exact to 1e-6 up to 15 kHz; G = tan w / (1 + tan w)
            FloatVector n = ww.sub(105f).mul(ww).add(945f).mul(w), m = ww.mul(15f).sub(420f).mul(ww).add(945f);
            FloatVector perStage = one.div(n.add(m)), g = n.mul(perStage), h = m.mul(perStage), gg = g.mul(g), ggg = gg.mul(g);
            FloatVector k = FloatVector.fromArray(LANE, q, i * dq).mul(FULL), share = one.div(k.mul(gg).mul(gg).add(1f));
            FloatVector raised = k.mul(COMPENSATION).add(1f).mul(share), kh = k.mul(share).mul(h);
            FloatVector k3 = kh.mul(g), k2 = kh.mul(gg), k1 = kh.mul(ggg), gggg = gg.mul(gg);
            for (int row = 2 * i; row < 2 * i + 2; row++) {
                FloatVector u = FloatVector.fromArray(LANE, rows, row * LANES).mul(raised)
                        .sub(z4.mul(kh).add(z3.mul(k3)).add(z2.mul(k2).add(z1.mul(k1))));
                u = u.blend(roof, u.compare(VectorOperators.GT, roof)).blend(floor, u.compare(VectorOperators.LT, floor));
                FloatVector uu = u.mul(u);
                u = u.sub(u.mul(uu).mul(uu.mul(-FIFTH).add(THIRD)));
                FloatVector s1 = z1.mul(h), s2 = z2.mul(h).add(g.mul(s1)), s3 = z3.mul(h).add(g.mul(s2)), s4 = z4.mul(h).add(g.mul(s3));
                FloatVector y1 = s1.add(g.mul(u)), y2 = s2.add(gg.mul(u)), y3 = s3.add(ggg.mul(u)), y4 = s4.add(gggg.mul(u));
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
