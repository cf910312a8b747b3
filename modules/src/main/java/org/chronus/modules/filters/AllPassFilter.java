package org.chronus.modules.filters;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * Two-pole all-pass: turns the phase, by half a cycle at the cutoff, and leaves the levels as they are; by trapezoidal integration
 * (A. Simper, "Solving the continuous SVF equations using trapezoidal integration", 2013). With the dry sound it makes a notch.
 */
public final class AllPassFilter extends Module {
    private final Input in = input("in");
    private final Input cutoff = input("cutoff").range(20, 20_000, Unit.HERTZ).normally(1_000).logarithmic().smoothed(0.005)
            .means("where the phase is turned by half a cycle");
    private final Input damping = input("damping").range(0.02, 2).normally(1.4142).smoothed(0.005)
            .means("1/Q: the smaller, the faster the phase turns there");
    private final Output out = output("out");
    private final State first = state();
    private final State second = state();

    @Override public double tail() {
        return Double.POSITIVE_INFINITY;
    }

    @Override public void generate(int start, int limit) {
        float[] x = in.data, f = cutoff.data, d = damping.data, y = out.data;
        int dx = in.step, df = cutoff.step, dd = damping.step, dy = out.step;
        float radians = (float) (Math.PI / sampleRate());
        FloatVector one = FloatVector.broadcast(LANE, 1f);
        FloatVector s1 = FloatVector.fromArray(LANE, first.data, 0), s2 = FloatVector.fromArray(LANE, second.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector w = FloatVector.fromArray(LANE, f, i * df).mul(radians), ww = w.mul(w);
            // tan w = n / m, a Pade approximant.
            FloatVector n = ww.sub(105f).mul(ww).add(945f).mul(w), m = ww.mul(15f).sub(420f).mul(ww).add(945f);
            FloatVector k = FloatVector.fromArray(LANE, d, i * dd), mm = m.mul(m), h = one.div(n.add(k.mul(m)).mul(n).add(mm));
            FloatVector nh = n.mul(h), nm = nh.mul(m).mul(2f), nn = n.mul(nh).mul(2f);
            FloatVector x0 = FloatVector.fromArray(LANE, x, i * dx);
            FloatVector next1 = nm.mul(x0).add(mm.mul(h).mul(2f).sub(1f).mul(s1).sub(nm.mul(s2)));
            s2 = nn.mul(x0).add(nm.mul(s1).sub(nn.sub(1f).mul(s2)));
            x0.sub(next1.add(s1).mul(k)).intoArray(y, i * dy);
            s1 = next1;
        }
        s1.intoArray(first.data, 0);
        s2.intoArray(second.data, 0);
    }
}
