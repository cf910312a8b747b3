package org.chronus.modules.effects.modulation;

import java.util.Arrays;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Phase;
import org.chronus.modules.Unit;

/**
 * Tremolo and auto-pan: the level goes up and down. Its wave is a triangle t that is raised, clipped and rounded, sin(pi/2 clip(k t)): a
 * sine with k = 1, and a square without clicks with k = 10. In a mix the right side may be behind the left: by half a cycle it is an
 * auto-pan.
 */
public final class Tremolo extends Module {
    private static final float STEEPEST = 9;
    /** sin(pi/2 x) from -1 to 1, to 1e-6. */
    private static final float S1 = 1.5707949f, S3 = -0.64592978f, S5 = 0.07948710f, S7 = -0.00435308f;

    private final Input in = input("in");
    private final Input rate = input("rate").range(0.05, 20, Unit.HERTZ).normally(5.5).logarithmic().means("cycles per second");
    private final Input depth = input("depth").range(0, 1, Unit.SHARE).normally(0.5).smoothed(0.02)
            .means("how far the level falls: 0 dry, 1 to silence");
    private final Input shape = input("shape").range(0, 1, Unit.SHARE).smoothed(0.02).means("0 a sine, 1 a square");
    private final Input spread = input("spread").range(0, 1, Unit.SHARE).smoothed(0.02)
            .means("cycles by which the right side is behind in the mix; 0.5 is an auto-pan");
    private final Output out = output("out");
    private final Phase phase = phase();
    private final float[] right = new float[LANES];

    @Override protected void activate() {
        right[1] = width() == 2 ? Phase.CYCLE / 2 : 0;
    }

    @Override public void locate(double cycles) {
        Arrays.fill(phase.data, (int) (long) ((cycles - Math.floor(cycles)) * Phase.CYCLE));
    }

    @Override public void generate(int start, int limit) {
        float[] x = in.data, f = rate.data, d = depth.data, s = shape.data, l = spread.data, y = out.data;
        int dx = in.step, df = rate.step, dd = depth.step, ds = shape.step, dl = spread.step, dy = out.step;
        float perFrame = Phase.CYCLE / sampleRate();
        FloatVector one = FloatVector.broadcast(LANE, 1f), half = FloatVector.fromArray(LANE, right, 0);
        IntVector p = IntVector.fromArray(LANE_INT, phase.data, 0);
        for (int i = start; i < limit; i++) {
            // Half of the way behind twice: a whole cycle is more than an int can take.
            IntVector late = (IntVector) FloatVector.fromArray(LANE, l, i * dl).mul(half).convert(VectorOperators.F2I, 0);
            FloatVector at = ((FloatVector) p.sub(late).sub(late).convert(VectorOperators.I2F, 0)).mul(Phase.TO_CYCLES).abs();
            FloatVector steep = FloatVector.fromArray(LANE, s, i * ds);
            FloatVector t = at.mul(-4f).add(1f).mul(steep.mul(steep).mul(STEEPEST).add(1f));
            t = t.blend(one, t.compare(VectorOperators.GT, one)).blend(one.neg(), t.compare(VectorOperators.LT, one.neg()));
            FloatVector z = t.mul(t), wave = z.mul(S7).add(S5).mul(z).add(S3).mul(z).add(S1).mul(t);
            FloatVector fall = wave.mul(-0.5f).add(0.5f).mul(FloatVector.fromArray(LANE, d, i * dd));
            FloatVector.fromArray(LANE, x, i * dx).mul(one.sub(fall)).intoArray(y, i * dy);
            p = p.add((IntVector) FloatVector.fromArray(LANE, f, i * df).mul(perFrame).convert(VectorOperators.F2I, 0));
        }
        p.intoArray(phase.data, 0);
    }
}
