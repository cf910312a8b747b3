package org.chronus.modules.oscillators;

import static org.chronus.modules.oscillators.SineOscillator.Q0;
import static org.chronus.modules.oscillators.SineOscillator.Q1;
import static org.chronus.modules.oscillators.SineOscillator.Q2;
import static org.chronus.modules.oscillators.SineOscillator.Q3;
import static org.chronus.modules.oscillators.SineOscillator.Q4;
import static org.chronus.modules.oscillators.SineOscillator.Q5;

import java.util.Arrays;

import org.chronus.modules.Conversion;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.Output;
import org.chronus.modules.Phase;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Operator for frequency modulation (J. Chowning, "The synthesis of complex audio spectra by means of frequency modulation", 1973): a sine with an
 * envelope, velocity and key scaling of its own. Cables from {@code modulation} to {@code phase} make the algorithm.
 *
 * <p>{@code modulation} is {@code out}, but never more than leaves sidebands of -60 dB below half the rate around the note's pitch: J(n, i) of
 * the n sidebands that there is room for is below 0.001 up to an index i of about 0.085 n^2 / (1 + 0.07 n). A modulator that is modulated itself
 * counts with its highest momentary frequency. Feedback likewise ends in a sawtooth with as many partials as there is room for.
 */
public final class Operator extends Module {
    private static final float RADIANS = (float) (2 * Math.PI);
    private static final float ROUND = 0x1.8p23f;
    /** 2^x and the logarithm to base 2, by their series. */
    private static final float E1 = 0.6931472f, E2 = 0.2402265f, E3 = 0.05550411f, E4 = 0.009618129f, E5 = 0.0013333558f;
    private static final float LOG = (float) (2 / Math.log(2));
    private static final int MANTISSA_BITS = 23, MANTISSA = (1 << MANTISSA_BITS) - 1, BIAS = 127;
    private static final float DECIBELS_PER_OCTAVE = (float) (20 * Math.log10(2)), MIDDLE_C = 261.6256f;
    private static final float MOST_GAIN = 2;
    /** How long the highest frequency is remembered: a twentieth of a second. */
    private static final double MEMORY = 0.05;

    private final Input pitch = input("pitch").range(-24, 136, Unit.NOTE).follows(NoteSignal.PITCH).as(Conversion.FREQUENCY)
            .means("note number, with fraction");
    private final Input tune = input("tune").range(-60, 60, Unit.SEMITONES).smoothed(0.005).as(Conversion.RATIO).means("added to the pitch");
    private final Input ratio = input("ratio").range(0, 32).normally(1).smoothed(0.005).means("factor on the frequency");
    private final Input fixed = input("fixed").range(0, 10_000, Unit.HERTZ).smoothed(0.005).means("frequency in place of the note's, if above 0");
    private final Input bend = input("phase").range(-16, 16).means("cycles added to the phase: cable other operators' modulation to it");
    private final Input feedback = input("feedback").range(0, 1, Unit.SHARE).smoothed(0.005).means("its own modulation: from a sine to a sawtooth");
    private final Input level = input("level").range(0, 4, Unit.GAIN).normally(1).smoothed(0.005)
            .means("amplitude; of modulation in cycles, of which 0.16 are an index of 1");
    private final Input velocity = input("velocity").range(0, 1, Unit.SHARE).normally(1).follows(NoteSignal.VELOCITY).means("of the strike");
    private final Input sensitivity = input("sensitivity").range(0, 1, Unit.SHARE).normally(0.5).held()
            .means("share of the level that velocity makes");
    private final Input keyLevel = input("keylevel").range(-12, 12).held().means("dB of level per octave above C4; never more than twice the level");
    private final Input keyTime = input("keytime").range(-1, 2).held().means("octaves by which times shorten per octave above C4");
    private final Input gate = input("gate").follows(NoteSignal.GATE).means("held while above 0; a rise starts the attack");
    private final Input attack = input("attack").range(0, 10, Unit.SECONDS).normally(0.001).held().means("from 0 to the peak");
    private final Input decay = input("decay").range(0, 60, Unit.SECONDS).normally(0.1).held()
            .means("from the peak to 60 dB before sustain, or before break");
    private final Input middle = input("break").range(0, 1, Unit.SHARE).normally(0.7).held().means("level after the decay, if there is a slope");
    private final Input slope = input("slope").range(0, 60, Unit.SECONDS).held().means("from break to 60 dB before sustain; 0: no break");
    private final Input sustain = input("sustain").range(0, 1, Unit.SHARE).normally(1).held().means("level while the gate is held");
    private final Input release = input("release").range(0, 60, Unit.SECONDS).normally(0.1).held().means("from any level to 60 dB below it");
    private final Output out = output("out").means("to be heard");
    private final Output modulation = output("modulation").means("for another operator's phase: out, limited to what makes no aliases");
    private final Phase phase = phase();
    private final State last = state();
    private final State beforeLast = state();
    private final State lastBend = state();
    private final State fastest = state();
    private final OperatorEnvelope envelope = new OperatorEnvelope(gate, attack, decay, middle, slope, sustain, release);
    private final float[] keyGain = new float[LANES];
    private final float[] fresh = new float[LANES];
    private boolean anyFresh;
    private float remember;

    @Override protected void activate() {
        remember = (float) StrictMath.exp(-1 / (MEMORY * sampleRate()));
    }

    @Override protected void reset(int lane) {
        envelope.reset(lane);
        fresh[lane] = 1;
        anyFresh = true;
    }

    @Override public void generate(int start, int limit) {
        if (start == 0 || anyFresh) {
            scale(start);
            envelope.refresh(sampleRate());
            Arrays.fill(fresh, 0);
            anyFresh = false;
        }
        envelope.generate(sampleRate(), start, limit);
        float[] f = pitch.data, r = tune.data, m = ratio.data, h = fixed.data, c = bend.data, b = feedback.data, a = level.data;
        float[] v = velocity.data, y = out.data, w = modulation.data, e = envelope.levels;
        int df = pitch.step, dr = tune.step, dm = ratio.step, dh = fixed.step, dc = bend.step, db = feedback.step, da = level.step;
        int dv = velocity.step, dy = out.step, dw = modulation.step;
        boolean fed = !feedback.isZero(), modulates = dw != 0;
        float perFrame = 1 / sampleRate();
        FloatVector one = FloatVector.broadcast(LANE, 1f), zero = FloatVector.zero(LANE), scaled = FloatVector.fromArray(LANE, keyGain, 0);
        FloatVector touch = FloatVector.fromArray(LANE, sensitivity.data, 0), floor = one.sub(touch);
        IntVector p = IntVector.fromArray(LANE_INT, phase.data, 0);
        FloatVector y1 = FloatVector.fromArray(LANE, last.data, 0), y2 = FloatVector.fromArray(LANE, beforeLast.data, 0);
        FloatVector moved = FloatVector.fromArray(LANE, lastBend.data, 0), peak = FloatVector.fromArray(LANE, fastest.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector note = FloatVector.fromArray(LANE, f, i * df).mul(FloatVector.fromArray(LANE, r, i * dr)).mul(perFrame);
            FloatVector hertz = FloatVector.fromArray(LANE, h, i * dh).mul(perFrame);
            FloatVector dt = note.mul(FloatVector.fromArray(LANE, m, i * dm)).blend(hertz, hertz.compare(VectorOperators.GT, zero));
            FloatVector move = FloatVector.fromArray(LANE, c, i * dc);
            if (fed) {
                FloatVector share = FloatVector.fromArray(LANE, b, i * db).mul(0.25f / RADIANS).div(dt.mul(17f).add(0.5f));
                move = move.add(y1.add(y2).mul(share));
            }
            FloatVector t = ((FloatVector) p.convert(VectorOperators.I2F, 0)).mul(Phase.TO_CYCLES).add(move);
            t = t.sub(t.add(ROUND).sub(ROUND));
            FloatVector x = t.add(t), side = x.abs(), z = x.mul(x), zz = z.mul(z);
            FloatVector q = z.mul(Q1).add(Q0).add(zz.mul(z.mul(Q3).add(Q2))).add(zz.mul(zz).mul(z.mul(Q5).add(Q4)));
            FloatVector sine = x.mul(one.sub(side)).mul(side.add(1f)).mul(q);
            FloatVector gain = FloatVector.fromArray(LANE, e, i * LANES).mul(scaled)
                    .mul(FloatVector.fromArray(LANE, v, i * dv).mul(touch).add(floor));
            y2 = y1;
            y1 = sine.mul(gain);
            FloatVector loud = gain.mul(FloatVector.fromArray(LANE, a, i * da));
            sine.mul(loud).intoArray(y, i * dy);
            if (modulates) {
                FloatVector speed = move.sub(moved).abs();
                peak = peak.mul(remember);
                peak = peak.blend(speed, speed.compare(VectorOperators.GT, peak));
                moved = move;
                FloatVector n = note.neg().add(0.5f).div(dt.add(peak)).sub(1f);
                n = n.blend(zero, n.compare(VectorOperators.LT, zero));
                FloatVector most = n.mul(n).mul(0.085f / RADIANS).div(n.mul(0.07f).add(1f));
                sine.mul(loud.blend(most, loud.compare(VectorOperators.GT, most))).intoArray(w, i * dw);
            }
            p = p.add((IntVector) dt.mul(Phase.CYCLE).convert(VectorOperators.F2I, 0));
        }
        p.intoArray(phase.data, 0);
        y1.intoArray(last.data, 0);
        y2.intoArray(beforeLast.data, 0);
        moved.intoArray(lastBend.data, 0);
        peak.intoArray(fastest.data, 0);
    }

    /** What the key does to level and times: at grid lines, and where a voice begins. */
    private void scale(int start) {
        FloatVector hertz = FloatVector.fromArray(LANE, pitch.data, start * pitch.step)
                .mul(FloatVector.fromArray(LANE, tune.data, start * tune.step));
        IntVector bits = hertz.mul(1 / MIDDLE_C).reinterpretAsInts();
        FloatVector one = FloatVector.broadcast(LANE, 1f), octaves = (FloatVector) bits.lanewise(VectorOperators.ASHR, MANTISSA_BITS).sub(BIAS)
                .convert(VectorOperators.I2F, 0);
        FloatVector m = bits.and(MANTISSA).or(BIAS << MANTISSA_BITS).reinterpretAsFloats(), s = m.sub(one).div(m.add(one)), ss = s.mul(s);
        octaves = octaves.add(ss.mul(1 / 7f).add(1 / 5f).mul(ss).add(1 / 3f).mul(ss).add(1f).mul(s).mul(LOG));
        VectorMask<Float> due = FloatVector.fromArray(LANE, fresh, 0).compare(VectorOperators.GT, start == 0 ? -1f : 0f);

        FloatVector x = FloatVector.fromArray(LANE, keyLevel.data, 0).mul(1 / DECIBELS_PER_OCTAVE).mul(octaves);
        FloatVector whole = x.add(ROUND).sub(ROUND), part = x.sub(whole);
        FloatVector series = part.mul(E5).add(E4).mul(part).add(E3).mul(part).add(E2).mul(part).add(E1).mul(part).add(1f);
        IntVector exponent = ((IntVector) whole.convert(VectorOperators.F2I, 0)).add(BIAS).lanewise(VectorOperators.LSHL, MANTISSA_BITS);
        FloatVector gain = series.mul(exponent.reinterpretAsFloats()), most = FloatVector.broadcast(LANE, MOST_GAIN);
        gain = gain.blend(most, gain.compare(VectorOperators.GT, most));
        FloatVector.fromArray(LANE, keyGain, 0).blend(gain, due).intoArray(keyGain, 0);

        x = FloatVector.fromArray(LANE, keyTime.data, 0).mul(octaves).neg();
        whole = x.add(ROUND).sub(ROUND);
        part = x.sub(whole);
        series = part.mul(E5).add(E4).mul(part).add(E3).mul(part).add(E2).mul(part).add(E1).mul(part).add(1f);
        exponent = ((IntVector) whole.convert(VectorOperators.F2I, 0)).add(BIAS).lanewise(VectorOperators.LSHL, MANTISSA_BITS);
        FloatVector.fromArray(LANE, envelope.slowness, 0).blend(series.mul(exponent.reinterpretAsFloats()), due).intoArray(envelope.slowness, 0);
    }
}
