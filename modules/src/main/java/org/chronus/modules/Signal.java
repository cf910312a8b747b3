package org.chronus.modules;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * A signal as a kernel reads or writes it: the lanes of frame {@code i} are {@code data[i * step .. i * step + LANES - 1]}.
 *
 * <p>{@code step} is {@link Module#LANES} when something varies, and {@code data} then holds {@link Module#BLOCK} frames. It is 0 while
 * the value is constant: one line, possibly with another value in each lane. The same kernel serves both.
 *
 * <p>The engine points the fields at buffers on the audio thread, before it calls {@link Module#generate}.
 */
public class Signal {
    /** The samples, frame after frame, each {@link Module#LANES} wide. */
    public float[] data;
    /** Floats from one frame to the next: {@link Module#LANES}, or 0 for a constant. */
    public int step;

    /** A constant zero. */
    public Signal() {
        data = new float[Module.LANES];
    }

    /** [audio] Reads what the other one reads. */
    public final void follow(Signal other) {
        data = other.data;
        step = other.step;
    }

    /**
     * [audio] Of a gate, which is open above 0: the first frame after {@code start} at which some lane is no longer as it was, at most {@code limit}.
     *
     * @param open above 0 in the lanes whose gate is open at {@code start}
     */
    public final int nextTurn(int start, int limit, float[] open) {
        return step == 0 ? limit : scan(start, limit, open);
    }

    /** By itself, so that nothing else is compiled anew when a turn is seen for the first time. */
    private int scan(int start, int limit, float[] open) {
        VectorMask<Float> on = FloatVector.fromArray(Module.LANE, open, 0).compare(VectorOperators.GT, 0f);
        int i = start + 1;
        while (i < limit && !FloatVector.fromArray(Module.LANE, data, i * step).compare(VectorOperators.GT, 0f).xor(on).anyTrue()) {
            i++;
        }
        return Math.min(i, limit);
    }

    /** [audio] True if it is constantly zero in every lane. */
    public final boolean isZero() {
        if (step != 0) {
            return false;
        }
        for (int lane = 0; lane < Module.LANES; lane++) {
            if (data[lane] != 0) {
                return false;
            }
        }
        return true;
    }
}
