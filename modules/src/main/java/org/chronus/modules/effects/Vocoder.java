package org.chronus.modules.effects;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Choice;
import org.chronus.modules.Conversion;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * Channel vocoder: the levels of a modulator, a voice, in bands from 100 Hz to 8 kHz become those of a carrier, an instrument (H. Dudley,
 * "Remaking speech", 1939). A band is two band-passes in series, by trapezoidal integration (A. Simper, 2013), that meet their neighbours
 * 3 dB down; what the modulator has above, its sibilants, may pass as it is.
 */
public final class Vocoder extends Module {
    /** How many bands. */
    public enum Bands { SIXTEEN, TWENTY, TWENTY_FOUR }

    private static final double LOWEST = 100, HIGHEST = 8_000, SIBILANT = 6_000;
    /** Two band-passes in series are 3 dB down where each of them is 1.5. */
    private static final double NARROWER = Math.sqrt(Math.sqrt(2) - 1);
    private static final int STATES = 9;
    private static final float INAUDIBLE = 1e-20f, LEVEL = 7.5f;
    private static final float HIGHEST_RADIANS = (float) (0.44 * Math.PI);

    private final Choice<Bands> bands = choice("bands", Bands.SIXTEEN).means("how many: more are clearer, fewer more like a machine");
    private final Input in = input("in").means("the carrier: what is heard");
    private final Input modulator = input("modulator").means("whose levels it takes on: a voice");
    private final Input attack = input("attack").range(0.0005, 0.1, Unit.SECONDS).normally(0.003).logarithmic().held()
            .means("until a band has followed 63 % of a rise");
    private final Input release = input("release").range(0.002, 2, Unit.SECONDS).normally(0.03).logarithmic().held()
            .means("until it has followed 63 % of a fall");
    private final Input formant = input("formant").range(-12, 12, Unit.SEMITONES).as(Conversion.RATIO).held()
            .means("shifts the carrier's bands against the modulator's");
    private final Input sibilance = input("sibilance").range(0, 1, Unit.SHARE).normally(0.3).smoothed(0.02)
            .means("how much of the modulator above 6 kHz passes as it is");
    private final Input level = input("level").range(0, 8, Unit.GAIN).normally(1).smoothed(0.02).means("factor on the vocoder");
    private final Input mix = input("mix").range(0, 1, Unit.SHARE).normally(1).smoothed(0.02).means("0 the carrier, 1 the vocoder alone");
    private final Output out = output("out");
    private final State low = state();
    private final float[] wet = new float[BLOCK * LANES];
    private float[] radians = {};
    private float[] states = {};
    private float damping;
    private float sibilant;
    private float gain;

    @Override protected void activate() {
        int count = 16 + 4 * bands.value().ordinal();
        double ratio = StrictMath.pow(HIGHEST / LOWEST, 1.0 / (count - 1)), root = StrictMath.sqrt(ratio);
        damping = (float) ((root - 1 / root) / NARROWER);
        gain = (float) (LEVEL * Math.sqrt(count));
        radians = new float[count];
        states = new float[count * STATES * LANES];
        for (int band = 0; band < count; band++) {
            radians[band] = (float) (Math.PI * LOWEST * StrictMath.pow(ratio, band) / sampleRate());
        }
        sibilant = (float) -StrictMath.expm1(-2 * Math.PI * SIBILANT / sampleRate());
    }

    @Override protected void reset(int lane) {
        for (int i = lane; i < states.length; i += LANES) {
            states[i] = 0;
        }
    }

    @Override public double tail() {
        return Double.POSITIVE_INFINITY;
    }

    @Override public void generate(int start, int limit) {
        if (start == 0) {
            flushBands();
        }
        passSibilants(start, limit);
        for (int band = 0; band < radians.length; band++) {
            run(radians[band], band * STATES * LANES, start, limit);
        }
        float[] x = in.data, l = level.data, m = mix.data, y = out.data;
        int dx = in.step, dl = level.step, dm = mix.step, dy = out.step;
        for (int i = start; i < limit; i++) {
            FloatVector dry = FloatVector.fromArray(LANE, x, i * dx);
            FloatVector made = FloatVector.fromArray(LANE, wet, i * LANES).mul(FloatVector.fromArray(LANE, l, i * dl));
            dry.add(made.sub(dry).mul(FloatVector.fromArray(LANE, m, i * dm))).intoArray(y, i * dy);
        }
    }

    private void passSibilants(int start, int limit) {
        float[] v = modulator.data, s = sibilance.data;
        int dv = modulator.step, ds = sibilance.step;
        FloatVector below = FloatVector.fromArray(LANE, low.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector voice = FloatVector.fromArray(LANE, v, i * dv);
            below = below.add(voice.sub(below).mul(sibilant));
            voice.sub(below).mul(FloatVector.fromArray(LANE, s, i * ds)).intoArray(wet, i * LANES);
        }
        below.intoArray(low.data, 0);
    }

    /** One band: m for the modulator's filters, c for the carrier's, which may be tuned otherwise. */
    private void run(float w, int at, int start, int limit) {
        float[] x = in.data, v = modulator.data;
        int dx = in.step, dv = modulator.step;
        FloatVector one = FloatVector.broadcast(LANE, 1f), roof = FloatVector.broadcast(LANE, HIGHEST_RADIANS);
        FloatVector up = one.div(FloatVector.fromArray(LANE, attack.data, 0).mul(sampleRate()).add(1f));
        FloatVector down = one.div(FloatVector.fromArray(LANE, release.data, 0).mul(sampleRate()).add(1f));
        // tan w = n / m; the states' next values directly from the present ones, as in the svf module.
        FloatVector mw = FloatVector.broadcast(LANE, w), cw = FloatVector.fromArray(LANE, formant.data, 0).mul(w);
        mw = mw.blend(roof, mw.compare(VectorOperators.GT, roof));
        cw = cw.blend(roof, cw.compare(VectorOperators.GT, roof));
        FloatVector mww = mw.mul(mw), mn = mww.mul(-1 / 15f).add(1f).mul(mw), mm = mww.mul(-0.4f).add(1f);
        FloatVector cww = cw.mul(cw), cn = cww.mul(-1 / 15f).add(1f).mul(cw), cm = cww.mul(-0.4f).add(1f);
        FloatVector mh = one.div(mn.add(mm.mul(damping)).mul(mn).add(mm.mul(mm))), ch = one.div(cn.add(cm.mul(damping)).mul(cn).add(cm.mul(cm)));
        FloatVector mb = mn.mul(mm).mul(mh).mul(2f), ml = mn.mul(mn).mul(mh).mul(2f), mk = mm.mul(mm).mul(mh).mul(2f).sub(1f), me = ml.sub(1f);
        FloatVector cb = cn.mul(cm).mul(ch).mul(2f), cl = cn.mul(cn).mul(ch).mul(2f), ck = cm.mul(cm).mul(ch).mul(2f).sub(1f), ce = cl.sub(1f);
        float half = 0.5f * damping;
        FloatVector m1 = FloatVector.fromArray(LANE, states, at), m2 = FloatVector.fromArray(LANE, states, at + LANES);
        FloatVector m3 = FloatVector.fromArray(LANE, states, at + 2 * LANES), m4 = FloatVector.fromArray(LANE, states, at + 3 * LANES);
        FloatVector c1 = FloatVector.fromArray(LANE, states, at + 4 * LANES), c2 = FloatVector.fromArray(LANE, states, at + 5 * LANES);
        FloatVector c3 = FloatVector.fromArray(LANE, states, at + 6 * LANES), c4 = FloatVector.fromArray(LANE, states, at + 7 * LANES);
        FloatVector followed = FloatVector.fromArray(LANE, states, at + 8 * LANES);
        for (int i = start; i < limit; i++) {
            FloatVector a = FloatVector.fromArray(LANE, v, i * dv), b = FloatVector.fromArray(LANE, x, i * dx);
            FloatVector next = mb.mul(a).add(mk.mul(m1).sub(mb.mul(m2)));
            m2 = ml.mul(a).add(mb.mul(m1).sub(me.mul(m2)));
            a = next.add(m1).mul(half);
            m1 = next;
            next = mb.mul(a).add(mk.mul(m3).sub(mb.mul(m4)));
            m4 = ml.mul(a).add(mb.mul(m3).sub(me.mul(m4)));
            a = next.add(m3).mul(half).abs();
            m3 = next;
            next = cb.mul(b).add(ck.mul(c1).sub(cb.mul(c2)));
            c2 = cl.mul(b).add(cb.mul(c1).sub(ce.mul(c2)));
            b = next.add(c1).mul(half);
            c1 = next;
            next = cb.mul(b).add(ck.mul(c3).sub(cb.mul(c4)));
            c4 = cl.mul(b).add(cb.mul(c3).sub(ce.mul(c4)));
            b = next.add(c3).mul(half);
            c3 = next;
            FloatVector way = a.sub(followed);
            followed = followed.add(way.mul(down.blend(up, way.compare(VectorOperators.GT, 0f))));
            FloatVector.fromArray(LANE, wet, i * LANES).add(b.mul(followed).mul(gain)).intoArray(wet, i * LANES);
        }
        m1.intoArray(states, at);
        m2.intoArray(states, at + LANES);
        m3.intoArray(states, at + 2 * LANES);
        m4.intoArray(states, at + 3 * LANES);
        c1.intoArray(states, at + 4 * LANES);
        c2.intoArray(states, at + 5 * LANES);
        c3.intoArray(states, at + 6 * LANES);
        c4.intoArray(states, at + 7 * LANES);
        followed.intoArray(states, at + 8 * LANES);
    }

    /** Zeroes what would decay into denormal numbers. */
    private void flushBands() {
        for (int i = 0; i < states.length; i += LANES) {
            FloatVector values = FloatVector.fromArray(LANE, states, i);
            values.blend(0f, values.abs().lt(INAUDIBLE)).intoArray(states, i);
        }
    }
}
