package org.chronus.modules.modulators;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Phase;
import org.chronus.modules.Seed;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Random walk: at each step it turns to a new place near the last one, and is thrown back at the ends. Straight from place to place. The
 * drift of analog circuits, the hand of a player. Each voice goes its own way, from the middle.
 */
public final class RandomWalk extends Module {
    private final Input rate = input("rate").range(0.01, 50, Unit.HERTZ).normally(2).logarithmic().means("steps per second");
    private final Input reach = input("reach").range(0, 1, Unit.SHARE).normally(0.3).held().means("the longest step, as a share of the way from -1 to 1");
    private final Output out = output("out").within(-1, 1).means("-1 to 1");
    private final Phase phase = phase();
    private final Seed seed = seed();
    private final State from = state();
    private final State to = state();
    /** The lanes that reached their places with the last frame, a bit each. */
    private long turned;

    @Override public double tail() {
        return Double.POSITIVE_INFINITY;
    }

    @Override public void generate(int start, int limit) {
        int at = start;
        while (at < limit) {
            at = walk(at, limit);
            for (long lanes = turned; lanes != 0; lanes &= lanes - 1) {
                turn(Long.numberOfTrailingZeros(lanes));
            }
        }
    }

    /** Walks on until the limit, or until a lane has reached its place; returns the frame after that. */
    private int walk(int start, int limit) {
        float[] f = rate.data, y = out.data;
        int df = rate.step, dy = out.step, i = start;
        float perFrame = Phase.CYCLE / sampleRate();
        FloatVector a = FloatVector.fromArray(LANE, from.data, 0), way = FloatVector.fromArray(LANE, to.data, 0).sub(a);
        IntVector p = IntVector.fromArray(LANE_INT, phase.data, 0);
        long arrived = 0;
        while (i < limit && arrived == 0) {
            // From 0 to 1: the first half of a cycle is positive, the second negative.
            IntVector half = p.lanewise(VectorOperators.LSHR, 1);
            FloatVector share = ((FloatVector) half.convert(VectorOperators.I2F, 0)).mul(2 * Phase.TO_CYCLES);
            a.add(way.mul(share)).max(-1f).min(1f).intoArray(y, i * dy);
            IntVector next = p.add((IntVector) FloatVector.fromArray(LANE, f, i * df).mul(perFrame).convert(VectorOperators.F2I, 0));
            arrived = next.lanewise(VectorOperators.LSHR, 1).compare(VectorOperators.LT, half).toLong();
            p = next;
            i++;
        }
        p.intoArray(phase.data, 0);
        turned = arrived;
        return i;
    }

    private void turn(int lane) {
        int x = seed.data[lane];
        x ^= x << 13;
        x ^= x >>> 17;
        x ^= x << 5;
        seed.data[lane] = x;
        float place = to.data[lane] + x * 0x1p-31f * 2 * reach.data[lane];
        from.data[lane] = to.data[lane];
        to.data[lane] = place > 1 ? 2 - place : place < -1 ? -2 - place : place;
    }
}
