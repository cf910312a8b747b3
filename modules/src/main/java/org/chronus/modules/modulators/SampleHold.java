package org.chronus.modules.modulators;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.Output;
import org.chronus.modules.State;

/** Sample and hold: takes the input's value at each rise of the gate and keeps it. */
public final class SampleHold extends Module {
    private final Input in = input("in");
    private final Input gate = input("gate").follows(NoteSignal.GATE).means("a rise above 0 takes a sample");
    private final Output out = output("out");
    private final State sample = state();
    private final State held = state();

    @Override public double tail() {
        return Double.POSITIVE_INFINITY;
    }

    @Override public void generate(int start, int limit) {
        float[] x = in.data, g = gate.data, y = out.data;
        int dx = in.step, dg = gate.step, dy = out.step;
        FloatVector zero = FloatVector.zero(LANE);
        FloatVector kept = FloatVector.fromArray(LANE, sample.data, 0), before = FloatVector.fromArray(LANE, held.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector now = FloatVector.fromArray(LANE, g, i * dg);
            VectorMask<Float> rise = now.compare(VectorOperators.GT, zero).and(before.compare(VectorOperators.LE, zero));
            kept = kept.blend(FloatVector.fromArray(LANE, x, i * dx), rise);
            before = now;
            kept.intoArray(y, i * dy);
        }
        kept.intoArray(sample.data, 0);
        before.intoArray(held.data, 0);
    }
}
