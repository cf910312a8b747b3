package org.chronus.modules.patch.cable;

import static org.chronus.modules.Module.LANE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Signal;

/**
 * The arithmetic of cables, block by block: each writes frames {@code start} to {@code limit - 1} of {@code out}, of which a frame is
 * {@code step} floats on from the last (0: one line, and then one frame is all there is to write). Audio thread; allocation-free.
 */
final class BlockMath {
    private BlockMath() { }

    /** out = base + a b, between low and high. */
    static void add(float[] out, int step, Signal base, Signal a, Signal b, float low, float high, int start, int limit) {
        float[] p = base.data, x = a.data, y = b.data;
        int dp = base.step, dx = a.step, dy = b.step;
        FloatVector floor = FloatVector.broadcast(LANE, low), roof = FloatVector.broadcast(LANE, high);
        for (int i = start; i < limit; i++) {
            FloatVector v = FloatVector.fromArray(LANE, x, i * dx).mul(FloatVector.fromArray(LANE, y, i * dy))
                    .add(FloatVector.fromArray(LANE, p, i * dp));
            v = v.blend(floor, v.compare(VectorOperators.LT, floor));
            v.blend(roof, v.compare(VectorOperators.GT, roof)).intoArray(out, i * step);
        }
    }

    /** out = base + a b + c d, between low and high. */
    static void addTwo(float[] out, int step, Signal base, Signal a, Signal b, Signal c, Signal d, float low, float high,
                       int start, int limit) {
        float[] p = base.data, x = a.data, y = b.data, u = c.data, w = d.data;
        int dp = base.step, dx = a.step, dy = b.step, du = c.step, dw = d.step;
        FloatVector floor = FloatVector.broadcast(LANE, low), roof = FloatVector.broadcast(LANE, high);
        for (int i = start; i < limit; i++) {
            FloatVector v = FloatVector.fromArray(LANE, x, i * dx).mul(FloatVector.fromArray(LANE, y, i * dy))
                    .add(FloatVector.fromArray(LANE, p, i * dp))
                    .add(FloatVector.fromArray(LANE, u, i * du).mul(FloatVector.fromArray(LANE, w, i * dw)));
            v = v.blend(floor, v.compare(VectorOperators.LT, floor));
            v.blend(roof, v.compare(VectorOperators.GT, roof)).intoArray(out, i * step);
        }
    }

    /** out = a b. */
    static void multiply(float[] out, int step, Signal a, Signal b, int start, int limit) {
        float[] x = a.data, y = b.data;
        int dx = a.step, dy = b.step;
        for (int i = start; i < limit; i++) {
            FloatVector.fromArray(LANE, x, i * dx).mul(FloatVector.fromArray(LANE, y, i * dy)).intoArray(out, i * step);
        }
    }

    /** out = in, between low and high. */
    static void clamp(float[] out, int step, Signal in, float low, float high, int start, int limit) {
        float[] x = in.data;
        int dx = in.step;
        FloatVector floor = FloatVector.broadcast(LANE, low), roof = FloatVector.broadcast(LANE, high);
        for (int i = start; i < limit; i++) {
            FloatVector v = FloatVector.fromArray(LANE, x, i * dx);
            v = v.blend(floor, v.compare(VectorOperators.LT, floor));
            v.blend(roof, v.compare(VectorOperators.GT, roof)).intoArray(out, i * step);
        }
    }

    /**
     * out = 2 ^ (in scale + offset), between low and high. The whole part goes to the exponent's bits, the rest r (at most a half)
     * through the series of e^(r ln 2) to the seventh power: relative error below 1e-7, which is rounding. Exponents from -120 to 120.
     */
    static void exp2(float[] out, int step, Signal in, float scale, float offset, float low, float high, int start, int limit) {
        float[] x = in.data;
        int dx = in.step;
        FloatVector deepest = FloatVector.broadcast(LANE, -120f), highest = FloatVector.broadcast(LANE, 120f);
        FloatVector floor = FloatVector.broadcast(LANE, low), roof = FloatVector.broadcast(LANE, high);
        float toInteger = 0x1.8p23f;
        for (int i = start; i < limit; i++) {
            FloatVector e = FloatVector.fromArray(LANE, x, i * dx).mul(scale).add(offset);
            e = e.blend(deepest, e.compare(VectorOperators.LT, deepest));
            e = e.blend(highest, e.compare(VectorOperators.GT, highest));
            // Its last bits count whole numbers, and it costs no conversion to read them: the shift drops the others.
            FloatVector rounded = e.add(toInteger), r = e.sub(rounded.sub(toInteger));
            FloatVector p = r.mul(1.5252734e-5f).add(1.5403530e-4f).mul(r).add(1.3333558e-3f).mul(r).add(9.6181291e-3f).mul(r)
                    .add(5.5504109e-2f).mul(r).add(0.24022651f).mul(r).add(0.69314718f).mul(r).add(1f);
            IntVector power = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
            FloatVector v = p.reinterpretAsInts().add(power).reinterpretAsFloats();
            v = v.blend(floor, v.compare(VectorOperators.LT, floor));
            v.blend(roof, v.compare(VectorOperators.GT, roof)).intoArray(out, i * step);
        }
    }
}
