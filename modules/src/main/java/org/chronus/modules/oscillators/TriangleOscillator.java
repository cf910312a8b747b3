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
 * Triangle, -1 to 1, rising from 0, whose corners are rounded over four samples by a twice integrated cubic B-spline (F. Esqueda, V.
 * Valimaki and S. Bilbao, "Rounding corners with BLAMP", 2016).
 *
 * <p>With a = distance to the corner in samples, |a| becomes a + ((2 - a)+^5 - 4 (1 - a)+^5) / 60.
 */
public final class TriangleOscillator extends Module {
    private static final int QUARTER = 1 << 30;

    private final Input pitch = input("pitch").range(-24, 136, Unit.NOTE).follows(NoteSignal.PITCH).as(Conversion.FREQUENCY)
            .means("note number, with fraction");
    private final Input tune = input("tune").range(-60, 60, Unit.SEMITONES).smoothed(0.005).as(Conversion.RATIO).means("added to the pitch");
    private final Output out = output("out").means("-1 to 1");
    private final Phase phase = phase();

    @Override public void generate(int start, int limit) {
        float[] f = pitch.data, r = tune.data, y = out.data;
        int df = pitch.step, dr = tune.step, dy = out.step;
        float perFrame = 1 / sampleRate();
        IntVector p = IntVector.fromArray(LANE_INT, phase.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector dt = FloatVector.fromArray(LANE, f, i * df).mul(FloatVector.fromArray(LANE, r, i * dr)).mul(perFrame);
            // Cycles from the peak; what is past a quarter mirrors what is before it, upside down.
            FloatVector s = ((FloatVector) p.sub(QUARTER).convert(VectorOperators.I2F, 0)).mul(Phase.TO_CYCLES).abs();
            FloatVector toTrough = s.neg().add(0.5f);
            FloatVector toCorner = s.blend(toTrough, s.compare(VectorOperators.GT, 0.25f));
            FloatVector a = toCorner.div(dt);
            FloatVector far = a.neg().add(2f), near = a.neg().add(1f);
            // Twice what is above 0, whose fifth power is 32 times as large.
            far = far.add(far.abs());
            near = near.add(near.abs());
            FloatVector far2 = far.mul(far), near2 = near.mul(near);
            FloatVector rounding = far2.mul(far2).mul(far).sub(near2.mul(near2).mul(near).mul(4f)).mul(1 / 1_920f);
            FloatVector height = toCorner.add(rounding.mul(dt)).mul(-4f).add(1f);
            height.blend(height.neg(), s.compare(VectorOperators.GT, 0.25f)).intoArray(y, i * dy);
            p = p.add((IntVector) dt.mul(Phase.CYCLE).convert(VectorOperators.F2I, 0));
        }
        p.intoArray(phase.data, 0);
    }
}
