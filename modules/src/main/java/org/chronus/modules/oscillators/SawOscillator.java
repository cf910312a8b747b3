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

    private final Input pitch = input("pitch").range(-24, 136, Unit.NOTE).follows(NoteSignal.PITCH).as(Conversion.FREQUENCY)
            .means("note number, with fraction");
    private final Input tune = input("tune").range(-60, 60, Unit.SEMITONES).smoothed(0.005).as(Conversion.RATIO).means("added to the pitch");
    private final Output out = output("out");
    private final Phase phase = phase();
    private final StepCorrections corrections = StepCorrections.ofSteps();
    private final PhaseWraps jumps = PhaseWraps.steps(corrections, -2);
    private final int[] phases = new int[(BLOCK + 1) * LANES];

    @Override protected void renew() {
        corrections.clear();
    }

    @Override protected void reset(int lane) {
        corrections.reset(lane);
    }

    @Override public void generate(int start, int limit) {
        corrections.begin(start);
        float cyclesPerFrame = Phase.CYCLE / sampleRate();
        if (pitch.step + tune.step == 0) {
            jumps.steadily(phase, pitch, tune, cyclesPerFrame, start, limit);
        } else {
            PhaseWraps.walk(phase, pitch, tune, cyclesPerFrame, phases, start, limit);
            jumps.find(phases, start, limit);
        }
        float[] f = pitch.data, r = tune.data, c = corrections.pending(), y = out.data;
        int df = pitch.step, dr = tune.step, dy = out.step;
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
}
