package org.chronus.midi.device;

import java.util.Objects;
import java.util.Optional;

/**
 * What of a device changes programs by hand or foot, on whatever channel it sends. What is named here does not sound. Immutable; any
 * thread.
 *
 * @param next     goes on in the set list
 * @param previous goes back
 * @param panic    silences everything
 */
public record RemoteTriggers(Optional<Trigger> next, Optional<Trigger> previous, Optional<Trigger> panic) {
    /** Nothing of it does. */
    public static final RemoteTriggers NONE = new RemoteTriggers(Optional.empty(), Optional.empty(), Optional.empty());

    /** @throws NullPointerException if one is null */
    public RemoteTriggers {
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(previous, "previous");
        Objects.requireNonNull(panic, "panic");
    }
}
