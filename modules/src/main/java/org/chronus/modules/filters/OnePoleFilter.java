package org.chronus.modules.filters;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * One-pole filter: a gentle low-pass and high-pass at once, by trapezoidal integration (V. Zavalishin, "The Art of VA Filter Design", 2018,
 * chapter 3). The two add up to the input.
 */
public final class OnePoleFilter extends Module {
    private final Input in = input("in");
    private final Input cutoff = input("cutoff").range(5, 20_000, Unit.HERTZ).normally(1_000).logarithmic().smoothed(0.005)
            .means("where the slope of 6 dB per octave begins");
    private final Output low = output("out").means("low-pass");
    private final Output high = output("high").means("high-pass");
    private final State state = state();

    @Override public double tail() {
        return Double.POSITIVE_INFINITY;
    }

    @Override public void generate(int start, int limit) {
        float[] x = in.data, f = cutoff.data, lp = low.data, hp = high.data;
        int dx = in.step, df = cutoff.step, dl = low.step, dh = high.step;
        float radians = (float) (Math.PI / sampleRate());
        FloatVector s = FloatVector.fromArray(LANE, state.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector w = FloatVector.fromArray(LANE, f, i * df).mul(radians), ww = w.mul(w), x0 = FloatVector.fromArray(LANE, x, i * dx);
            // tan w = n / m, a Pade approximant; G = tan w / (1 + tan w).
            FloatVector n = ww.mul(-1 / 15f).add(1f).mul(w), m = ww.mul(-0.4f).add(1f), step = x0.sub(s).mul(n.div(n.add(m)));
            FloatVector y = s.add(step);
            s = y.add(step);
            y.intoArray(lp, i * dl);
            x0.sub(y).intoArray(hp, i * dh);
        }
        s.intoArray(state.data, 0);
    }
}
