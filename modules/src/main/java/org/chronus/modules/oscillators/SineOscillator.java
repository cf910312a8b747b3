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
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * Sine, and an operator for frequency modulation (J. Chowning, "The synthesis of complex audio spectra by means of frequency modulation",
 * 1973): other oscillators move its phase, and so may its own output, taken as the mean of the last two samples, which keeps strong
 * feedback from hunting.
 *
 * <p>sin(pi x) = x (1 - |x|) (1 + |x|) Q(x^2) for x from -1 to 1; Q is a polynomial with an error of 1.3e-9, so that only the rounding of
 * floats remains: THD+N is below -135 dB.
 */
public final class SineOscillator extends Module {
    static final float Q0 = 3.1415926350f, Q1 = -2.0261194555f, Q2 = 0.5240371773f, Q3 = -0.0751922242f, Q4 = 0.0068679221f,
            Q5 = -0.00038981600f;
    /** Adding and subtracting it rounds to whole cycles. */
    private static final float ROUND = 0x1.8p23f;

    private final Input pitch = input("pitch").range(-24, 136, Unit.NOTE).follows(NoteSignal.PITCH).as(Conversion.FREQUENCY)
            .means("note number, with fraction");
    private final Input tune = input("tune").range(-60, 60, Unit.SEMITONES).smoothed(0.005).as(Conversion.RATIO).means("added to the pitch");
    private final Input ratio = input("ratio").range(0, 32).normally(1).smoothed(0.005).means("factor on the frequency");
    private final Input bend = input("phase").range(-16, 16).means("cycles added to the phase: cable a modulator to it");
    private final Input feedback = input("feedback").range(0, 1, Unit.SHARE).smoothed(0.005)
            .means("how far its own output moves its phase: 1 is half a cycle");
    private final Output out = output("out").means("-1 to 1");
    private final Phase phase = phase();
    private final State last = state();
    private final State beforeLast = state();

    @Override public void generate(int start, int limit) {
        float[] f = pitch.data, r = tune.data, m = ratio.data, c = bend.data, b = feedback.data, y = out.data;
        int df = pitch.step, dr = tune.step, dm = ratio.step, dc = bend.step, db = feedback.step, dy = out.step;
        // Without it no frame waits for the last one, which halves the time.
        boolean fed = !feedback.isZero();
        float perFrame = 1 / sampleRate();
        FloatVector one = FloatVector.broadcast(LANE, 1f);
        IntVector p = IntVector.fromArray(LANE_INT, phase.data, 0);
        FloatVector y1 = FloatVector.fromArray(LANE, last.data, 0), y2 = FloatVector.fromArray(LANE, beforeLast.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector dt = FloatVector.fromArray(LANE, f, i * df).mul(FloatVector.fromArray(LANE, r, i * dr))
                    .mul(FloatVector.fromArray(LANE, m, i * dm)).mul(perFrame);
            FloatVector t = ((FloatVector) p.convert(VectorOperators.I2F, 0)).mul(Phase.TO_CYCLES).add(FloatVector.fromArray(LANE, c, i * dc));
            if (fed) {
                t = t.add(y1.add(y2).mul(FloatVector.fromArray(LANE, b, i * db).mul(0.25f)));
            }
            t = t.sub(t.add(ROUND).sub(ROUND));
            FloatVector x = t.add(t), a = x.abs(), z = x.mul(x), zz = z.mul(z);
            FloatVector q = z.mul(Q1).add(Q0).add(zz.mul(z.mul(Q3).add(Q2))).add(zz.mul(zz).mul(z.mul(Q5).add(Q4)));
            y2 = y1;
            y1 = x.mul(one.sub(a)).mul(a.add(1f)).mul(q);
            y1.intoArray(y, i * dy);
            p = p.add((IntVector) dt.mul(Phase.CYCLE).convert(VectorOperators.F2I, 0));
        }
        p.intoArray(phase.data, 0);
        y1.intoArray(last.data, 0);
        y2.intoArray(beforeLast.data, 0);
    }
}
