package org.chronus.modules;

import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;

import jdk.incubator.vector.FloatVector;

/**
 * A state variable of a module: one float per lane, kept from one frame to the next. A kernel reads it into a local at the start of
 * {@link Module#generate} and writes it back at the end.
 *
 * <p>Because it is registered, the engine can zero one lane of it when a voice starts, and flush what is too small to hear,
 * without the module's help.
 */
public final class State {
    private static final float INAUDIBLE = 1e-20f;

    /** One value per lane. */
    public final float[] data = new float[LANES];

    State() { }

    /** [audio] Starts the lane anew. */
    void reset(int lane) {
        data[lane] = 0;
    }

    /** [audio] Zeroes what would decay into denormal numbers, which cost forty times the time. */
    void flush() {
        FloatVector values = FloatVector.fromArray(LANE, data, 0);
        values.blend(0f, values.abs().lt(INAUDIBLE)).intoArray(data, 0);
    }
}
