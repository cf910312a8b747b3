package org.chronus.modules.patch.cable;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import java.util.Arrays;

import org.chronus.modules.Signal;

/**
 * A signal that comes later by some frames than another one, so that it meets what has taken longer. Built by the loader, run on the audio
 * thread.
 */
public final class DelayedSignal extends Signal {
    private final Signal source;
    private final int frames;
    /** As many frames as it is late; the oldest one is next. */
    private final float[] ring;
    private int next;

    /** {@code frames}: above 0. */
    public DelayedSignal(Signal source, int frames) {
        this.source = source;
        this.frames = frames;
        ring = new float[frames * LANES];
        data = new float[BLOCK * LANES];
        step = LANES;
    }

    /** Frames {@code start} to {@code limit - 1} of a block; the source has played them. */
    public void generate(int start, int limit) {
        float[] x = source.data;
        for (int i = start; i < limit; i++) {
            int from = i * source.step, place = next * LANES;
            for (int lane = 0; lane < LANES; lane++) {
                data[i * LANES + lane] = ring[place + lane];
                ring[place + lane] = x[from + lane];
            }
            next = next + 1 == frames ? 0 : next + 1;
        }
    }

    /** A voice starts on this lane: what the last one has left there is not for it. */
    public void restart(int lane) {
        for (int i = lane; i < ring.length; i += LANES) {
            ring[i] = 0;
        }
    }

    /** Silence. */
    public void clear() {
        Arrays.fill(ring, 0);
    }
}
