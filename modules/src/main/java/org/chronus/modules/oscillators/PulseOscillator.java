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
 * Pulse of any width: the difference of two sawtooths, which leaves no DC however the width moves. Its two levels are 2 apart and their
 * mean over a cycle is 0: -1 and 1 at a width of 0.5. The edges are steps of limited bandwidth, as those of {@link SawOscillator}.
 */
public final class PulseOscillator extends Module {
    private static final int HALF = 1 << 31;

    private final Input pitch = input("pitch").range(-24, 136, Unit.NOTE).follows(NoteSignal.PITCH).as(Conversion.FREQUENCY)
            .means("note number, with fraction");
    private final Input tune = input("tune").range(-60, 60, Unit.SEMITONES).smoothed(0.005).as(Conversion.RATIO).means("added to the pitch");
    private final Input width = input("width").range(0.02, 0.98, Unit.SHARE).normally(0.5).smoothed(0.005)
            .means("share of the cycle for which it is high");
    private final Output out = output("out").means("two levels, 2 apart, without DC");
    private final Phase phase = phase();
    /** Of the falling edges, one frame ago: what the width does to the next frame is not known before. */
    private final Phase last = phase();
    private final boolean[] begun = new boolean[LANES];
    private final StepCorrections rises = StepCorrections.ofSteps();
    private final StepCorrections falls = StepCorrections.ofSteps();
    private final PhaseWraps up = PhaseWraps.steps(rises, 2);
    private final PhaseWraps down = PhaseWraps.steps(falls, -2);
    private final int[] phases = new int[(BLOCK + 1) * LANES];
    private final int[] fallPhases = new int[(BLOCK + 1) * LANES];

    @Override protected void renew() {
        rises.clear();
        falls.clear();
    }

    @Override protected void reset(int lane) {
        rises.reset(lane);
        falls.reset(lane);
        begun[lane] = false;
    }

    @Override public void generate(int start, int limit) {
        rises.begin(start);
        falls.begin(start);
        float cyclesPerFrame = Phase.CYCLE / sampleRate();
        if (pitch.step + tune.step + width.step == 0) {
            up.steadily(phase, pitch, tune, cyclesPerFrame, start, limit);
            fallSteadily(cyclesPerFrame, start, limit);
        } else {
            PhaseWraps.walk(phase, pitch, tune, cyclesPerFrame, phases, start, limit);
            up.find(phases, start, limit);
            fall(start, limit);
        }
        float[] f = pitch.data, r = tune.data, w = width.data, cu = rises.pending(), cd = falls.pending(), y = out.data;
        int df = pitch.step, dr = tune.step, dw = width.step, dy = out.step;
        FloatVector zero = FloatVector.zero(LANE), two = FloatVector.broadcast(LANE, 2f);
        IntVector p = IntVector.fromArray(LANE_INT, phase.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector share = FloatVector.fromArray(LANE, w, i * dw);
            // From half a cycle on, because a whole one is more than an int can take; so the order is that of whole numbers with a sign.
            IntVector wide = (IntVector) share.sub(0.5f).mul(Phase.CYCLE).convert(VectorOperators.F2I, 0);
            zero.blend(two, p.lanewise(VectorOperators.XOR, HALF).compare(VectorOperators.LT, wide).cast(LANE)).sub(share.add(share))
                    .add(FloatVector.fromArray(LANE, cu, i * LANES).add(FloatVector.fromArray(LANE, cd, i * LANES))).intoArray(y, i * dy);
            zero.intoArray(cu, i * LANES);
            zero.intoArray(cd, i * LANES);
            p = p.add((IntVector) FloatVector.fromArray(LANE, f, i * df).mul(FloatVector.fromArray(LANE, r, i * dr)).mul(cyclesPerFrame)
                    .convert(VectorOperators.F2I, 0));
        }
        p.intoArray(phase.data, 0);
    }

    private void fallSteadily(float cyclesPerFrame, int start, int limit) {
        for (int lane = 0; lane < LANES; lane++) {
            int advance = (int) (pitch.data[lane] * tune.data[lane] * cyclesPerFrame);
            int first = phase.data[lane] - (int) ((width.data[lane] - 0.5f) * Phase.CYCLE) - HALF;
            begin(lane, first, start);
            down.steadily(lane, first, advance, start, limit - 1);
            last.data[lane] = first + advance * (limit - 1 - start);
        }
    }

    private void fall(int start, int limit) {
        float[] w = width.data;
        int dw = width.step;
        for (int i = start; i < limit; i++) {
            IntVector wide = (IntVector) FloatVector.fromArray(LANE, w, i * dw).sub(0.5f).mul(Phase.CYCLE).convert(VectorOperators.F2I, 0);
            IntVector.fromArray(LANE_INT, phases, i * LANES).sub(wide).sub(HALF).intoArray(fallPhases, i * LANES);
        }
        for (int lane = 0; lane < LANES; lane++) {
            begin(lane, fallPhases[start * LANES + lane], start);
            last.data[lane] = fallPhases[(limit - 1) * LANES + lane];
        }
        down.find(fallPhases, start, limit - 1);
    }

    private void begin(int lane, int first, int start) {
        if (begun[lane]) {
            down.between(lane, last.data[lane], first, start);
        } else {
            // It is high from the start; the step up to there is from silence.
            falls.add(lane, start, 0, 2 - 2 * width.data[start * width.step + lane]);
            begun[lane] = true;
        }
    }
}
