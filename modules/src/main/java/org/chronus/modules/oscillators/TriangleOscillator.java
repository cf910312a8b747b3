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
 * Triangle, -1 to 1, rising from about 0, whose corners are the integrals of steps of limited bandwidth ({@link StepTable}): what folds to below
 * 15 kHz is below -100 dB.
 */
public final class TriangleOscillator extends Module {
    private static final int QUARTER = 1 << 30, SIGN = 1 << 31;

    private final Input pitch = input("pitch").range(-24, 136, Unit.NOTE).follows(NoteSignal.PITCH).as(Conversion.FREQUENCY)
            .means("note number, with fraction");
    private final Input tune = input("tune").range(-60, 60, Unit.SEMITONES).smoothed(0.005).as(Conversion.RATIO).means("added to the pitch");
    private final Output out = output("out").means("-1 to 1");
    private final Phase phase = phase();
    private final StepCorrections peaks = StepCorrections.ofCorners();
    private final StepCorrections troughs = StepCorrections.ofCorners();
    private final PhaseWraps top = PhaseWraps.corners(peaks, -8, QUARTER);
    private final PhaseWraps bottom = PhaseWraps.corners(troughs, 8, -QUARTER);
    private final int[] phases = new int[(BLOCK + 1) * LANES];

    @Override protected void renew() {
        peaks.clear();
        troughs.clear();
    }

    @Override protected void reset(int lane) {
        peaks.reset(lane);
        troughs.reset(lane);
    }

    @Override public void generate(int start, int limit) {
        peaks.begin(start);
        troughs.begin(start);
        float cyclesPerFrame = Phase.CYCLE / sampleRate();
        if (pitch.step + tune.step == 0) {
            top.steadily(phase, pitch, tune, cyclesPerFrame, start, limit);
            bottom.steadily(phase, pitch, tune, cyclesPerFrame, start, limit);
        } else {
            PhaseWraps.walk(phase, pitch, tune, cyclesPerFrame, phases, start, limit);
            top.find(phases, start, limit);
            bottom.find(phases, start, limit);
        }
        float[] f = pitch.data, r = tune.data, ct = peaks.pending(), cb = troughs.pending(), y = out.data;
        int df = pitch.step, dr = tune.step, dy = out.step;
        FloatVector late = FloatVector.broadcast(LANE, 4 * StepTable.DELAY * Phase.TO_CYCLES), zero = FloatVector.zero(LANE);
        IntVector p = IntVector.fromArray(LANE_INT, phase.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector advance = FloatVector.fromArray(LANE, f, i * df).mul(FloatVector.fromArray(LANE, r, i * dr)).mul(cyclesPerFrame);
            // From the peak on: it falls, and a straight line is late by the delay. Before it rises.
            IntVector fromPeak = p.sub(QUARTER);
            FloatVector lag = advance.mul(late).reinterpretAsInts().lanewise(VectorOperators.XOR, fromPeak.and(SIGN)).reinterpretAsFloats();
            ((FloatVector) fromPeak.convert(VectorOperators.I2F, 0)).abs().mul(-4 * Phase.TO_CYCLES).add(1f).add(lag)
                    .add(FloatVector.fromArray(LANE, ct, i * LANES).add(FloatVector.fromArray(LANE, cb, i * LANES))).intoArray(y, i * dy);
            zero.intoArray(ct, i * LANES);
            zero.intoArray(cb, i * LANES);
            p = p.add((IntVector) advance.convert(VectorOperators.F2I, 0));
        }
        p.intoArray(phase.data, 0);
    }
}
