package org.chronus.modules.mixing;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Unit;

/**
 * Crossfade at equal power: from one signal to another, with gains cos and sin of position pi / 2, which are exact at both ends and within
 * 1e-6 between them: sin(p pi / 2) = p + p (1 - p^2) R(p^2).
 */
public final class Crossfade extends Module {
    private static final float R0 = 0.57079151f, R2 = -0.07510498f, R4 = 0.00433513f;

    private final Input in1 = input("in1");
    private final Input in2 = input("in2");
    private final Input position = input("position").range(0, 1, Unit.SHARE).normally(0.5).smoothed(0.005)
            .means("0 the first alone, 1 the second alone");
    private final Output out = output("out");

    @Override public void generate(int start, int limit) {
        float[] a = in1.data, b = in2.data, p = position.data, y = out.data;
        int da = in1.step, db = in2.step, dp = position.step, dy = out.step;
        FloatVector one = FloatVector.broadcast(LANE, 1f);
        for (int i = start; i < limit; i++) {
            FloatVector s = FloatVector.fromArray(LANE, p, i * dp), c = one.sub(s), ss = s.mul(s), cc = c.mul(c);
            FloatVector sin = s.add(s.mul(one.sub(ss)).mul(ss.mul(R4).add(R2).mul(ss).add(R0)));
            FloatVector cos = c.add(c.mul(one.sub(cc)).mul(cc.mul(R4).add(R2).mul(cc).add(R0)));
            FloatVector.fromArray(LANE, a, i * da).mul(cos).add(FloatVector.fromArray(LANE, b, i * db).mul(sin)).intoArray(y, i * dy);
        }
    }
}
