package org.chronus.modules.physical;

import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;
import static org.chronus.modules.Module.LANE_INT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * What plucks a string: for a period the force of a plucked string on its bridge, a rectangle with soft edges, and the scratch of the pick; a lane
 * for each voice. Built by the loader, run on the audio thread.
 */
final class Pluck {
    /** Frames since the key went down. */
    final float[] age = new float[LANES];
    /** The string's period then, in frames. */
    final float[] period = new float[LANES];

    private static final float FLOOR = 0.05f, SCRATCH = 0.1f, LONG_AGO = 1e6f, DULL = 0.003f, MIDDLE = 262, LOG_BRIGHT = 4;

    private final float[] width = new float[LANES], height = new float[LANES], place = new float[LANES], scratch = new float[LANES];

    void reset(int lane) {
        age[lane] = LONG_AGO;
        period[lane] = 0;
        width[lane] = 1;
        height[lane] = 0;
        place[lane] = 0;
        scratch[lane] = 0;
    }

    /**
     * A key is struck.
     *
     * @param level      the height of the rectangle at velocity 1; 0 for none
     * @param velocity   0..1: at 0 still a twentieth
     * @param brightness 0..1: at 1 a hard pick
     * @param position   of the pluck, as a share of the string
     * @param cycle      the string's period, in frames
     * @param random     two numbers in its halves vary what no player can repeat
     */
    void strike(int lane, float level, float velocity, float brightness, float position, float cycle, float rate, int random) {
        float more = (random >> 16) * 0x1p-15f, aside = (short) random * 0x1p-15f, bright = brightness * (0.2f + 0.8f * velocity);
        float soft = DULL * (float) (StrictMath.exp(-LOG_BRIGHT * bright) * Math.sqrt(cycle * MIDDLE / rate));
        age[lane] = 0;
        period[lane] = cycle;
        place[lane] = position * (1 + 0.08f * aside) * cycle;
        width[lane] = Math.max(Math.min(soft * rate, 0.3f * cycle), 2);
        height[lane] = level * (FLOOR + (1 - FLOOR) * velocity) * (1 + 0.07f * more);
        scratch[lane] = SCRATCH * bright * height[lane];
    }

    /** A key goes down that plucks nothing; pickups have to know the period. */
    void pass(int lane, float cycle) {
        age[lane] = LONG_AGO;
        period[lane] = cycle;
    }

    /** True if some pluck is not over. */
    boolean isPlucking() {
        return FloatVector.fromArray(LANE, age, 0).sub(FloatVector.fromArray(LANE, period, 0)).sub(FloatVector.fromArray(LANE, width, 0))
                .compare(VectorOperators.LT, 0f).anyTrue();
    }

    /** Adds the forces to what drives the string; the seeds colour the scratch. */
    void add(float[] drive, int[] seeds, int start, int limit) {
        FloatVector zero = FloatVector.zero(LANE), one = FloatVector.broadcast(LANE, 1f), soft = FloatVector.fromArray(LANE, width, 0);
        FloatVector t = FloatVector.fromArray(LANE, age, 0), ends = FloatVector.fromArray(LANE, period, 0), over = ends.add(soft);
        FloatVector slope = one.div(soft), at = FloatVector.fromArray(LANE, place, 0), share = at.div(ends.max(1f));
        FloatVector h = FloatVector.fromArray(LANE, height, 0), rough = FloatVector.fromArray(LANE, scratch, 0).mul(0x1p-31f);
        IntVector random = IntVector.fromArray(LANE_INT, seeds, 0);
        for (int i = start; i < limit; i++) {
            FloatVector u = t.mul(slope).min(one), v = t.sub(at).mul(slope).min(one).max(zero), w = t.sub(ends).mul(slope).min(one).max(zero);
            FloatVector rise = u.mul(u).mul(u.mul(-2f).add(3f)), turn = v.mul(v).mul(v.mul(-2f).add(3f)), end = w.mul(w).mul(w.mul(-2f).add(3f));
            IntVector r = ((IntVector) t.convert(VectorOperators.F2I, 0)).mul(0x9E3779B9).add(random);
            r = r.lanewise(VectorOperators.XOR, r.lanewise(VectorOperators.LSHR, 15)).mul(0x85EBCA6B);
            r = r.lanewise(VectorOperators.XOR, r.lanewise(VectorOperators.LSHR, 13)).mul(0xC2B2AE35);
            FloatVector force = rise.sub(turn).sub(rise.sub(end).mul(share)).mul(h)
                    .add(((FloatVector) r.convert(VectorOperators.I2F, 0)).mul(rough).mul(rise.sub(end)));
            FloatVector.fromArray(LANE, drive, i * LANES).add(zero.blend(force, t.compare(VectorOperators.LT, over))).intoArray(drive, i * LANES);
            t = t.add(1f);
        }
    }

    /** So many frames have gone by. */
    void advance(int frames) {
        FloatVector.fromArray(LANE, age, 0).add((float) frames).min(LONG_AGO).intoArray(age, 0);
    }
}
