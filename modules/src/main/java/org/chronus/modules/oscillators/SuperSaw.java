package org.chronus.modules.oscillators;

import java.util.Arrays;

import org.chronus.modules.Conversion;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.Output;
import org.chronus.modules.Phase;
import org.chronus.modules.Seed;
import org.chronus.modules.Unit;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Seven sawtooths, six of them out of tune to both sides, with the detune and mix curves that A. Szabo measured on a Roland JP-8000 ("How to
 * emulate the super saw", 2010). Each starts anywhere in its cycle, so that their powers add, and each has the jumps of {@link SawOscillator}.
 *
 * <p>{@code out} is all of it; {@code left} and {@code right} have the side saws apart, in turn, and {@code out} as their mean.
 */
public final class SuperSaw extends Module {
    private static final int SAWS = 7, CENTRE = 3, START = 1 << 31;
    /** How far each is from the pitch at full detune, as a share of it. */
    private static final double[] OFFSETS = {-0.11002313, -0.06288439, -0.01952356, 0, 0.01991221, 0.06216538, 0.10745242};
    /** From left (-1) to right (1): sharp and flat ones on both sides, each opposite the one that mirrors it. */
    private static final float[] SEATS = {-1, 0.7f, -0.4f, 0, 0.4f, -0.7f, 1};
    /** How the detune grows with its control: from the eleventh power down. */
    private static final double[] DETUNE = {10028.7312891634, -50818.8652045924, 111363.4808729368, -138150.6761080548, 106649.6679158292,
        -53046.9642751875, 17019.9518580080, -3425.0836591318, 404.2703938388, -24.1878824391, 0.6717417634, 0.0030115596};

    private final Input pitch = input("pitch").range(-24, 136, Unit.NOTE).follows(NoteSignal.PITCH).as(Conversion.FREQUENCY)
            .means("note number, with fraction");
    private final Input tune = input("tune").range(-60, 60, Unit.SEMITONES).smoothed(0.005).as(Conversion.RATIO).means("added to the pitch");
    private final Input detune = input("detune").range(0, 1, Unit.SHARE).normally(0.4).held()
            .means("how far the side saws are out of tune: slowly up to 0.7, then fast to two semitones");
    private final Input mix = input("mix").range(0, 1, Unit.SHARE).normally(0.6).smoothed(0.005).means("level of the side saws beside the centre");
    private final Input spread = input("spread").range(0, 1, Unit.SHARE).normally(1).smoothed(0.005).means("how far left and right differ");
    private final Output out = output("out").means("all of it");
    private final Output left = output("left").means("side saws spread to the left");
    private final Output right = output("right").means("side saws spread to the right");
    private final Seed seed = seed();
    private final StepCorrections all = StepCorrections.ofSteps();
    private final StepCorrections apart = StepCorrections.ofSteps();
    private final int[] places = new int[SAWS * LANES];
    /** The control from which the following was worked out. */
    private final float[] detuned = new float[LANES];
    private final float[] ratios = new float[SAWS * LANES];
    private final float[] sideRatios = new float[LANES];
    private final float[] apartRatios = new float[LANES];
    private final float[] advances = new float[BLOCK * LANES];
    private final int[] phases = new int[SAWS * (BLOCK + 1) * LANES];
    /** Frame by frame, which lanes of which saws jump before the next: of the first four, and of the rest. */
    private final long[] jumps = new long[BLOCK];
    private final long[] laterJumps = new long[BLOCK];
    private final float[] centre = new float[BLOCK * LANES];
    private final float[] sides = new float[BLOCK * LANES];
    private final float[] differences = new float[BLOCK * LANES];
    private final float[] centreLevels = new float[BLOCK * LANES];
    private final float[] sideLevels = new float[BLOCK * LANES];

    @Override protected void activate() {
        Arrays.fill(detuned, Float.NaN);
    }

    @Override protected void renew() {
        all.clear();
        apart.clear();
    }

    @Override protected void reset(int lane) {
        all.reset(lane);
        apart.reset(lane);
        int random = seed.data[lane];
        for (int saw = 0; saw < SAWS; saw++) {
            random = random * 0x915F77F5 + 0x3C6EF35F;
            places[saw * LANES + lane] = random ^ random >>> 16;
        }
    }

    @Override public void generate(int start, int limit) {
        all.begin(start);
        apart.begin(start);
        boolean wide = left.step + right.step != 0;
        detune();
        advance(start, limit);
        walk(start, limit);
        Arrays.fill(sides, start * LANES, limit * LANES, 0);
        Arrays.fill(differences, start * LANES, limit * LANES, 0);
        for (int saw = 0; saw < CENTRE; saw++) {
            walkTwo(saw, wide, start, limit);
        }
        jump(wide, start, limit);
        sum(wide, start, limit);
    }

    /** In doubles: the powers of the curve all but cancel each other. */
    private void detune() {
        for (int lane = 0; lane < LANES; lane++) {
            if (detune.data[lane] == detuned[lane]) {
                continue;
            }
            detuned[lane] = detune.data[lane];
            double control = detuned[lane], curve = 0;
            for (double factor : DETUNE) {
                curve = curve * control + factor;
            }
            float sum = 0, apartSum = 0;
            for (int saw = 0; saw < SAWS; saw++) {
                float ratio = (float) (1 + OFFSETS[saw] * curve);
                ratios[saw * LANES + lane] = ratio;
                sum += saw == CENTRE ? 0 : ratio;
                apartSum += ratio * SEATS[saw];
            }
            sideRatios[lane] = sum;
            apartRatios[lane] = apartSum;
        }
    }

    /** Of a saw in tune, and Szabo's curves of the mix: the centre goes down on a straight line, the sides up on a parabola. */
    private void advance(int start, int limit) {
        float[] f = pitch.data, r = tune.data, m = mix.data;
        int df = pitch.step, dr = tune.step, dm = mix.step;
        float cyclesPerFrame = Phase.CYCLE / sampleRate();
        for (int i = start; i < limit; i++) {
            FloatVector.fromArray(LANE, f, i * df).mul(FloatVector.fromArray(LANE, r, i * dr)).mul(cyclesPerFrame).intoArray(advances, i * LANES);
            FloatVector x = FloatVector.fromArray(LANE, m, i * dm);
            x.mul(-0.55366f).add(0.99785f).intoArray(centreLevels, i * LANES);
            x.mul(-0.73764f).add(1.2841f).mul(x).add(0.044372f).intoArray(sideLevels, i * LANES);
        }
    }

    /** The phases of the centre, and where it jumps. */
    private void walk(int start, int limit) {
        int from = CENTRE * (BLOCK + 1) * LANES;
        IntVector p = IntVector.fromArray(LANE_INT, places, CENTRE * LANES);
        for (int i = start; i < limit; i++) {
            p.intoArray(phases, from + i * LANES);
            ((FloatVector) p.convert(VectorOperators.I2F, 0)).intoArray(centre, i * LANES);
            IntVector next = p.add((IntVector) FloatVector.fromArray(LANE, advances, i * LANES).convert(VectorOperators.F2I, 0));
            jumps[i] = next.compare(VectorOperators.LT, p).toLong() << CENTRE * LANES;
            laterJumps[i] = 0;
            p = next;
        }
        p.intoArray(phases, from + limit * LANES);
        p.intoArray(places, CENTRE * LANES);
    }

    /** The same for a side saw and the one that mirrors it, which also add their phases up, and apart. */
    private void walkTwo(int saw, boolean wide, int start, int limit) {
        int twin = SAWS - 1 - saw, from = saw * (BLOCK + 1) * LANES, twinFrom = twin * (BLOCK + 1) * LANES;
        FloatVector ratio = FloatVector.fromArray(LANE, ratios, saw * LANES), twinRatio = FloatVector.fromArray(LANE, ratios, twin * LANES);
        FloatVector seat = FloatVector.broadcast(LANE, SEATS[saw]);
        IntVector p = IntVector.fromArray(LANE_INT, places, saw * LANES), q = IntVector.fromArray(LANE_INT, places, twin * LANES);
        for (int i = start; i < limit; i++) {
            p.intoArray(phases, from + i * LANES);
            q.intoArray(phases, twinFrom + i * LANES);
            FloatVector one = (FloatVector) p.convert(VectorOperators.I2F, 0), other = (FloatVector) q.convert(VectorOperators.I2F, 0);
            FloatVector.fromArray(LANE, sides, i * LANES).add(one.add(other)).intoArray(sides, i * LANES);
            if (wide) {
                FloatVector.fromArray(LANE, differences, i * LANES).add(one.sub(other).mul(seat)).intoArray(differences, i * LANES);
            }
            FloatVector advance = FloatVector.fromArray(LANE, advances, i * LANES);
            IntVector next = p.add((IntVector) advance.mul(ratio).convert(VectorOperators.F2I, 0));
            IntVector twinNext = q.add((IntVector) advance.mul(twinRatio).convert(VectorOperators.F2I, 0));
            jumps[i] |= next.compare(VectorOperators.LT, p).toLong() << saw * LANES;
            laterJumps[i] |= twinNext.compare(VectorOperators.LT, q).toLong() << (twin - CENTRE - 1) * LANES;
            p = next;
            q = twinNext;
        }
        p.intoArray(phases, from + limit * LANES);
        q.intoArray(phases, twinFrom + limit * LANES);
        p.intoArray(places, saw * LANES);
        q.intoArray(places, twin * LANES);
    }

    /** Frame by frame, so that the steps add up in the same order however a block is cut. */
    private void jump(boolean wide, int start, int limit) {
        for (int i = start; i < limit; i++) {
            for (long rest = jumps[i]; rest != 0; rest &= rest - 1) {
                int which = Long.numberOfTrailingZeros(rest);
                step(which / LANES, which % LANES, i, wide);
            }
            for (long rest = laterJumps[i]; rest != 0; rest &= rest - 1) {
                int which = Long.numberOfTrailingZeros(rest);
                step(CENTRE + 1 + which / LANES, which % LANES, i, wide);
            }
        }
    }

    private void step(int saw, int lane, int i, boolean wide) {
        int at = (saw * (BLOCK + 1) + i + 1) * LANES + lane, after = phases[at];
        float before = (float) (after ^ START) / (after - phases[at - LANES]);
        float height = -2 * (saw == CENTRE ? centreLevels : sideLevels)[i * LANES + lane];
        all.add(lane, i + 1, before, height);
        if (wide && saw != CENTRE) {
            apart.add(lane, i + 1, before, height * SEATS[saw]);
        }
    }

    /** From phases to waves, each late by the delay of its steps. */
    private void sum(boolean wide, int start, int limit) {
        float[] s = spread.data, ca = all.pending(), cs = apart.pending(), y = out.data, yl = left.data, yr = right.data;
        int ds = spread.step, dy = out.step, dl = left.step, dr = right.step;
        float late = -StepTable.DELAY, full = 2 * Phase.TO_CYCLES;
        FloatVector zero = FloatVector.zero(LANE), lateSides = FloatVector.fromArray(LANE, sideRatios, 0).mul(late);
        FloatVector lateApart = FloatVector.fromArray(LANE, apartRatios, 0).mul(late);
        for (int i = start; i < limit; i++) {
            FloatVector level = FloatVector.fromArray(LANE, sideLevels, i * LANES), advance = FloatVector.fromArray(LANE, advances, i * LANES);
            FloatVector middle = FloatVector.fromArray(LANE, centre, i * LANES).add(advance.mul(late));
            FloatVector outer = FloatVector.fromArray(LANE, sides, i * LANES).add(advance.mul(lateSides));
            FloatVector mono = middle.mul(FloatVector.fromArray(LANE, centreLevels, i * LANES)).add(outer.mul(level)).mul(full)
                    .add(FloatVector.fromArray(LANE, ca, i * LANES));
            mono.intoArray(y, i * dy);
            zero.intoArray(ca, i * LANES);
            if (wide) {
                FloatVector difference = FloatVector.fromArray(LANE, differences, i * LANES).add(advance.mul(lateApart)).mul(level).mul(full)
                        .add(FloatVector.fromArray(LANE, cs, i * LANES)).mul(FloatVector.fromArray(LANE, s, i * ds));
                mono.sub(difference).intoArray(yl, i * dl);
                mono.add(difference).intoArray(yr, i * dr);
                zero.intoArray(cs, i * LANES);
            }
        }
    }
}
