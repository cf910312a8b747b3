package org.chronus.instrument.assembly;

import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.presets.library.ProgramAddress;

/** Something that happened in an {@link Instrument}, for whoever listens, on whichever thread it happened but the audio thread. Immutable. */
public sealed interface InstrumentEvent {
    /** A change of the patch is ready, or came to nothing: its outcome says which. */
    record Settled(SwapReport report) implements InstrumentEvent { }

    /** A change that was ready has taken over, or was replaced by a newer one before it could. */
    record Ended(SwapReport report) implements InstrumentEvent { }

    /** The bank has another order: what plays has this number now. */
    record Moved(ProgramAddress program) implements InstrumentEvent { }

    /** Something that a player should know, in a line; each kind once. */
    record Warning(String line) implements InstrumentEvent { }

    /** A patch has failed, and another took over: so often by now. */
    record FailedOver(int count) implements InstrumentEvent { }

    /** So many periods of sound have come too late by now. */
    record LatePeriods(long count) implements InstrumentEvent { }
}
