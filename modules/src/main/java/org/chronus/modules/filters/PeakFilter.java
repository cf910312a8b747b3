package org.chronus.modules.filters;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * Peaking equaliser: raises or lowers what is around a frequency (R. Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter
 * coefficients", 1998), by trapezoidal integration (A. Simper, "Solving the continuous SVF equations using trapezoidal integration", 2013),
 * so that it may be moved.
 */
public final class PeakFilter extends Module {
    private final Input in = input("in");
    private final Input frequency = input("frequency").range(20, 20_000, Unit.HERTZ).normally(1_000).logarithmic().smoothed(0.005)
            .means("the middle of the peak");
    private final Input gain = input("gain").range(0.0625, 16, Unit.GAIN).normally(1).logarithmic().smoothed(0.02)
            .means("at the middle, up to 24 dB either way");
    private final Input q = input("q").range(0.1, 20).normally(1).logarithmic().smoothed(0.005)
            .means("frequency over the width at half the dB");
    private final Output out = output("out");
    private final State first = state();
    private final State second = state();

    @Override public double tail() {
        return Double.POSITIVE_INFINITY;
    }

    @Override public void generate(int start, int limit) {
        float[] x = in.data, f = frequency.data, g = gain.data, s = q.data, y = out.data;
        int dx = in.step, df = frequency.step, dg = gain.step, ds = q.step, dy = out.step;
        float radians = (float) (Math.PI / sampleRate());
        FloatVector one = FloatVector.broadcast(LANE, 1f);
        FloatVector s1 = FloatVector.fromArray(LANE, first.data, 0), s2 = FloatVector.fromArray(LANE, second.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector w = FloatVector.fromArray(LANE, f, i * df).mul(radians), ww = w.mul(w);
            // tan w = n / m, a Pade approximant exact to 1e-6 up to 15 kHz; what is divided by depends on the ports alone.
            FloatVector n = ww.sub(105f).mul(ww).add(945f).mul(w), m = ww.mul(15f).sub(420f).mul(ww).add(945f);
            FloatVector square = FloatVector.fromArray(LANE, g, i * dg), k = one.div(square.sqrt().mul(FloatVector.fromArray(LANE, s, i * ds)));
            FloatVector mm = m.mul(m), h = one.div(n.add(k.mul(m)).mul(n).add(mm));
            FloatVector nh = n.mul(h), nm = nh.mul(m).mul(2f), nn = n.mul(nh).mul(2f);
            FloatVector x0 = FloatVector.fromArray(LANE, x, i * dx);
            FloatVector next1 = nm.mul(x0).add(mm.mul(h).mul(2f).sub(1f).mul(s1).sub(nm.mul(s2)));
            s2 = nn.mul(x0).add(nm.mul(s1).sub(nn.sub(1f).mul(s2)));
            x0.add(next1.add(s1).mul(0.5f).mul(k).mul(square.sub(1f))).intoArray(y, i * dy);
            s1 = next1;
        }
        s1.intoArray(first.data, 0);
        s2.intoArray(second.data, 0);
    }
}
