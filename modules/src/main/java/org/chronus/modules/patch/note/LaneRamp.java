package org.chronus.modules.patch.note;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import java.util.Arrays;

import org.chronus.modules.Signal;
import org.chronus.modules.patch.cable.Ramp;

/**
 * A {@link Ramp} with a value of its own for every lane. Plain loops: it moves too seldom for vectors to be compiled, and they would
 * allocate. Audio thread only, after construction.
 */
public final class LaneRamp extends Signal {
    private final float[] line = data;
    private final float[] block = new float[BLOCK * LANES];
    private final int frames;
    private final float[] origin = new float[LANES];
    private final float[] target = new float[LANES];
    private final Signal goal = new Signal();
    private final int[] remaining = new int[LANES];
    /** Frames until no lane moves any more. */
    private int moving;
    private boolean jumped;

    /** All at 0. {@code frames}: the length of a ramp, at least 1. */
    public LaneRamp(int frames) {
        this.frames = frames;
        goal.data = target;
    }

    /** Where the lanes are going, or are: for what is read but once, as a note begins. */
    public Signal goal() {
        return goal;
    }

    /** A lane's value from the next frame on, with no ramp. */
    public void jump(int lane, float value) {
        jumped |= value != target[lane] || remaining[lane] > 0;
        origin[lane] = value;
        target[lane] = value;
        remaining[lane] = 0;
    }

    /** A new target for a lane; the ramp begins at the next frame. */
    public void rampTo(int lane, float value) {
        if (value != target[lane]) {
            origin[lane] = at(lane, remaining[lane]);
            target[lane] = value;
            remaining[lane] = frames;
            moving = frames;
        }
    }

    /** Where a lane is going, or is. */
    float target(int lane) {
        return target[lane];
    }

    /** A ramp that would begin at the next frame does not; one that has begun goes on. */
    void hold(int lane) {
        if (remaining[lane] == frames) {
            target[lane] = origin[lane];
            remaining[lane] = 0;
        }
    }

    /** Writes the frames of a block from start to limit - 1. Returns false if nothing has changed since the last time. */
    public boolean generate(int start, int limit) {
        boolean changed = jumped || step != 0 || moving > 0;
        jumped = false;
        if (changed && moving == 0) {
            System.arraycopy(target, 0, line, 0, LANES);
            data = line;
            step = 0;
        } else if (changed) {
            data = block;
            step = LANES;
            for (int lane = 0; lane < LANES; lane++) {
                ramp(lane, start, limit);
            }
            moving = Math.max(0, moving - (limit - start));
        }
        return changed;
    }

    /** All at 0, at once. */
    public void clear() {
        Arrays.fill(target, 0);
        Arrays.fill(remaining, 0);
        moving = 0;
        jumped = true;
    }

    private void ramp(int lane, int start, int limit) {
        for (int i = start; i < limit; i++) {
            if (remaining[lane] > 0) {
                remaining[lane]--;
            }
            block[i * LANES + lane] = at(lane, remaining[lane]);
        }
    }

    private float at(int lane, int left) {
        return left == 0 ? target[lane] : target[lane] + (origin[lane] - target[lane]) * ((float) left / frames);
    }
}
