package org.chronus.modules.oscillators;

import org.chronus.modules.Conversion;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.Output;
import org.chronus.modules.Phase;
import org.chronus.modules.Unit;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Rising sawtooth, -1 to 1, whose jumps are steps of limited bandwidth ({@link StepTable}): what folds to below 15 kHz is below -100 dB, and no
 * partial below 15 kHz is weaker than it should be.
 */
public final class SawOscillator extends Module {
    private static final int START = 1 << 31;
    private static final long WHOLE = 1L << 32;

    private final Input pitch = input("pitch").range(-24, 136, Unit.NOTE).follows(NoteSignal.PITCH).as(Conversion.FREQUENCY)
            .means("note number, with fraction");
    private final Input tune = input("tune").range(-60, 60, Unit.SEMITONES).smoothed(0.005).as(Conversion.RATIO).means("added to the pitch");
    private final Output out = output("out");
    private final Phase phase = phase();
    private final StepCorrections corrections = new StepCorrections();
    private final long[] jumps = new long[BLOCK];
    private final int[] positions = new int[BLOCK * LANES];

    @Override protected void renew() {
        corrections.clear();
    }

    @Override protected void reset(int lane) {
        corrections.reset(lane);
    }

    @Override public void generate(int start, int limit) {
        corrections.begin(start);
        if (pitch.step + tune.step == 0) {
            jumpSteadily(start, limit);
        } else {
            jump(start, limit);
        }
        float[] f = pitch.data, r = tune.data, c = corrections.pending(), y = out.data;
        int df = pitch.step, dr = tune.step, dy = out.step;
        float cyclesPerFrame = Phase.CYCLE / sampleRate();
        FloatVector late = FloatVector.broadcast(LANE, -2 * StepTable.DELAY * Phase.TO_CYCLES), zero = FloatVector.zero(LANE);
        IntVector p = IntVector.fromArray(LANE_INT, phase.data, 0).lanewise(VectorOperators.XOR, START);
        for (int i = start; i < limit; i++) {
            FloatVector advance = FloatVector.fromArray(LANE, f, i * df).mul(FloatVector.fromArray(LANE, r, i * dr)).mul(cyclesPerFrame);
            ((FloatVector) p.convert(VectorOperators.I2F, 0)).mul(2 * Phase.TO_CYCLES).add(advance.mul(late))
                    .add(FloatVector.fromArray(LANE, c, i * LANES)).intoArray(y, i * dy);
            zero.intoArray(c, i * LANES);
            p = p.add((IntVector) advance.convert(VectorOperators.F2I, 0));
        }
        p.lanewise(VectorOperators.XOR, START).intoArray(phase.data, 0);
    }

    /** Finds the jumps where nothing moves the pitch. */
    private void jumpSteadily(int start, int limit) {
        float cyclesPerFrame = Phase.CYCLE / sampleRate();
        for (int lane = 0; lane < LANES; lane++) {
            float advance = pitch.data[lane] * tune.data[lane] * cyclesPerFrame;
            long each = (int) advance, before = Integer.toUnsignedLong(phase.data[lane]), end = before + each * (limit - start);
            if (end >= WHOLE) {
                for (long at = WHOLE; at <= end; at += WHOLE) {
                    long frames = (at - before + each - 1) / each;
                    corrections.step(lane, start + (int) frames, (before + frames * each - at) / advance, -2);
                }
            }
        }
    }

    /** Finds the jumps frame by frame. */
    private void jump(int start, int limit) {
        float[] f = pitch.data, r = tune.data;
        int df = pitch.step, dr = tune.step;
        float cyclesPerFrame = Phase.CYCLE / sampleRate();
        IntVector p = IntVector.fromArray(LANE_INT, phase.data, 0).lanewise(VectorOperators.XOR, START);
        for (int i = start; i < limit; i++) {
            IntVector next = p.add((IntVector) FloatVector.fromArray(LANE, f, i * df).mul(FloatVector.fromArray(LANE, r, i * dr))
                    .mul(cyclesPerFrame).convert(VectorOperators.F2I, 0));
            next.intoArray(positions, i * LANES);
            jumps[i] = next.compare(VectorOperators.LT, p).toLong();
            p = next;
        }
        for (int i = start; i < limit; i++) {
            for (long jump = jumps[i]; jump != 0; jump &= jump - 1) {
                int lane = Long.numberOfTrailingZeros(jump);
                long after = Integer.toUnsignedLong(positions[i * LANES + lane] ^ START);
                corrections.step(lane, i + 1, after / (f[i * df + lane] * r[i * dr + lane] * cyclesPerFrame), -2);
            }
        }
    }
}
