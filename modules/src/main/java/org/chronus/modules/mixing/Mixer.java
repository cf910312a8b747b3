package org.chronus.modules.mixing;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Unit;

/** Mixer: the sum of four signals, each with a level. */
public final class Mixer extends Module {
    private final Input in1 = input("in1");
    private final Input in2 = input("in2");
    private final Input in3 = input("in3");
    private final Input in4 = input("in4");
    private final Input level1 = level("level1").means("factor on in1");
    private final Input level2 = level("level2").means("factor on in2");
    private final Input level3 = level("level3").means("factor on in3");
    private final Input level4 = level("level4").means("factor on in4");
    private final Output out = output("out");

    @Override public void generate(int start, int limit) {
        float[] x1 = in1.data, x2 = in2.data, x3 = in3.data, x4 = in4.data;
        float[] g1 = level1.data, g2 = level2.data, g3 = level3.data, g4 = level4.data, y = out.data;
        int dx1 = in1.step, dx2 = in2.step, dx3 = in3.step, dx4 = in4.step;
        int dg1 = level1.step, dg2 = level2.step, dg3 = level3.step, dg4 = level4.step, dy = out.step;
        for (int i = start; i < limit; i++) {
            FloatVector a = FloatVector.fromArray(LANE, x1, i * dx1).mul(FloatVector.fromArray(LANE, g1, i * dg1));
            FloatVector b = FloatVector.fromArray(LANE, x2, i * dx2).mul(FloatVector.fromArray(LANE, g2, i * dg2));
            FloatVector c = FloatVector.fromArray(LANE, x3, i * dx3).mul(FloatVector.fromArray(LANE, g3, i * dg3));
            FloatVector d = FloatVector.fromArray(LANE, x4, i * dx4).mul(FloatVector.fromArray(LANE, g4, i * dg4));
            a.add(b).add(c.add(d)).intoArray(y, i * dy);
        }
    }

    private Input level(String symbol) {
        return input(symbol).range(0, 8, Unit.GAIN).normally(1).smoothed(0.005);
    }
}
