package org.chronus.modules.effects;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Unit;

/**
 * Saturation like a valve's: tanh x as x (27 + x^2) / (27 + 9 x^2), which reaches 1 at 3 with no slope left and stays there (within 0.024
 * of tanh). Symmetric, so that it makes odd harmonics and no DC. The level follows: what peaks at 0.5 still does, however hard it is
 * driven.
 */
public final class Drive extends Module {
    private static final float FULL = 3f;
    private static final float REFERENCE = 0.5f;

    private final Input in = input("in");
    private final Input drive = input("drive").range(0.1, 100, Unit.GAIN).normally(4).logarithmic().smoothed(0.005)
            .means("factor before the saturation");
    private final Output out = output("out");

    @Override public void generate(int start, int limit) {
        float[] x = in.data, d = drive.data, y = out.data;
        int dx = in.step, dd = drive.step, dy = out.step;
        FloatVector roof = FloatVector.broadcast(LANE, FULL), floor = roof.neg();
        for (int i = start; i < limit; i++) {
            FloatVector g = FloatVector.fromArray(LANE, d, i * dd), u = FloatVector.fromArray(LANE, x, i * dx).mul(g);
            u = u.blend(roof, u.compare(VectorOperators.GT, roof)).blend(floor, u.compare(VectorOperators.LT, floor));
            FloatVector r = g.mul(REFERENCE);
            r = r.blend(roof, r.compare(VectorOperators.GT, roof));
            // Both the saturation and what makes up for it are quotients: one division does.
            FloatVector uu = u.mul(u), rr = r.mul(r);
            FloatVector over = uu.add(27f).mul(u).mul(rr.mul(9f).add(27f)).mul(REFERENCE);
            over.div(uu.mul(9f).add(27f).mul(rr.add(27f)).mul(r)).intoArray(y, i * dy);
        }
    }
}
