package org.chronus.modules.envelopes;

import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;

import java.util.Arrays;

import org.chronus.modules.Input;

import jdk.incubator.vector.FloatVector;

/**
 * Where the lanes of an envelope of segments are: each on its way to a goal, straight or along an exponential, for so many frames. What is kept is
 * the way that is left, not the level: beside a level of 1, the last steps of a long way would be rounded away. Mutable; one thread.
 */
final class Segments {
    /** Of a way that has no end. */
    static final int FOREVER = Integer.MAX_VALUE;
    private static final double STRAIGHT = 1e-3;
    private static final float INAUDIBLE = 1e-12f;

    private final float[] goal = new float[LANES];
    private final float[] way = new float[LANES];
    private final float[] share = new float[LANES];
    private final float[] slope = new float[LANES];
    /** Frames to the end of a straight way, which are its only clock; 0 for others. */
    private final float[] straight = new float[LANES];
    private final int[] left = new int[LANES];
    private final float sampleRate;

    /** All at 0, and there to stay. */
    Segments(float sampleRate) {
        this.sampleRate = sampleRate;
        Arrays.fill(left, FOREVER);
    }

    float level(int lane) {
        return goal[lane] + way[lane] + slope[lane] * straight[lane];
    }

    /** True if a lane has arrived. */
    boolean isOver(int lane) {
        return left[lane] == 0;
    }

    /** It stays at a level, for so long. */
    void stay(int lane, float level, double seconds) {
        set(lane, level, 0, 0, 0, 0, frames(seconds));
    }

    /** It stays, for ever. */
    void rest(int lane, float level) {
        set(lane, level, 0, 0, 0, 0, FOREVER);
    }

    /**
     * It goes from where it is to a level.
     *
     * @param curve 0 is straight; above it, it hurries first, as capacitors do, below last; 7 is an exponential of 60 dB
     */
    void go(int lane, float level, double seconds, double curve) {
        float from = level(lane);
        int frames = frames(seconds);
        if (Math.abs(curve) < STRAIGHT) {
            set(lane, level, 0, 0, (from - level) / frames, frames, frames);
        } else {
            double end = from + (level - from) / -StrictMath.expm1(-curve);
            set(lane, (float) end, (float) (from - end), (float) -StrictMath.expm1(-curve / frames), 0, 0, frames);
        }
    }

    /** It approaches a level, of which way a thousandth is left after so many seconds, and never has arrived. */
    void approach(int lane, float level, double seconds) {
        set(lane, level, level(lane) - level, (float) -StrictMath.expm1(-StrictMath.log(1000) / frames(seconds)), 0, 0, FOREVER);
    }

    /** What it approaches, or where it stays, has moved: it goes there at the same pace. */
    void moveGoal(int lane, float level) {
        way[lane] += goal[lane] - level;
        goal[lane] = level;
    }

    private int frames(double seconds) {
        return (int) Math.max(1, Math.min(FOREVER - 1, Math.round(seconds * sampleRate)));
    }

    private void set(int lane, float newGoal, float newWay, float newShare, float newSlope, float newStraight, int newLeft) {
        goal[lane] = newGoal;
        way[lane] = newWay;
        share[lane] = newShare;
        slope[lane] = newSlope;
        straight[lane] = newStraight;
        left[lane] = newLeft;
    }

    /** The first frame after {@code start} at which some lane has arrived, or the gate of one is no longer as it was; at most {@code limit}. */
    int next(int start, int limit, Input gate, float[] open) {
        int next = limit;
        for (int lane = 0; lane < LANES; lane++) {
            next = Math.min(next, left[lane] > limit - start ? limit : start + left[lane]);
        }
        return gate.nextTurn(start, next, open);
    }

    /** Writes the levels of frames {@code start} to {@code limit - 1}, kept from {@code lowest} to 1: rounding may lead past the ends. */
    void write(float[] levels, int step, int start, int limit, float lowest) {
        FloatVector g = FloatVector.fromArray(LANE, goal, 0), w = FloatVector.fromArray(LANE, way, 0), s = FloatVector.fromArray(LANE, share, 0);
        FloatVector m = FloatVector.fromArray(LANE, slope, 0), n = FloatVector.fromArray(LANE, straight, 0), zero = FloatVector.zero(LANE);
        for (int i = start; i < limit; i++) {
            w = w.sub(w.mul(s));
            n = n.sub(1f).max(zero);
            g.add(w).add(m.mul(n)).max(lowest).min(1f).intoArray(levels, i * step);
        }
        w.blend(zero, w.abs().lt(INAUDIBLE)).intoArray(way, 0);
        n.intoArray(straight, 0);
        for (int lane = 0; lane < LANES; lane++) {
            left[lane] = left[lane] == FOREVER ? FOREVER : left[lane] - (limit - start);
        }
    }
}
