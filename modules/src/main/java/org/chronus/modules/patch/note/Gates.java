package org.chronus.modules.patch.note;

import static org.chronus.modules.Module.LANES;

import org.chronus.modules.Signal;

/**
 * The gates of a voice group, one for each lane. Envelopes see a rise only after a fall: a gate that is open and opened again is closed
 * for one frame, which cannot be heard. Audio thread only.
 */
public final class Gates {
    private final Signal gate = new Signal();
    /** Lanes whose gate is closed for that one frame. */
    private final boolean[] retriggered = new boolean[LANES];
    private int retriggers;

    /** 1 while a gate is open, else 0. */
    public Signal signal() {
        return gate;
    }

    /** True if it is open, or will be in a frame. */
    public boolean isOpen(int lane) {
        return gate.data[lane] > 0 || retriggered[lane];
    }

    /** True if some gate is closed for one frame to be opened again. */
    public boolean hasRetriggers() {
        return retriggers > 0;
    }

    /** Closed; a retrigger that is to come stays. */
    public void lower(int lane) {
        gate.data[lane] = 0;
    }

    /** A note begins, or begins again. */
    public void open(int lane) {
        if (gate.data[lane] > 0) {
            gate.data[lane] = 0;
            retriggers += retriggered[lane] ? 0 : 1;
            retriggered[lane] = true;
        } else if (!retriggered[lane]) {
            gate.data[lane] = 1;
        }
    }

    /** A note is released. */
    public void close(int lane) {
        if (retriggered[lane]) {
            retriggered[lane] = false;
            retriggers--;
        }
        gate.data[lane] = 0;
    }

    /** That frame is over: opens the gates again. Returns which, a bit for each lane. */
    public int retrigger() {
        int opened = 0;
        for (int lane = 0; lane < LANES; lane++) {
            if (retriggered[lane]) {
                gate.data[lane] = 1;
                retriggered[lane] = false;
                opened |= 1 << lane;
            }
        }
        retriggers = 0;
        return opened;
    }
}
