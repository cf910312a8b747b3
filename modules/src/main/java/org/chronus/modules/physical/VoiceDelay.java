package org.chronus.modules.physical;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

/**
 * A delay line for each voice, side by side: a frame of all lanes is written by one vector, and each lane reads at a delay of its own. What was
 * written before a lane began anew is read as silence. Built by the loader, run on the audio thread.
 */
final class VoiceDelay {
    private final float[] ring;
    private final int mask;
    private final int[] filled = new int[LANES];
    private int position;

    /** Holds at least that many frames. */
    VoiceDelay(double frames) {
        int size = Integer.highestOneBit((int) Math.ceil(frames) + BLOCK) * 2;
        ring = new float[size * LANES];
        mask = size - 1;
    }

    /** The lane has been silent for ever. */
    void clear(int lane) {
        filled[lane] = 0;
    }

    /** The frames, to write one at {@link #place}. */
    float[] data() {
        return ring;
    }

    /** Where the frame belongs that comes so many after the last one that {@link #advance} has counted. */
    int place(int after) {
        return (position + after & mask) * LANES;
    }

    /** So many frames have been written. */
    void advance(int frames) {
        position += frames;
        for (int lane = 0; lane < LANES; lane++) {
            filled[lane] = Math.min(filled[lane] + frames, mask + 1);
        }
    }

    /**
     * Reads every lane, frame by frame.
     *
     * @param delays in whole frames, at least as many as are read at once, frame by frame and lane by lane
     * @param to     frames {@code start} to {@code limit - 1}, laid out as the delays are
     */
    void read(int[] delays, float[] to, int start, int limit) {
        for (int lane = 0; lane < LANES; lane++) {
            int first = position - start, known = filled[lane] > mask ? Integer.MAX_VALUE - BLOCK : filled[lane] - start;
            for (int i = start, at = start * LANES + lane; i < limit; i++, at += LANES) {
                int delay = delays[at];
                to[at] = delay > known + i ? 0 : ring[(first + i - delay & mask) * LANES + lane];
            }
        }
    }

    /** Reads frames that have been written last, each lane at one delay, which may be 0. */
    void readBack(int[] delays, float[] to, int start, int limit) {
        for (int lane = 0; lane < LANES; lane++) {
            int delay = delays[lane], from = position - limit - delay, unknown = limit + delay - filled[lane];
            for (int i = start, at = start * LANES + lane; i < limit; i++, at += LANES) {
                to[at] = i < unknown ? 0 : ring[(from + i & mask) * LANES + lane];
            }
        }
    }
}
