package org.chronus.midi.command;

import java.util.Objects;

/**
 * A command with its time. Immutable; any thread.
 *
 * @param nanos   for devices the {@link System#nanoTime()} of arrival, which may be negative; for files nanoseconds from the
 *                start of the song
 * @param frame   the frame of the engine at which it is to be carried out, for what comes with the audio; or {@link #NO_FRAME}: then the
 *                time says it
 * @param command null throws {@link NullPointerException}
 */
public record Event(long nanos, long frame, Command command) {
    public static final long NO_FRAME = -1;

    public Event {
        Objects.requireNonNull(command, "command");
    }

    /** Without a frame. */
    public Event(long nanos, Command command) {
        this(nanos, NO_FRAME, command);
    }

    /** The same at a frame. */
    public Event at(long exact) {
        return new Event(nanos, exact, command);
    }

    /** Another command at the same time. */
    public Event with(Command other) {
        return new Event(nanos, frame, other);
    }
}
