package org.chronus.modules.effects;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Conversion;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * Comb filter, tuned in pitch: a delay of one period, fed back through a low-pass, fed forward, or both, w = x + b low(w'), y = w + f w'
 * (K. Karplus and A. Strong, "Digital synthesis of plucked-string and drum timbres", 1983; D. Jaffe and J. O. Smith, "Extensions of the
 * Karplus-Strong plucked-string algorithm", 1983). The delay makes up for the phase that the low-pass turns, and is interpolated along the
 * cubic of Catmull and Rom. The input is lowered so that a noise comes out as loud as it went in.
 */
public final class Comb extends Module {
    private static final float LOWEST_HERTZ = 16, DULLEST = 0.8f, SHORTEST = 2, INAUDIBLE = 1e-20f;
    private static final double HUNDRED_DECIBELS = Math.log(1e5);

    private final Input in = input("in");
    private final Input pitch = input("pitch").range(-24, 136, Unit.NOTE).follows(NoteSignal.PITCH).as(Conversion.FREQUENCY)
            .means("note number, with fraction, that it rings at");
    private final Input tune = input("tune").range(-60, 60, Unit.SEMITONES).smoothed(0.005).as(Conversion.RATIO).means("added to the pitch");
    private final Input feedback = input("feedback").range(-0.995, 0.995, Unit.SHARE).normally(0.9).smoothed(0.02)
            .means("how long it rings; below 0 an octave lower, with odd harmonics");
    private final Input forward = input("forward").range(-1, 1, Unit.SHARE).smoothed(0.02)
            .means("level of the delayed copy: 1 has peaks at the harmonics, -1 notches");
    private final Input damping = input("damping").range(0, 1, Unit.SHARE).normally(0.2).held().means("how much faster the highs decay");
    private final Output out = output("out");
    private final State lowpass = state();
    /** How many frames were written since the voice started, as far as any delay reaches. */
    private final State written = state();
    private final int[] ages = new int[LANES];
    /** The four samples around the delay, the newest first. */
    private final float[] around = new float[4 * LANES];
    private float[] ring = {};
    private int mask;
    private int position;
    private float slowest = 1 / LOWEST_HERTZ;
    private float strongest = 0.9f;

    @Override protected void activate() {
        int size = Integer.highestOneBit((int) (sampleRate() / LOWEST_HERTZ) + 4) * 2;
        mask = size - 1;
        ring = new float[size * LANES];
    }

    /** [audio] At the lowest pitch and the strongest feedback as they are now. */
    @Override public double tail() {
        return (slowest + 0.001) * (2 + 2 * HUNDRED_DECIBELS / -Math.log(Math.max(strongest, 0.01)));
    }

    @Override public void generate(int start, int limit) {
        float[] x = in.data, p = pitch.data, t = tune.data, b = feedback.data, f = forward.data, y = out.data;
        int dx = in.step, dp = pitch.step, dt = tune.step, db = feedback.step, df = forward.step, dy = out.step;
        float rate = sampleRate(), radians = (float) (2 * Math.PI) / rate;
        FloatVector one = FloatVector.broadcast(LANE, 1f), zero = FloatVector.zero(LANE), lowest = FloatVector.broadcast(LANE, LOWEST_HERTZ);
        FloatVector keep = FloatVector.fromArray(LANE, damping.data, 0).mul(DULLEST), pass = one.sub(keep), half = keep.mul(0.5f);
        FloatVector shortest = FloatVector.broadcast(LANE, SHORTEST), most = FloatVector.broadcast(LANE, (float) mask);
        FloatVector low = FloatVector.fromArray(LANE, lowpass.data, 0), known = FloatVector.fromArray(LANE, written.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector hertz = FloatVector.fromArray(LANE, p, i * dp).mul(FloatVector.fromArray(LANE, t, i * dt));
            hertz = hertz.blend(lowest, hertz.compare(VectorOperators.LT, lowest));
            // A period, less the phase delay of the low-pass: atan(w z) / w with w z = k sin w / (1 - k cos w).
            FloatVector w = hertz.mul(radians), ww = w.mul(w);
            FloatVector z = keep.mul(ww.mul(-1 / 6f).add(1f)).div(pass.add(half.mul(ww))), zz = z.mul(z).mul(ww);
            FloatVector delay = one.div(hertz).mul(rate).sub(z.mul(zz.mul(4f).add(15f)).div(zz.mul(9f).add(15f)));
            delay = delay.blend(shortest, delay.compare(VectorOperators.LT, shortest));
            IntVector whole = (IntVector) delay.convert(VectorOperators.F2I, 0);
            whole.intoArray(ages, 0);
            look();
            FloatVector age = (FloatVector) whole.convert(VectorOperators.I2F, 0), r = delay.sub(age), left = known.sub(age);
            FloatVector a = FloatVector.fromArray(LANE, around, 0).blend(zero, left.compare(VectorOperators.LT, -1f));
            FloatVector e = FloatVector.fromArray(LANE, around, LANES).blend(zero, left.compare(VectorOperators.LT, 0f));
            FloatVector c = FloatVector.fromArray(LANE, around, 2 * LANES).blend(zero, left.compare(VectorOperators.LT, 1f));
            FloatVector d = FloatVector.fromArray(LANE, around, 3 * LANES).blend(zero, left.compare(VectorOperators.LT, 2f));
            FloatVector slope = c.sub(a).mul(0.5f), bend = a.sub(e.mul(2.5f)).add(c.mul(2f)).sub(d.mul(0.5f));
            FloatVector old = d.sub(a).mul(0.5f).add(e.sub(c).mul(1.5f)).mul(r).add(bend).mul(r).add(slope).mul(r).add(e);
            low = old.add(low.sub(old).mul(keep));
            low = low.blend(zero, low.abs().compare(VectorOperators.LT, INAUDIBLE));
            FloatVector back = FloatVector.fromArray(LANE, b, i * db);
            FloatVector v = FloatVector.fromArray(LANE, x, i * dx).mul(one.sub(back.mul(back)).sqrt()).add(back.mul(low));
            v = v.blend(zero, v.abs().compare(VectorOperators.LT, INAUDIBLE));
            v.intoArray(ring, (position & mask) * LANES);
            position++;
            known = known.add(1f);
            known = known.blend(most, known.compare(VectorOperators.GT, most));
            v.add(old.mul(FloatVector.fromArray(LANE, f, i * df))).intoArray(y, i * dy);
        }
        low.intoArray(lowpass.data, 0);
        known.intoArray(written.data, 0);
        rememberForTail(limit - 1);
    }

    /** Each lane has a place of its own in the ring. */
    private void look() {
        for (int lane = 0; lane < LANES; lane++) {
            int at = position - ages[lane];
            around[lane] = ring[(at + 1 & mask) * LANES + lane];
            around[LANES + lane] = ring[(at & mask) * LANES + lane];
            around[2 * LANES + lane] = ring[(at - 1 & mask) * LANES + lane];
            around[3 * LANES + lane] = ring[(at - 2 & mask) * LANES + lane];
        }
    }

    private void rememberForTail(int frame) {
        slowest = 0;
        strongest = 0;
        for (int lane = 0; lane < width(); lane++) {
            slowest = Math.max(slowest, 1 / Math.max(pitch.data[frame * pitch.step + lane] * tune.data[frame * tune.step + lane], LOWEST_HERTZ));
            strongest = Math.max(strongest, Math.abs(feedback.data[frame * feedback.step + lane]));
        }
    }
}
