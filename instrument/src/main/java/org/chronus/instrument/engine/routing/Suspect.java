package org.chronus.instrument.engine.routing;

import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.Slot;

/** Whose patch is at work, and to blame for what is thrown next. Audio thread only. */
final class Suspect {
    private Slot slot;

    Slot slot() {
        return slot;
    }

    /** The patch in a slot. */
    PrimedPatch in(Slot touched) {
        slot = touched;
        return touched.primed();
    }
}
