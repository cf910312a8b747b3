package org.chronus.modules.modulators;

import java.util.stream.IntStream;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

import jdk.incubator.vector.FloatVector;

/**
 * Step sequence: up to 16 values, one after the other, round and round. With a rate in beats it follows the tempo, and, where all voices share it,
 * the song position; in a voice it begins with the note.
 */
public final class StepSequence extends Module {
    private static final int STEPS = 16;
    private static final double SLOWEST = 0.01, FASTEST = 50;
    private static final double SIXTY_DECIBELS = Math.log(1000);

    private final Input rate = input("rate").range(SLOWEST, FASTEST, Unit.HERTZ).normally(4).logarithmic().held().means("steps per second");
    private final Input length = input("length").range(1, STEPS).normally(STEPS).held().means("how many steps there are");
    private final Input glide = input("glide").range(0, 1, Unit.SECONDS).held().means("from one value to the next, until a thousandth is left");
    private final Input[] values = IntStream.rangeClosed(1, STEPS).mapToObj(i -> input("step" + i).range(-1, 1).held().means("value of step " + i))
            .toArray(Input[]::new);
    private final Output out = output("out").within(-1, 1).means("-1 to 1");
    private final Output gate = output("gate").within(0, 1).means("1 in the first half of each step, else 0");
    private final State level = state();
    /** Where each lane is, in steps from the first; double, since it must not drift from the song. */
    private final double[] place = new double[LANES];
    private final boolean[] fresh = new boolean[LANES];
    private final double[] paces = new double[LANES];
    private final float[] goals = new float[LANES];
    private final float[] shares = new float[LANES];
    private final float[] gates = new float[LANES];

    @Override public double tail() {
        return Double.POSITIVE_INFINITY;
    }

    @Override protected void reset(int lane) {
        place[lane] = 0;
        fresh[lane] = true;
    }

    @Override public void locate(double cycles) {
        for (int lane = 0; lane < LANES; lane++) {
            place[lane] = cycles;
        }
    }

    @Override public void generate(int start, int limit) {
        for (int lane = 0; lane < LANES; lane++) {
            // What is not a number comes to nothing.
            float hertz = rate.data[lane];
            paces[lane] = (hertz > SLOWEST ? Math.min(hertz, FASTEST) : SLOWEST) / sampleRate();
            double frames = glide.data[lane] * sampleRate();
            shares[lane] = frames > 0 ? (float) -StrictMath.expm1(-SIXTY_DECIBELS / Math.max(1, frames)) : 1;
        }
        int at = start;
        while (at < limit) {
            int next = limit;
            for (int lane = 0; lane < LANES; lane++) {
                next = Math.min(next, at + look(lane));
            }
            write(at, next);
            for (int lane = 0; lane < LANES; lane++) {
                place[lane] += (next - at) * paces[lane];
            }
            at = next;
        }
    }

    /** What a lane does from here on; returns for how many frames. */
    private int look(int lane) {
        int count = Math.clamp((int) length.data[lane], 1, STEPS);
        double half = Math.floor(place[lane] * 2);
        goals[lane] = values[(int) ((long) Math.floor(place[lane]) % count)].data[lane];
        gates[lane] = (long) half % 2 == 0 ? 1 : 0;
        if (fresh[lane]) {
            fresh[lane] = false;
            level.data[lane] = goals[lane];
        }
        return (int) Math.max(1, Math.min(BLOCK, Math.ceil(((half + 1) / 2 - place[lane]) / paces[lane])));
    }

    private void write(int start, int limit) {
        float[] y = out.data, g = gate.data;
        int dy = out.step, dg = gate.step;
        FloatVector v = FloatVector.fromArray(LANE, level.data, 0), goal = FloatVector.fromArray(LANE, goals, 0);
        FloatVector share = FloatVector.fromArray(LANE, shares, 0), open = FloatVector.fromArray(LANE, gates, 0);
        for (int i = start; i < limit; i++) {
            v = v.add(goal.sub(v).mul(share));
            v.max(-1f).min(1f).intoArray(y, i * dy);
            open.intoArray(g, i * dg);
        }
        v.intoArray(level.data, 0);
    }
}
