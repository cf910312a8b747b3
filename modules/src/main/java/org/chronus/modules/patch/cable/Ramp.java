package org.chronus.modules.patch.cable;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;

import java.util.Arrays;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.Signal;

/**
 * A value that moves to each new target in a straight line of fixed length, or a multiple of it, the same in all lanes. Counted in whole
 * frames, so that where a block is cut does not matter. Audio thread only, after construction.
 */
public final class Ramp extends Signal {
    private final float[] line = new float[LANES];
    private final float[] block = new float[BLOCK * LANES];
    private final int frames;
    private int length;
    private float origin;
    private float target;
    private int remaining;
    private boolean jumped;

    public Ramp(float value, int frames) {
        this.frames = frames;
        length = frames;
        jump(value);
    }

    /** Where it is going, or is. */
    float target() {
        return target;
    }

    /** True while it varies in the frames last generated. */
    boolean moves() {
        return step != 0;
    }

    /** The value from the next frame on, with no ramp. */
    public void jump(float value) {
        origin = value;
        target = value;
        remaining = 0;
        jumped = true;
        settle();
    }

    /** A new target; the ramp begins at the next frame. */
    public void rampTo(float value) {
        rampTo(value, 1);
    }

    /** The same, but the ramp is longer by a factor. */
    public void rampTo(float value, int times) {
        if (frames == 0) {
            jump(value);
        } else if (value != target) {
            origin = at(remaining);
            target = value;
            length = times * frames;
            remaining = length;
        }
    }

    /** Writes the frames of a block from start to limit - 1. Returns false if nothing has changed since the last time. */
    public boolean generate(int start, int limit) {
        boolean changed = jumped || step != 0 || remaining != 0;
        jumped = false;
        if (remaining == 0) {
            if (step != 0) {
                settle();
            }
            return changed;
        }
        data = block;
        step = LANES;
        for (int i = start; i < limit; i++) {
            if (remaining > 0) {
                remaining--;
            }
            FloatVector.broadcast(LANE, at(remaining)).intoArray(block, i * LANES);
        }
        return changed;
    }

    private float at(int left) {
        return left == 0 ? target : target + (origin - target) * ((float) left / length);
    }

    private void settle() {
        // Not by a vector: this may be run too seldom to be compiled, and would allocate.
        Arrays.fill(line, target);
        data = line;
        step = 0;
    }
}
