package org.chronus.modules.patch.note;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import java.util.Arrays;

import org.chronus.modules.Signal;

/** The gain of each lane of a voice group: 1 for a voice, 0 for none, falling for one that is stolen. Audio thread only. */
public final class LaneGains {
    /** 1 for a lane that plays, else 0. */
    private final Signal playing = new Signal();
    private final Signal faded = new Signal();
    private final float[] curve;
    /** How far along the curve; -1 for a lane that does not fade. */
    private final int[] fading = new int[LANES];
    private int fades;

    /** {@code curve}: falling, a gain for each frame. */
    public LaneGains(float[] curve) {
        this.curve = curve;
        Arrays.fill(fading, -1);
        faded.data = new float[BLOCK * LANES];
        faded.step = LANES;
    }

    /** Gain 1, whether or not it was fading. */
    public void play(int lane) {
        playing.data[lane] = 1;
        stopFading(lane);
    }

    /** Gain 0. */
    public void end(int lane) {
        playing.data[lane] = 0;
        stopFading(lane);
    }

    /** Falling, from the next frame on. */
    public void fade(int lane) {
        if (fading[lane] < 0) {
            fading[lane] = 0;
            fades++;
        }
    }

    /** True from {@link #play} to {@link #end}. */
    public boolean isPlaying(int lane) {
        return playing.data[lane] > 0;
    }

    public boolean isFading(int lane) {
        return fading[lane] >= 0;
    }

    /** True if its gain has reached 0. */
    public boolean hasFaded(int lane) {
        return fading[lane] >= curve.length;
    }

    /** The gains of these frames of a block; they must not be asked for twice. */
    public Signal generate(int start, int limit) {
        return fades > 0 ? fall(start, limit) : playing;
    }

    private Signal fall(int start, int limit) {
        for (int i = start; i < limit; i++) {
            System.arraycopy(playing.data, 0, faded.data, i * LANES, LANES);
        }
        for (int lane = 0; lane < LANES; lane++) {
            if (fading[lane] >= 0) {
                for (int i = start; i < limit; i++) {
                    faded.data[i * LANES + lane] = fading[lane] < curve.length ? curve[fading[lane]++] : 0;
                }
            }
        }
        return faded;
    }

    private void stopFading(int lane) {
        if (fading[lane] >= 0) {
            fading[lane] = -1;
            fades--;
        }
    }
}
