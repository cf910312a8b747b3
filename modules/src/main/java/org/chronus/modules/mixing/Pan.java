package org.chronus.modules.mixing;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Unit;

/**
 * Panorama at constant power: gains cos and sin of (pan + 1) pi / 4. With z = pan pi / 4 they are (cos z -+ sin z) / sqrt 2, from
 * polynomials whose error there stays below 0.001 dB.
 */
public final class Pan extends Module {
    private static final float HALF_POWER = (float) Math.sqrt(0.5);

    private final Input in = input("in");
    private final Input pan = input("pan").range(-1, 1, Unit.SHARE).smoothed(0.010).means("-1 left, 0 middle, 1 right");
    private final Output left = output("left");
    private final Output right = output("right");

    @Override public void generate(int start, int limit) {
        float[] x = in.data, p = pan.data, l = left.data, r = right.data;
        int dx = in.step, dp = pan.step, dl = left.step, dr = right.step;
        for (int i = start; i < limit; i++) {
            FloatVector z = FloatVector.fromArray(LANE, p, i * dp).mul((float) (Math.PI / 4)), zz = z.mul(z);
            FloatVector sin = zz.mul(0.0081215f).sub(0.1666017f).mul(zz).add(1f).mul(z);
            FloatVector cos = zz.mul(0.0398f).sub(0.49957f).mul(zz).add(1f);
            FloatVector v = FloatVector.fromArray(LANE, x, i * dx).mul(HALF_POWER);
            v.mul(cos.sub(sin)).intoArray(l, i * dl);
            v.mul(cos.add(sin)).intoArray(r, i * dr);
        }
    }
}
