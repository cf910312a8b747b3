package org.chronus.modules.patch.note;

import static org.chronus.modules.Module.LANES;

import org.chronus.modules.Signal;

/**
 * The gates of a voice group, one for each lane. Envelopes see a rise only after a fall: a gate that is up and struck again falls for one
 * frame, which nobody hears. Audio thread only.
 */
public final class Gates {
    private final Signal gate = new Signal();
    /** Lanes whose gate is down for that one frame. */
    private final boolean[] rising = new boolean[LANES];
    private int rises;

    /** 1 while it is up, else 0. */
    public Signal signal() {
        return gate;
    }

    /** True if it is up, or will be in a frame. */
    public boolean isUp(int lane) {
        return gate.data[lane] > 0 || rising[lane];
    }

    /** True if some rise after the next frame. */
    public boolean rise() {
        return rises > 0;
    }

    /** Down, but for a rise that is to come. */
    public void rest(int lane) {
        gate.data[lane] = 0;
    }

    /** A note begins. */
    public void strike(int lane) {
        if (gate.data[lane] > 0) {
            gate.data[lane] = 0;
            rises += rising[lane] ? 0 : 1;
            rising[lane] = true;
        } else if (!rising[lane]) {
            gate.data[lane] = 1;
        }
    }

    /** A note is let go. */
    public void fall(int lane) {
        if (rising[lane]) {
            rising[lane] = false;
            rises--;
        }
        gate.data[lane] = 0;
    }

    /** The frame is over. */
    public void raise() {
        for (int lane = 0; lane < LANES; lane++) {
            if (rising[lane]) {
                gate.data[lane] = 1;
                rising[lane] = false;
            }
        }
        rises = 0;
    }
}
