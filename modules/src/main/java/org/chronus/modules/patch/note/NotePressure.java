package org.chronus.modules.patch.note;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import org.chronus.modules.Signal;

/**
 * The pressure of each voice of a group: that of its key or that of the channel, whichever is more. A keyboard sends one of the two; of
 * two keyboards neither can lower the other's. Audio thread only, after construction.
 */
public final class NotePressure extends Signal {
    private final Signal channel;
    private final LaneRamp keys;
    private final float[] line = new float[LANES];
    private final float[] block = new float[BLOCK * LANES];
    private boolean anyKey;

    /** {@code frames}: how long a key's pressure takes to follow. */
    public NotePressure(Signal channel, int frames) {
        this.channel = channel;
        keys = new LaneRamp(frames);
        follow(channel);
    }

    /** 0..1; smoothed unless {@code atOnce}. */
    void press(int lane, float amount, boolean atOnce) {
        if (atOnce) {
            keys.jump(lane, amount);
        } else {
            keys.rampTo(lane, amount);
        }
    }

    /** What would change from the next frame on does not. */
    void hold(int lane) {
        keys.hold(lane);
    }

    /** No key is pressed. */
    void clear() {
        keys.clear();
    }

    /** Returns false if no key is pressed otherwise than the last time. */
    boolean generate(int start, int limit) {
        boolean changed = keys.generate(start, limit);
        if (changed) {
            anyKey = !keys.isZero();
        }
        if (!anyKey) {
            follow(channel);
            return changed;
        }
        boolean constant = (keys.step | channel.step) == 0;
        data = constant ? line : block;
        step = constant ? 0 : LANES;
        for (int i = start; i < (constant ? start + 1 : limit); i++) {
            for (int lane = 0; lane < LANES; lane++) {
                data[i * step + lane] = Math.max(keys.data[i * keys.step + lane], channel.data[i * channel.step + lane]);
            }
        }
        return changed;
    }
}
