package org.chronus.modules.physical;

import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * What strikes a body: one pulse of force for each key, the square of a parabola, a lane for each voice. Built by the loader, run on the
 * audio thread.
 */
final class Mallet {
    private static final float AREA = 8 / 15f, LONG_AGO = 1e6f, FLOOR = 0.05f;
    private static final float SOFT = 0.006f, MIDDLE = 262, LOG_BRIGHT = 4.2f;

    private final float[] age = new float[LANES], width = new float[LANES], height = new float[LANES];

    void reset(int lane) {
        age[lane] = LONG_AGO;
        width[lane] = 1;
        height[lane] = 0;
    }

    /**
     * A key is struck.
     *
     * @param level      the area of the pulse at velocity 1
     * @param velocity   0..1: at 0 still a twentieth
     * @param brightness 0..1: at 1 hard
     * @param random     two numbers in its halves vary what no player can repeat
     */
    void strike(int lane, float level, float velocity, float brightness, float hertz, float rate, int random) {
        float more = (random >> 16) * 0x1p-15f, aside = (short) random * 0x1p-15f, cycle = rate / Math.max(hertz, 1);
        float soft = SOFT * (float) (StrictMath.exp(-LOG_BRIGHT * brightness * (0.3f + 0.7f * velocity)) * Math.sqrt(cycle * MIDDLE / rate));
        width[lane] = Math.max(Math.min(soft * rate * (1 + 0.06f * aside), 0.7f * cycle), 2);
        height[lane] = level * (FLOOR + (1 - FLOOR) * velocity) * (1 + 0.09f * more) / (AREA * width[lane]);
        age[lane] = 0;
    }

    /** The next number of a key's seed, of which the halves are as good as the whole. */
    static int next(int seed) {
        int random = seed * 0x2545F491 + 0x3C6EF372;
        random ^= random >>> 15;
        return random == 0 ? 1 : random;
    }

    /** True if some pulse is not over. */
    boolean isStriking() {
        return FloatVector.fromArray(LANE, age, 0).compare(VectorOperators.LT, FloatVector.fromArray(LANE, width, 0)).anyTrue();
    }

    /** Adds the pulses to what drives the modes. */
    void add(float[] force, int start, int limit) {
        FloatVector one = FloatVector.broadcast(LANE, 1f), t = FloatVector.fromArray(LANE, age, 0);
        FloatVector slope = one.div(FloatVector.fromArray(LANE, width, 0)), h = FloatVector.fromArray(LANE, height, 0).mul(16f);
        for (int i = start; i < limit; i++) {
            FloatVector u = t.mul(slope).min(one), v = u.sub(u.mul(u));
            FloatVector.fromArray(LANE, force, i * LANES).add(v.mul(v).mul(h)).intoArray(force, i * LANES);
            t = t.add(1f);
        }
    }

    /** So many frames have gone by. */
    void advance(int frames) {
        FloatVector.fromArray(LANE, age, 0).add((float) frames).min(LONG_AGO).intoArray(age, 0);
    }
}
