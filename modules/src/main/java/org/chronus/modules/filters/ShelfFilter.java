package org.chronus.modules.filters;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.Choice;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * Shelving equaliser: raises or lowers all that is below, or all that is above, a frequency (R. Bristow-Johnson, "Cookbook formulae for
 * audio EQ biquad filter coefficients", 1998), by trapezoidal integration (A. Simper, 2013), so that it may be moved. A high shelf is a low
 * shelf the other way round, with all of it raised.
 */
public final class ShelfFilter extends Module {
    /** Which side of the frequency it raises. */
    public enum Side { LOW, HIGH }

    private final Choice<Side> side = choice("side", Side.LOW).means("what it raises: all below the frequency, or all above");
    private final Input in = input("in");
    private final Input frequency = input("frequency").range(20, 20_000, Unit.HERTZ).normally(500).logarithmic().smoothed(0.005)
            .means("where half the dB are reached");
    private final Input gain = input("gain").range(0.0625, 16, Unit.GAIN).normally(1).logarithmic().smoothed(0.02)
            .means("on the shelf, up to 24 dB either way");
    private final Input q = input("q").range(0.3, 2).normally(0.7071).logarithmic().smoothed(0.005)
            .means("how steep it is; above 0.71 it overshoots");
    private final Output out = output("out");
    private final State first = state();
    private final State second = state();
    private boolean high;

    @Override protected void activate() {
        high = side.value() == Side.HIGH;
    }

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
            FloatVector all = FloatVector.fromArray(LANE, g, i * dg), shelf = high ? one.div(all) : all, a = shelf.sqrt();
            FloatVector w = FloatVector.fromArray(LANE, f, i * df).mul(radians), ww = w.mul(w);
            // tan w / sqrt a = n / m, by a Pade approximant.
            FloatVector n = ww.sub(105f).mul(ww).add(945f).mul(w), m = ww.mul(15f).sub(420f).mul(ww).add(945f).mul(a.sqrt());
            FloatVector k = one.div(FloatVector.fromArray(LANE, s, i * ds)), mm = m.mul(m), h = one.div(n.add(k.mul(m)).mul(n).add(mm));
            FloatVector nh = n.mul(h), nm = nh.mul(m).mul(2f), nn = n.mul(nh).mul(2f);
            FloatVector x0 = FloatVector.fromArray(LANE, x, i * dx);
            FloatVector next1 = nm.mul(x0).add(mm.mul(h).mul(2f).sub(1f).mul(s1).sub(nm.mul(s2)));
            FloatVector next2 = nn.mul(x0).add(nm.mul(s1).sub(nn.sub(1f).mul(s2)));
            FloatVector band = next1.add(s1).mul(0.5f), low = next2.add(s2).mul(0.5f);
            FloatVector sum = x0.add(band.mul(k).mul(a.sub(1f))).add(low.mul(shelf.sub(1f)));
            (high ? sum.mul(all) : sum).intoArray(y, i * dy);
            s1 = next1;
            s2 = next2;
        }
        s1.intoArray(first.data, 0);
        s2.intoArray(second.data, 0);
    }
}
