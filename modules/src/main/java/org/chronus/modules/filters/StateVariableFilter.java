package org.chronus.modules.filters;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Two-pole filter with all its outputs at once, by trapezoidal integration (A. Simper, "Solving the continuous SVF equations using
 * trapezoidal integration", 2013): it keeps its tuning, and stays quiet, while the cutoff moves.
 *
 * <p>Damping is 1/Q: 2 has no resonance at all, 1.414 is maximally flat, 0.02 sings.
 */
public final class StateVariableFilter extends Module {
    private final Input in = input("in");
    private final Input cutoff = input("cutoff").range(20, 20_000, Unit.HERTZ).normally(1_000).logarithmic().smoothed(0.005)
            .means("where the slope of 12 dB per octave begins");
    private final Input damping = input("damping").range(0.02, 2).normally(1.4142).smoothed(0.005)
            .means("1/Q: 2 is dull, 1.414 flat, 0.02 sings at the cutoff");
    private final Output low = output("out").means("low-pass");
    private final Output band = output("band").means("band-pass, unity at the cutoff with damping 1");
    private final Output high = output("high").means("high-pass");
    private final Output notch = output("notch").means("all but the cutoff");
    private final State first = state();
    private final State second = state();

    @Override public void generate(int start, int limit) {
        float[] x = in.data, fc = cutoff.data, d = damping.data, lp = low.data, bp = band.data, hp = high.data, np = notch.data;
        int dx = in.step, df = cutoff.step, dd = damping.step, dl = low.step, db = band.step, dh = high.step, dn = notch.step;
        float radians = (float) (Math.PI / sampleRate());
        FloatVector one = FloatVector.broadcast(LANE, 1f), edge = FloatVector.broadcast(LANE, 1.5f);
        FloatVector s1 = FloatVector.fromArray(LANE, first.data, 0), s2 = FloatVector.fromArray(LANE, second.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector w = FloatVector.fromArray(LANE, fc, i * df).mul(radians);
            w = w.blend(edge, w.compare(VectorOperators.GT, edge));
            FloatVector ww = w.mul(w);
            // tan w = n / m, a Pade approximant exact to 1e-6 up to 15 kHz; with g = n / m everything shares one division,
            // which depends on the cutoff alone and so stays out of the feedback path.
            FloatVector n = ww.sub(105f).mul(ww).add(945f).mul(w), m = ww.mul(15f).sub(420f).mul(ww).add(945f);
            FloatVector k = FloatVector.fromArray(LANE, d, i * dd);
            FloatVector mm = m.mul(m), h = one.div(n.add(k.mul(m)).mul(n).add(mm));
            FloatVector nh = n.mul(h), a1 = mm.mul(h), a2 = m.mul(nh), a3 = n.mul(nh);
            FloatVector v0 = FloatVector.fromArray(LANE, x, i * dx), v3 = v0.sub(s2);
            FloatVector v1 = a1.mul(s1).add(a2.mul(v3));
            FloatVector v2 = a2.mul(s1).add(a3.mul(v3)).add(s2);
            s1 = v1.add(v1).sub(s1);
            s2 = v2.add(v2).sub(s2);
            FloatVector rest = v0.sub(k.mul(v1));
            v2.intoArray(lp, i * dl);
            v1.intoArray(bp, i * db);
            rest.intoArray(np, i * dn);
            rest.sub(v2).intoArray(hp, i * dh);
        }
        s1.intoArray(first.data, 0);
        s2.intoArray(second.data, 0);
    }
}
