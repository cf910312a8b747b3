package org.chronus.midi.device;

import java.util.Objects;
import java.util.Optional;

/**
 * The keys and controllers of a device that work as a remote control, on any channel. They do not sound. Immutable; any thread.
 *
 * @param next     steps forwards in the set list
 * @param previous steps backwards
 * @param panic    silences everything
 */
public record RemoteTriggers(Optional<Trigger> next, Optional<Trigger> previous, Optional<Trigger> panic) {
    /** No triggers. */
    public static final RemoteTriggers NONE = new RemoteTriggers(Optional.empty(), Optional.empty(), Optional.empty());

    /** @throws NullPointerException if one is null */
    public RemoteTriggers {
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(previous, "previous");
        Objects.requireNonNull(panic, "panic");
    }
}
