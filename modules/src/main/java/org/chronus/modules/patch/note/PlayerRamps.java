package org.chronus.modules.patch.note;

import java.util.Arrays;

/**
 * The position of one controller for every player: a value that moves to each new target in a straight line of fixed length. Counted in
 * whole frames, so that where a block is cut does not matter. Audio thread only, after construction.
 */
public final class PlayerRamps {
    private final int frames;
    private final float[] origin;
    private final float[] target;
    /** Frames that a ramp has to go, counted from the beginning of the present piece of a block. */
    private final int[] remaining;
    /** The largest of them, or more. */
    private int moving;
    private int start;
    private int length;
    private int version;

    /** All players at a value; {@code frames}: the length of a ramp, at least 1. */
    public PlayerRamps(int players, float value, int frames) {
        this.frames = frames;
        origin = new float[players];
        target = new float[players];
        remaining = new int[players];
        reset(value);
    }

    /** All players at a value, at once. */
    public void reset(float value) {
        Arrays.fill(target, value);
        Arrays.fill(remaining, 0);
        moving = 0;
        version++;
    }

    /** A player's value from the next frame on; by a ramp unless {@code atOnce}. Between two pieces of a block. */
    public void move(int player, float value, boolean atOnce) {
        end();
        if (atOnce) {
            target[player] = value;
            remaining[player] = 0;
            version++;
        } else if (value != target[player]) {
            origin[player] = at(player, remaining[player]);
            target[player] = value;
            remaining[player] = frames;
            moving = frames;
            version++;
        }
    }

    /** One player's value is where another's is, and goes where that goes. */
    public void copy(int from, int to) {
        origin[to] = origin[from];
        target[to] = target[from];
        remaining[to] = remaining[from];
        version++;
    }

    /** The next frames of a block are these. */
    public void begin(int first, int limit) {
        end();
        start = first;
        length = limit - first;
    }

    private void end() {
        if (moving > 0) {
            for (int player = 0; player < remaining.length; player++) {
                remaining[player] = Math.max(0, remaining[player] - length);
            }
            moving = Math.max(0, moving - length);
        }
        length = 0;
    }

    /** Another number whenever a value was given. */
    int version() {
        return version;
    }

    /** True if no player's value moves in the present piece. */
    boolean areStill() {
        return moving == 0;
    }

    boolean moves(int player) {
        return remaining[player] > 0;
    }

    /** A player's value at a frame of the present piece. */
    public float value(int player, int frame) {
        return at(player, remaining[player] - (frame - start + 1));
    }

    private float at(int player, int left) {
        return left <= 0 ? target[player] : target[player] + (origin[player] - target[player]) * ((float) left / frames);
    }
}
