package org.chronus.midi.command;

/**
 * Something that a player, a file or a script asked for. Immutable: made on any thread, read on any thread.
 *
 * <p>Channels count from 0, as on the wire. A constructor throws {@link IllegalArgumentException} for a value out of its range,
 * so that whoever receives a command need not look again.
 *
 * <p>Each theme is a family of its own, in a file of its own.
 */
public sealed interface Command permits Gesture, Setting, ParameterChange, Transport, Selection, Release {
    /** The channel of a command that is meant for all sixteen. */
    int ALL_CHANNELS = -1;

    /** Which device or file it came from, 0 or more: notes and pedals belong to the source that sent them. Any thread. */
    int source();

    /** 0..15, or {@link #ALL_CHANNELS}. Any thread. */
    int channel();

    /**
     * The place among commands of the same frame, lowest first: 0 programs, 1 controllers, bend, pressure and the rest, 2 note-offs,
     * 3 note-ons. So a note sounds with the preset and the controllers that came with it, and a key struck again is released first.
     * Any thread but the audio thread, where the first pattern switch is slow.
     */
    default int rank() {
        return switch (this) {
            case Selection.ProgramChange _ -> 0;
            case Gesture.NoteOff _ -> 2;
            case Gesture.NoteOn _ -> 3;
            default -> 1;
        };
    }
}
