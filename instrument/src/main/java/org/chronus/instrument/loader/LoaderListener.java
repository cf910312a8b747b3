package org.chronus.instrument.loader;

import org.chronus.instrument.engine.slots.SwapReport;

/** Hears what the loader has done, on its thread. */
public interface LoaderListener {
    /** A change is ready, or came to nothing. */
    void settled(SwapReport report);

    /** A change that was ready has taken over, or was replaced by a newer one before it could. */
    default void ended(SwapReport report) { }

    /** All that can be asked for has been made warm: from now on little is built. Once. */
    default void warmed() { }

    /** Something else that a player should know, in a line; each kind once. */
    default void warned(String line) { }
}
