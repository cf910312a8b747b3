package org.chronus.modules.filters;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * Two-pole filter with all its outputs at once, by trapezoidal integration (A. Simper, "Solving the continuous SVF equations using
 * trapezoidal integration", 2013): it keeps its tuning, and stays quiet, while the cutoff moves.
 *
 * <p>Damping is 1/Q: 2 has no resonance at all, 1.414 is maximally flat, at 0.02 it nearly self-oscillates.
 */
public final class StateVariableFilter extends Module {
    private final Input in = input("in");
    private final Input cutoff = input("cutoff").range(20, 20_000, Unit.HERTZ).normally(1_000).logarithmic().smoothed(0.005)
            .means("where the slope of 12 dB per octave begins");
    private final Input damping = input("damping").range(0.02, 2).normally(1.4142).smoothed(0.005)
            .means("1/Q: 2 has no resonance, 1.414 is flat, 0.02 resonates at the cutoff");
    private final Output low = output("out").means("low-pass");
    private final Output band = output("band").means("band-pass, unity at the cutoff with damping 1");
    private final Output high = output("high").means("high-pass");
    private final Output notch = output("notch").means("all but the cutoff");
    private final State first = state();
    private final State second = state();

    @Override public double tail() {
        return Double.POSITIVE_INFINITY;
    }

    @Override public void generate(int start, int limit) {
        float[] x = in.data, fc = cutoff.data, d = damping.data, lp = low.data, bp = band.data, hp = high.data, np = notch.data;
        int dx = in.step, df = cutoff.step, dd = damping.step, dl = low.step, db = band.step, dh = high.step, dn = notch.step;
        boolean others = db + dh + dn != 0;
        float radians = (float) (Math.PI / sampleRate());
        FloatVector one = FloatVector.broadcast(LANE, 1f);
        FloatVector s1 = FloatVector.fromArray(LANE, first.data, 0), s2 = FloatVector.fromArray(LANE, second.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector w = FloatVector.fromArray(LANE, fc, i * df).mul(radians), ww = w.mul(w);
            // tan w = n / m, to 0.3 % at 18 kHz and far better below. With g = n / m everything shares one division, which depends on
            // the cutoff and damping alone and so stays out of the feedback path.
            FloatVector n = ww.mul(-1 / 15f).add(1f).mul(w), m = ww.mul(-0.4f).add(1f);
            FloatVector k = FloatVector.fromArray(LANE, d, i * dd);
            FloatVector mm = m.mul(m), h = one.div(n.add(k.mul(m)).mul(n).add(mm));
            FloatVector nh = n.mul(h), nm = nh.mul(m).mul(2f), nn = n.mul(nh).mul(2f);
            FloatVector x0 = FloatVector.fromArray(LANE, x, i * dx);
            // The states' next values directly from the present ones: three operations deep.
            FloatVector next1 = nm.mul(x0).add(mm.mul(h).mul(2f).sub(1f).mul(s1).sub(nm.mul(s2)));
            FloatVector next2 = nn.mul(x0).add(nm.mul(s1).sub(nn.sub(1f).mul(s2)));
            FloatVector v2 = next2.add(s2).mul(0.5f);
            v2.intoArray(lp, i * dl);
            // Worth a third of the time: most voices use the low-pass alone.
            if (others) {
                FloatVector v1 = next1.add(s1).mul(0.5f), rest = x0.sub(k.mul(v1));
                v1.intoArray(bp, i * db);
                rest.intoArray(np, i * dn);
                rest.sub(v2).intoArray(hp, i * dh);
            }
            s1 = next1;
            s2 = next2;
        }
        s1.intoArray(first.data, 0);
        s2.intoArray(second.data, 0);
    }
}
