package org.chronus.instrument.engine;

import org.chronus.instrument.engine.blackbox.BlackBox;
import org.chronus.instrument.engine.blackbox.Trouble;
import org.chronus.instrument.engine.slots.Slots;

/** Writes down in the black box that something has gone wrong, as the counts show it. Audio thread only. */
final class TroubleWatch {
    private final BlackBox blackBox;
    private final EngineStats stats;
    private final Slots slots;
    private final EngineFaults faults;

    TroubleWatch(BlackBox blackBox, EngineStats stats, Slots slots, EngineFaults faults) {
        this.blackBox = blackBox;
        this.stats = stats;
        this.slots = slots;
        this.faults = faults;
    }

    /** {@code now} is the frame of the grid line. */
    void crossGridLine(long now) {
        blackBox.trouble(now, Trouble.FAILURE, stats.failures());
        blackBox.trouble(now, Trouble.FAILOVER, stats.failovers());
        blackBox.trouble(now, Trouble.TAKEN, stats.takenPatches());
        blackBox.trouble(now, Trouble.SHED, stats.shed());
        blackBox.trouble(now, Trouble.HELD_BACK, slots.stats().heldBack());
        blackBox.trouble(now, Trouble.FAULT, faults.count());
    }
}
