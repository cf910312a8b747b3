package org.chronus.instrument.engine.routing;

import java.util.Arrays;

import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.state.ParameterNames;

/**
 * The last value that was written to each parameter, and when, in the order of the writes: what a patch that comes new has missed. Audio
 * thread only.
 */
final class ParameterWrites {
    private static final int NONE = -1;

    private final float[] values = new float[ParameterNames.MOST];
    private final long[] frames = new long[ParameterNames.MOST];
    /** A chain from the write that is longest ago to the newest. */
    private final int[] earlier = new int[ParameterNames.MOST];
    private final int[] later = new int[ParameterNames.MOST];
    private int newest = NONE;

    ParameterWrites() {
        Arrays.fill(frames, NONE);
        Arrays.fill(earlier, NONE);
        Arrays.fill(later, NONE);
    }

    /** At a frame counted from the engine's start. Numbers that were never given out are passed over. */
    void write(int number, float value, long frame) {
        if (number < values.length) {
            if (frames[number] >= 0) {
                unlink(number);
            }
            values[number] = value;
            frames[number] = frame;
            append(number);
        }
    }

    /** The patch takes over what was written since {@code frame}, in that order. */
    void giveTo(PrimedPatch patch, long frame) {
        int number = newest;
        int first = NONE;
        while (number != NONE && frames[number] >= frame) {
            first = number;
            number = earlier[number];
        }
        for (number = first; number != NONE; number = later[number]) {
            patch.set(number, values[number], true);
        }
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
