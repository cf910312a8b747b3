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
 * Rising sawtooth, -1 to 1, whose jump is rounded over four samples by an integrated cubic B-spline (V. Valimaki, J. Pekonen and
 * J. Nam, "Perceptually informed synthesis of bandlimited classical waveforms", 2012).
 *
 * <p>With a = distance to the jump in samples, the rounding is ((2 - a)+^4 - 4 (1 - a)+^4) / 12 of half the jump's height.
 */
public final class SawOscillator extends Module {
    private static final int SIGN = 1 << 31;

    private final Input pitch = input("pitch").range(-24, 136, Unit.NOTE).follows(NoteSignal.PITCH).as(Conversion.FREQUENCY)
            .means("note number, with fraction");
    private final Input tune = input("tune").range(-60, 60, Unit.SEMITONES).smoothed(0.005).as(Conversion.RATIO).means("added to the pitch");
    private final Output out = output("out");
    private final Phase phase = phase();

    @Override public void generate(int start, int limit) {
        float[] f = pitch.data, r = tune.data, y = out.data;
        int df = pitch.step, dr = tune.step, dy = out.step;
        boolean moves = df + dr != 0;
        float perFrame = 1 / sampleRate();
        FloatVector one = FloatVector.broadcast(LANE, 1f), two = FloatVector.broadcast(LANE, 2f);
        FloatVector dt = FloatVector.fromArray(LANE, f, start * df).mul(FloatVector.fromArray(LANE, r, start * dr)).mul(perFrame);
        FloatVector perCycle = one.div(dt);
        IntVector advance = (IntVector) dt.mul(Phase.CYCLE).convert(VectorOperators.F2I, 0);
        IntVector p = IntVector.fromArray(LANE_INT, phase.data, 0);
        for (int i = start; i < limit; i++) {
            if (moves) {
                dt = FloatVector.fromArray(LANE, f, i * df).mul(FloatVector.fromArray(LANE, r, i * dr)).mul(perFrame);
                perCycle = one.div(dt);
                advance = (IntVector) dt.mul(Phase.CYCLE).convert(VectorOperators.F2I, 0);
            }
            FloatVector s = ((FloatVector) p.convert(VectorOperators.I2F, 0)).mul(Phase.TO_CYCLES);
            FloatVector a = s.abs().mul(perCycle);
            FloatVector far = two.sub(a), near = one.sub(a);
            // x + |x| is twice what is above 0, its fourth power 16 times as large. A compare would cost more, and boxes without AVX.
            far = far.add(far.abs());
            near = near.add(near.abs());
            far = far.mul(far);
            near = near.mul(near);
            FloatVector height = near.mul(near).mul(1 / 48f).sub(far.mul(far).mul(1 / 192f)).add(one);
            height = height.reinterpretAsInts().lanewise(VectorOperators.XOR, s.reinterpretAsInts().and(SIGN)).reinterpretAsFloats();
            s.add(s).sub(height).intoArray(y, i * dy);
            p = p.add(advance);
        }
        p.intoArray(phase.data, 0);
    }
}
