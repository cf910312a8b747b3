package org.chronus.instrument.engine;

import java.util.Arrays;

import org.chronus.modules.patch.Part;

/**
 * Where wheels, pedals and pressure are now, by channel: what a patch that comes new must know. Controllers that were never moved have no
 * position. Audio thread only.
 */
final class Performance {
    /** The controllers of the player's body, which carry over to the next preset; all others start at the preset's own value. */
    private static final int[] CARRIED = {1, 2, 4, 7, 10, 11, 64, 65, 66, 67};
    private static final int ANY = 16, BEND = 128, PRESSURE = 129;

    private final float[][] positions = new float[ANY + 1][PRESSURE + 1];

    Performance() {
        for (float[] channel : positions) {
            Arrays.fill(channel, Float.NaN);
        }
    }

    void controller(int channel, int number, float position) {
        positions[channel][number] = position;
        positions[ANY][number] = position;
    }

    void bend(int channel, float position) {
        controller(channel, BEND, position);
    }

    void pressure(int channel, float amount) {
        controller(channel, PRESSURE, amount);
    }

    /** The part takes over what carries over, at once. */
    void giveTo(Part part) {
        float[] present = positions[part.plan().channel() < 0 ? ANY : part.plan().channel()];
        for (int number : CARRIED) {
            if (!Float.isNaN(present[number])) {
                part.controller(number, present[number], true);
            }
        }
        for (int number = 0; number < BEND; number++) {
            if (part.keeps(number) && !Float.isNaN(present[number])) {
                part.controller(number, present[number], true);
            }
        }
        if (!Float.isNaN(present[BEND])) {
            part.bend(present[BEND], true);
        }
        if (!Float.isNaN(present[PRESSURE])) {
            part.pressure(present[PRESSURE], true);
        }
    }
}
