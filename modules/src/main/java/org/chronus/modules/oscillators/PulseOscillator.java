package org.chronus.modules.oscillators;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Conversion;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.Output;
import org.chronus.modules.Phase;
import org.chronus.modules.Unit;

/**
 * Pulse of any width: the difference of two sawtooths, which leaves no DC however the width moves. Its two levels are 2 apart and their
 * mean over a cycle is 0: -1 and 1 at a width of 0.5. The edges are those of {@link SawOscillator}, worked out in the same way.
 */
public final class PulseOscillator extends Module {
    private static final int HALF = 1 << 31, SIGN = 1 << 31;

    private final Input pitch = input("pitch").range(-24, 136, Unit.NOTE).follows(NoteSignal.PITCH).as(Conversion.FREQUENCY)
            .means("note number, with fraction");
    private final Input tune = input("tune").range(-60, 60, Unit.SEMITONES).smoothed(0.005).as(Conversion.RATIO).means("added to the pitch");
    private final Input width = input("width").range(0.02, 0.98, Unit.SHARE).normally(0.5).smoothed(0.005)
            .means("share of the cycle for which it is high");
    private final Output out = output("out").means("two levels, 2 apart, without DC");
    private final Phase phase = phase();

    @Override public void generate(int start, int limit) {
        float[] f = pitch.data, r = tune.data, w = width.data, y = out.data;
        int df = pitch.step, dr = tune.step, dw = width.step, dy = out.step;
        float perFrame = 1 / sampleRate();
        FloatVector one = FloatVector.broadcast(LANE, 1f);
        IntVector p = IntVector.fromArray(LANE_INT, phase.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector dt = FloatVector.fromArray(LANE, f, i * df).mul(FloatVector.fromArray(LANE, r, i * dr)).mul(perFrame);
            FloatVector perCycle = one.div(dt);
            // From half a cycle on, because a whole one is more than an int can take.
            IntVector wide = (IntVector) FloatVector.fromArray(LANE, w, i * dw).sub(0.5f).mul(Phase.CYCLE).convert(VectorOperators.F2I, 0);
            FloatVector up = ((FloatVector) p.convert(VectorOperators.I2F, 0)).mul(Phase.TO_CYCLES);
            FloatVector down = ((FloatVector) p.sub(wide).sub(HALF).convert(VectorOperators.I2F, 0)).mul(Phase.TO_CYCLES);

            FloatVector a = up.abs().mul(perCycle), far = a.neg().add(2f), near = a.neg().add(1f);
            far = far.add(far.abs());
            near = near.add(near.abs());
            far = far.mul(far);
            near = near.mul(near);
            FloatVector rise = near.mul(near).mul(4f).sub(far.mul(far)).mul(1 / 192f).add(1f);
            rise = rise.reinterpretAsInts().lanewise(VectorOperators.XOR, up.reinterpretAsInts().and(SIGN)).reinterpretAsFloats();

            a = down.abs().mul(perCycle);
            far = a.neg().add(2f);
            near = a.neg().add(1f);
            far = far.add(far.abs());
            near = near.add(near.abs());
            far = far.mul(far);
            near = near.mul(near);
            FloatVector fall = near.mul(near).mul(4f).sub(far.mul(far)).mul(1 / 192f).add(1f);
            fall = fall.reinterpretAsInts().lanewise(VectorOperators.XOR, down.reinterpretAsInts().and(SIGN)).reinterpretAsFloats();

            down.sub(up).mul(2f).add(rise).sub(fall).intoArray(y, i * dy);
            p = p.add((IntVector) dt.mul(Phase.CYCLE).convert(VectorOperators.F2I, 0));
        }
        p.intoArray(phase.data, 0);
    }
}
