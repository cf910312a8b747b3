package org.chronus.modules.oscillators;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANE_INT;
import static org.chronus.modules.Module.LANES;

import org.chronus.modules.Phase;
import org.chronus.modules.Signal;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Finds where phases come round, to a part of a frame, and has a wave corrected there: by a step, or by a corner whose bend grows with the pitch.
 * Forwards or, where a modulated phase runs back, backwards with the opposite sign.
 *
 * <p>Made by the loader; the rest is for whoever runs the patch.
 */
final class PhaseWraps {
    private static final long WHOLE = 1L << 32;
    /** Turns unsigned order into signed order. */
    private static final int START = 1 << 31;

    private final StepCorrections corrections;
    private final float height;
    /** The height grows with the advance of the phase by so much, up to its whole. */
    private final float perAdvance;
    private final int place;
    private final long[] wraps = new long[BLOCK];

    private PhaseWraps(StepCorrections corrections, float height, float perAdvance, int place) {
        this.corrections = corrections;
        this.height = height;
        this.perAdvance = perAdvance;
        this.place = place;
    }

    /** Each wrap is a step by so much. */
    static PhaseWraps steps(StepCorrections corrections, float height) {
        return new PhaseWraps(corrections, height, 1, 0);
    }

    /** At that place of each cycle is a corner: the slope changes by so much per cycle. */
    static PhaseWraps corners(StepCorrections corrections, float change, int place) {
        return new PhaseWraps(corrections, change, Phase.TO_CYCLES, place);
    }

    /** Writes the phases of frames {@code start} to {@code limit} of a pitch in Hz and a factor on it. */
    static void walk(Phase phase, Signal pitch, Signal tune, float cyclesPerFrame, int[] phases, int start, int limit) {
        float[] f = pitch.data, r = tune.data;
        int df = pitch.step, dr = tune.step;
        IntVector p = IntVector.fromArray(LANE_INT, phase.data, 0);
        for (int i = start; i < limit; i++) {
            p.intoArray(phases, i * LANES);
            p = p.add((IntVector) FloatVector.fromArray(LANE, f, i * df).mul(FloatVector.fromArray(LANE, r, i * dr)).mul(cyclesPerFrame)
                    .convert(VectorOperators.F2I, 0));
        }
        p.intoArray(phases, limit * LANES);
    }

    /** Where nothing moves the pitch. */
    void steadily(Phase phase, Signal pitch, Signal tune, float cyclesPerFrame, int start, int limit) {
        for (int lane = 0; lane < LANES; lane++) {
            steadily(lane, phase.data[lane], (int) (pitch.data[lane] * tune.data[lane] * cyclesPerFrame), start, limit);
        }
    }

    /** Where a lane's phase goes on by the same amount from frame to frame. */
    void steadily(int lane, int phase, int advance, int start, int limit) {
        long before = Integer.toUnsignedLong(phase - place), end = before + (long) advance * (limit - start);
        for (long at = WHOLE; at <= end; at += WHOLE) {
            long frames = (at - before + advance - 1) / advance;
            correct(lane, start + (int) frames, (int) (before + frames * advance), advance);
        }
    }

    /** From one frame to the given one. */
    void between(int lane, int from, int to, int frame) {
        int before = from - place, after = to - place;
        if ((after ^ START) < (before ^ START) != after - before < 0) {
            correct(lane, frame, after, after - before);
        }
    }

    /** Where it moves: the phases of frames {@code start} to {@code limit}, each {@code LANES} wide. */
    void find(int[] phases, int start, int limit) {
        for (int i = start; i < limit; i++) {
            IntVector from = IntVector.fromArray(LANE_INT, phases, i * LANES), to = IntVector.fromArray(LANE_INT, phases, i * LANES + LANES);
            wraps[i] = to.add(START - place).compare(VectorOperators.LT, from.add(START - place))
                    .xor(to.sub(from).compare(VectorOperators.LT, 0)).toLong();
        }
        for (int i = start; i < limit; i++) {
            for (long lanes = wraps[i]; lanes != 0; lanes &= lanes - 1) {
                int lane = Long.numberOfTrailingZeros(lanes), after = phases[(i + 1) * LANES + lane];
                correct(lane, i + 1, after - place, after - phases[i * LANES + lane]);
            }
        }
    }

    private void correct(int lane, int frame, int after, int advance) {
        corrections.add(lane, frame, (float) after / advance, height * Math.max(-1, Math.min(advance * perAdvance, 1)));
    }
}
