package org.chronus.modules.mixing;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;

/** Ring modulator: the product of two signals. */
public final class Multiplier extends Module {
    private final Input in = input("in");
    private final Input by = input("by").means("the other factor");
    private final Output out = output("out");

    @Override public void generate(int start, int limit) {
        float[] a = in.data, b = by.data, y = out.data;
        int da = in.step, db = by.step, dy = out.step;
        for (int i = start; i < limit; i++) {
            FloatVector.fromArray(LANE, a, i * da).mul(FloatVector.fromArray(LANE, b, i * db)).intoArray(y, i * dy);
        }
    }
}
