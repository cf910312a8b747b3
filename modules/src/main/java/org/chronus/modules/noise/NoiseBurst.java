package org.chronus.modules.noise;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.Output;
import org.chronus.modules.Seed;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * A burst of noise at each rise of the gate, for the hammer, pick or breath at the beginning of a note: white noise (G. Marsaglia, "Xorshift RNGs",
 * 2003) through a one-pole low-pass, that rises and decays exponentially. It takes no notice of the gate's end.
 *
 * <p>No two strikes are alike, and the same song has the same strikes: level and tone are drawn anew for each, from the note's own seed.
 */
public final class NoiseBurst extends Module {
    private static final float SIXTY_DECIBELS = (float) Math.log(1000);
    private static final float SHORTEST = 0.0005f;
    /** How far level and tone go at full variation: 0.65 to 1.35 times. */
    private static final float SWAY = 0.35f * 0x1p-31f;

    /** Of the low-pass, in radians per half a frame: just below half the rate. */
    private static final float HIGHEST = 1.45f;

    private final Input gate = input("gate").follows(NoteSignal.GATE).means("a rise above 0 begins a burst");
    private final Input length = input("length").range(0, 10, Unit.SECONDS).normally(0.02).held().means("from its beginning to 60 dB below it");
    private final Input attack = input("attack").range(0, 1, Unit.SECONDS).held().means("how slowly it rises: 0 for a hammer, 0.05 for a breath");
    private final Input tone = input("tone").range(20, 20_000, Unit.HERTZ).normally(5_000).logarithmic().smoothed(0.005)
            .means("where its slope of 6 dB per octave begins");
    private final Input variation = input("variation").range(0, 1, Unit.SHARE).normally(0.3).held()
            .means("how much level and tone differ from strike to strike: 3 dB and half an octave at 1");
    private final Output out = output("out").means("about -1 to 1");
    private final Seed seed = seed();
    private final State held = state();
    /** How much of it is left, and how far it has not yet risen. */
    private final State left = state();
    private final State below = state();
    private final State low = state();
    private final State level = state();
    private final State colour = state();
    private final float[] fall = new float[LANES];
    private final float[] rise = new float[LANES];

    @Override public void generate(int start, int limit) {
        times();
        float[] g = gate.data, fc = tone.data, y = out.data;
        int dg = gate.step, df = tone.step, dy = out.step;
        float radians = (float) (Math.PI / sampleRate());
        FloatVector one = FloatVector.broadcast(LANE, 1f), zero = FloatVector.zero(LANE), highest = FloatVector.broadcast(LANE, HIGHEST);
        FloatVector sway = FloatVector.fromArray(LANE, variation.data, 0).mul(SWAY);
        FloatVector keep = FloatVector.fromArray(LANE, fall, 0), lag = FloatVector.fromArray(LANE, rise, 0);
        FloatVector before = FloatVector.fromArray(LANE, held.data, 0), e = FloatVector.fromArray(LANE, left.data, 0);
        FloatVector b = FloatVector.fromArray(LANE, below.data, 0), s = FloatVector.fromArray(LANE, low.data, 0);
        FloatVector loud = FloatVector.fromArray(LANE, level.data, 0), bright = FloatVector.fromArray(LANE, colour.data, 0);
        IntVector x = IntVector.fromArray(LANE_INT, seed.data, 0);
        for (int i = start; i < limit; i++) {
            x = x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHL, 13));
            x = x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHR, 17));
            x = x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHL, 5));
            FloatVector white = ((FloatVector) x.convert(VectorOperators.I2F, 0));
            FloatVector now = FloatVector.fromArray(LANE, g, i * dg);
            VectorMask<Float> strike = now.compare(VectorOperators.GT, zero).and(before.compare(VectorOperators.LE, zero));
            before = now;
            // The generator's lower half has nothing to do with its upper half.
            FloatVector other = ((FloatVector) x.lanewise(VectorOperators.LSHL, 16).convert(VectorOperators.I2F, 0));
            loud = loud.blend(white.mul(sway).add(1f), strike);
            bright = bright.blend(other.mul(sway).add(1f), strike);
            e = e.mul(keep).blend(one, strike);
            b = b.mul(lag).blend(one, strike);
            // tan w = n / m; the low-pass is trapezoidal, its share tan w / (1 + tan w).
            FloatVector w = FloatVector.fromArray(LANE, fc, i * df).mul(bright).mul(radians);
            w = w.blend(highest, w.compare(VectorOperators.GT, highest));
            FloatVector ww = w.mul(w), n = ww.mul(-1 / 15f).add(1f).mul(w), m = ww.mul(-0.4f).add(1f);
            FloatVector v = white.mul(loud).mul(0x1p-31f).mul(e.sub(e.mul(b))).sub(s).mul(n.div(n.add(m)));
            FloatVector lp = v.add(s);
            s = lp.add(v);
            lp.intoArray(y, i * dy);
        }
        x.intoArray(seed.data, 0);
        before.intoArray(held.data, 0);
        e.intoArray(left.data, 0);
        b.intoArray(below.data, 0);
        s.intoArray(low.data, 0);
        loud.intoArray(level.data, 0);
        bright.intoArray(colour.data, 0);
    }

    /** What a frame leaves of it, and of what has not yet risen: exp(-x) = (1 - x/2 + x^2/12) / (1 + x/2 + x^2/12), to 1e-4 and better. */
    private void times() {
        FloatVector shortest = FloatVector.broadcast(LANE, SHORTEST);
        FloatVector t = FloatVector.fromArray(LANE, length.data, 0), ta = FloatVector.fromArray(LANE, attack.data, 0);
        FloatVector perFrame = FloatVector.broadcast(LANE, SIXTY_DECIBELS / sampleRate());
        FloatVector x = perFrame.div(t.blend(shortest, t.lt(shortest))), even = x.mul(x).mul(1 / 12f).add(1f);
        even.sub(x.mul(0.5f)).div(even.add(x.mul(0.5f))).intoArray(fall, 0);
        FloatVector risen = perFrame.div(ta.blend(shortest, ta.lt(shortest))), whole = risen.mul(risen).mul(1 / 12f).add(1f);
        whole.sub(risen.mul(0.5f)).div(whole.add(risen.mul(0.5f))).intoArray(rise, 0);
    }
}
