package org.chronus.midi.command;

import java.util.Objects;

/**
 * A command with its time. Immutable; any thread.
 *
 * @param nanos   for devices the {@link System#nanoTime()} of arrival, which may be negative; for files nanoseconds from the
 *                start of the song
 * @param command null throws {@link NullPointerException}
 */
public record Event(long nanos, Command command) {
    public Event {
        Objects.requireNonNull(command, "command");
    }
}
