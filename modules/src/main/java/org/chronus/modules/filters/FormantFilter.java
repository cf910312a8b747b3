package org.chronus.modules.filters;

import java.util.Arrays;

import org.chronus.modules.Choice;
import org.chronus.modules.Conversion;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Formant filter: the five resonances of a sung vowel side by side, each a two-pole band-pass by trapezoidal integration (A. Simper, "Solving the
 * continuous SVF equations using trapezoidal integration", 2013), with the frequencies, levels and bandwidths of a {@link FormantVoice}. Every other
 * one is turned over, so that no two cancel between them, as in D. Klatt's parallel synthesizer (1980).
 *
 * <p>Vowel and shift are read every sixteen frames; the levels go over in these.
 */
public final class FormantFilter extends Module {
    private static final int FORMANTS = FormantVoice.FORMANTS, VOWELS = FormantVoice.VOWELS, CHUNK = 16, SIZE = FORMANTS * LANES;
    /** In radians per half a frame: just below half the rate. */
    private static final float HIGHEST = 1.45f;

    private final Input in = input("in");
    private final Input vowel = input("vowel").range(0, VOWELS - 1).smoothed(0.02).means("a (0), e (1), i (2), o (3), u (4) and what is between");
    private final Input shift = input("shift").range(-24, 24, Unit.SEMITONES).smoothed(0.02).as(Conversion.RATIO)
            .means("moves all formants: down a larger singer, up a smaller one");
    private final Input width = input("width").range(0.25, 4).normally(1).logarithmic().smoothed(0.02).means("factor on the bandwidths");
    private final Choice<FormantVoice> voice = choice("voice", FormantVoice.TENOR).means("whose vowels");
    private final Output out = output("out").means("unity at the first formant");
    private final float[] frequencies = new float[VOWELS * FORMANTS];
    private final float[] bandwidths = new float[VOWELS * FORMANTS];
    private final float[] strengths = new float[VOWELS * FORMANTS];
    private final float[] weights = new float[VOWELS * LANES];
    private final State[] first = new State[FORMANTS];
    private final State[] second = new State[FORMANTS];
    private final float[] direct = new float[SIZE];
    private final float[] once = new float[SIZE];
    private final float[] twice = new float[SIZE];
    private final float[] goals = new float[SIZE];
    private final float[] levels = new float[SIZE];
    private final float[] steps = new float[SIZE];
    private final float[] sum = new float[BLOCK * LANES];
    private final float[] fresh = new float[LANES];
    private boolean anyFresh;

    /** Each resonance has two states. */
    public FormantFilter() {
        for (int formant = 0; formant < FORMANTS; formant++) {
            first[formant] = state();
            second[formant] = state();
        }
    }

    @Override protected void activate() {
        for (int at = 0; at < VOWELS * FORMANTS; at++) {
            int row = at / FORMANTS, formant = at % FORMANTS;
            frequencies[at] = voice.value().frequency(row, formant);
            bandwidths[at] = voice.value().bandwidth(row, formant);
            strengths[at] = voice.value().level(row, formant) * (formant % 2 == 0 ? 1 : -1);
        }
    }

    @Override protected void reset(int lane) {
        for (int at = lane; at < SIZE; at += LANES) {
            direct[at] = 0;
            once[at] = 0;
            twice[at] = 0;
            goals[at] = 0;
            levels[at] = 0;
            steps[at] = 0;
        }
        fresh[lane] = 1;
        anyFresh = true;
    }

    @Override public double tail() {
        return 2;
    }

    @Override public void generate(int start, int limit) {
        for (int from = start, to; from < limit; from = to) {
            to = Math.min(limit, from / CHUNK * CHUNK + CHUNK);
            if (from % CHUNK == 0 || anyFresh) {
                weigh(from);
                tune(from);
                Arrays.fill(fresh, 0);
                anyFresh = false;
            }
            Arrays.fill(sum, from * LANES, to * LANES, 0);
            for (int formant = 0; formant < FORMANTS; formant++) {
                resonate(formant * LANES, first[formant].data, second[formant].data, from, to);
            }
        }
        copy(start, limit);
    }

    private void copy(int start, int limit) {
        float[] y = out.data;
        int dy = out.step;
        for (int i = start; i < limit; i++) {
            FloatVector.fromArray(LANE, sum, i * LANES).intoArray(y, i * dy);
        }
    }

    /** How much of each vowel is in it. */
    private void weigh(int frame) {
        FloatVector v = FloatVector.fromArray(LANE, vowel.data, frame * vowel.step), zero = FloatVector.zero(LANE);
        for (int row = 0; row < VOWELS; row++) {
            FloatVector near = v.sub(row).abs().neg().add(1f);
            near.blend(zero, near.compare(VectorOperators.LT, zero)).intoArray(weights, row * LANES);
        }
    }

    /** The resonances from a frame on, of all lanes at every sixteenth, else of those that begin. */
    private void tune(int frame) {
        FloatVector one = FloatVector.broadcast(LANE, 1f), highest = FloatVector.broadcast(LANE, HIGHEST);
        FloatVector ratio = FloatVector.fromArray(LANE, shift.data, frame * shift.step);
        FloatVector wide = FloatVector.fromArray(LANE, width.data, frame * width.step);
        VectorMask<Float> anew = FloatVector.fromArray(LANE, fresh, 0).compare(VectorOperators.GT, 0f);
        VectorMask<Float> due = FloatVector.fromArray(LANE, fresh, 0).compare(VectorOperators.GT, (float) Math.min(frame % CHUNK - 1, 0));
        for (int formant = 0; formant < FORMANTS; formant++) {
            int at = formant * LANES;
            FloatVector hertz = FloatVector.zero(LANE), band = hertz, strength = hertz;
            for (int row = 0; row < VOWELS; row++) {
                FloatVector weight = FloatVector.fromArray(LANE, weights, row * LANES);
                hertz = hertz.add(weight.mul(frequencies[row * FORMANTS + formant]));
                band = band.add(weight.mul(bandwidths[row * FORMANTS + formant]));
                strength = strength.add(weight.mul(strengths[row * FORMANTS + formant]));
            }
            FloatVector w = hertz.mul(ratio).mul((float) (Math.PI / sampleRate()));
            w = w.blend(highest, w.compare(VectorOperators.GT, highest));
            // tan w, a Pade approximant exact to 1e-6 up to 15 kHz
            FloatVector ww = w.mul(w), g = ww.sub(105f).mul(ww).add(945f).mul(w).div(ww.mul(15f).sub(420f).mul(ww).add(945f));
            FloatVector k = band.mul(wide).div(hertz), a1 = one.div(g.add(k).mul(g).add(1f)), a2 = g.mul(a1);
            FloatVector old = FloatVector.fromArray(LANE, goals, at), goal = strength.mul(k).blend(old, due.not()), level = old.blend(goal, anew);
            goal.intoArray(goals, at);
            FloatVector.fromArray(LANE, direct, at).blend(a1, due).intoArray(direct, at);
            FloatVector.fromArray(LANE, once, at).blend(a2, due).intoArray(once, at);
            FloatVector.fromArray(LANE, twice, at).blend(g.mul(a2), due).intoArray(twice, at);
            FloatVector.fromArray(LANE, levels, at).blend(level, due).intoArray(levels, at);
            FloatVector.fromArray(LANE, steps, at).blend(goal.sub(level).mul(1f / CHUNK), due).intoArray(steps, at);
        }
    }

    /** Adds one resonance. */
    private void resonate(int at, float[] one, float[] two, int from, int to) {
        float[] x = in.data;
        int dx = in.step;
        FloatVector a1 = FloatVector.fromArray(LANE, direct, at), a2 = FloatVector.fromArray(LANE, once, at);
        FloatVector a3 = FloatVector.fromArray(LANE, twice, at), step = FloatVector.fromArray(LANE, steps, at);
        FloatVector s1 = FloatVector.fromArray(LANE, one, 0), s2 = FloatVector.fromArray(LANE, two, 0);
        FloatVector level = FloatVector.fromArray(LANE, levels, at);
        for (int i = from; i < to; i++) {
            FloatVector rest = FloatVector.fromArray(LANE, x, i * dx).sub(s2);
            FloatVector v1 = a1.mul(s1).add(a2.mul(rest)), v2 = s2.add(a2.mul(s1)).add(a3.mul(rest));
            s1 = v1.add(v1).sub(s1);
            s2 = v2.add(v2).sub(s2);
            FloatVector.fromArray(LANE, sum, i * LANES).add(v1.mul(level)).intoArray(sum, i * LANES);
            level = level.add(step);
        }
        s1.intoArray(one, 0);
        s2.intoArray(two, 0);
        level.intoArray(levels, at);
    }
}
