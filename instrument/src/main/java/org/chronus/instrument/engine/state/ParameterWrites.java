package org.chronus.instrument.engine.state;

import java.util.Arrays;

/**
 * The last value that was written to each parameter, and when, in the order of the writes: what a patch that comes new has missed. Audio
 * thread only.
 */
public final class ParameterWrites {
    /** No parameter. */
    public static final int NONE = -1;

    private final float[] values = new float[ParameterNames.MOST];
    private final long[] frames = new long[ParameterNames.MOST];
    private final long[] orders = new long[ParameterNames.MOST];
    /** A chain from the write that is longest ago to the newest. */
    private final int[] earlier = new int[ParameterNames.MOST];
    private final int[] later = new int[ParameterNames.MOST];
    private int newest = NONE;

    public ParameterWrites() {
        Arrays.fill(frames, NONE);
        Arrays.fill(earlier, NONE);
        Arrays.fill(later, NONE);
    }

    /** A command wrote a value, in the unit of the port. Numbers that were never given out are passed over. */
    public void write(int number, float value, DueCommand by) {
        if (number < values.length) {
            if (frames[number] >= 0) {
                unlink(number);
            }
            values[number] = value;
            frames[number] = by.stamp();
            orders[number] = by.order();
            append(number);
        }
    }

    /** The parameter that was written to first after that place in time, and not again later; {@link #NONE} if there is none. */
    public int firstAfter(long frame, long order) {
        int first = NONE;
        for (int number = newest; number != NONE && DueCommand.isAfter(frames[number], orders[number], frame, order); number = earlier[number]) {
            first = number;
        }
        return first;
    }

    /** The one that was written to next after that one; {@link #NONE} if that is the newest. */
    public int next(int number) {
        return later[number];
    }

    /** What was written to it last. */
    public float value(int number) {
        return values[number];
    }

    private void append(int number) {
        earlier[number] = newest;
        later[number] = NONE;
        if (newest != NONE) {
            later[newest] = number;
        }
        newest = number;
    }

    private void unlink(int number) {
        int before = earlier[number], after = later[number];
        if (before != NONE) {
            later[before] = after;
        }
        if (after == NONE) {
            newest = before;
        } else {
            earlier[after] = before;
        }
    }
}
