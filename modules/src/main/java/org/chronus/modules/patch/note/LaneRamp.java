package org.chronus.modules.patch.note;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import java.util.Arrays;

import org.chronus.modules.Signal;
import org.chronus.modules.patch.cable.Ramp;

/**
 * What {@link Ramp} is, with a value of its own for every lane. Plain loops: it moves too seldom for vectors to be compiled, and they would
 * allocate. Audio thread only, after construction.
 */
public final class LaneRamp extends Signal {
    private final float[] line = data;
    private final float[] walk = new float[BLOCK * LANES];
    private final int frames;
    private final float[] origin = new float[LANES];
    private final float[] target = new float[LANES];
    private final int[] remaining = new int[LANES];
    /** Frames until no lane walks any more. */
    private int walking;
    private boolean jumped;

    /** All at 0. {@code frames}: the length of a walk, at least 1. */
    public LaneRamp(int frames) {
        this.frames = frames;
    }

    /** A lane's value from the next frame on, with no ramp. */
    public void jump(int lane, float value) {
        jumped |= value != target[lane] || remaining[lane] > 0;
        origin[lane] = value;
        target[lane] = value;
        remaining[lane] = 0;
    }

    /** A new target for a lane; the walk begins at the next frame. */
    public void walkTo(int lane, float value) {
        if (value != target[lane]) {
            origin[lane] = at(lane, remaining[lane]);
            target[lane] = value;
            remaining[lane] = frames;
            walking = frames;
        }
    }

    /** Where a lane is going, or is. */
    float target(int lane) {
        return target[lane];
    }

    /** A walk that would begin at the next frame does not; one that has begun goes on. */
    void hold(int lane) {
        if (remaining[lane] == frames) {
            target[lane] = origin[lane];
            remaining[lane] = 0;
        }
    }

    /** Writes the frames of a block from start to limit - 1. Returns false if nothing has changed since the last time. */
    public boolean generate(int start, int limit) {
        boolean changed = jumped || step != 0 || walking > 0;
        jumped = false;
        if (changed && walking == 0) {
            System.arraycopy(target, 0, line, 0, LANES);
            data = line;
            step = 0;
        } else if (changed) {
            data = walk;
            step = LANES;
            for (int lane = 0; lane < LANES; lane++) {
                walk(lane, start, limit);
            }
            walking = Math.max(0, walking - (limit - start));
        }
        return changed;
    }

    /** All at 0, at once. */
    public void clear() {
        Arrays.fill(target, 0);
        Arrays.fill(remaining, 0);
        walking = 0;
        jumped = true;
    }

    private void walk(int lane, int start, int limit) {
        for (int i = start; i < limit; i++) {
            if (remaining[lane] > 0) {
                remaining[lane]--;
            }
            walk[i * LANES + lane] = at(lane, remaining[lane]);
        }
    }

    private float at(int lane, int left) {
        return left == 0 ? target[lane] : target[lane] + (origin[lane] - target[lane]) * ((float) left / frames);
    }
}
