package org.chronus.midi.command;

/**
 * Something that a player, a file or a script asked for. Immutable: made on any thread, read on any thread.
 *
 * <p>Channels count from 0, as on the wire. A constructor throws {@link IllegalArgumentException} for a value out of its range,
 * so that whoever receives a command need not look again.
 *
 * <p>Each theme is a family of its own, in a file of its own. When a command takes effect, its type says: it is an {@link ExactCommand}, a
 * {@link GridCommand}, both, or a {@link ControlCommand}; a {@link Selection.Commit} is none of these, but a mark in time. Whoever carries
 * commands out has one switch for each of these, without a default, so that a new command does not compile until it is carried out.
 */
public sealed interface Command permits Gesture, Setting, ParameterChange, Transport, Selection, Release, ExactCommand, GridCommand,
        ControlCommand {
    /** The channel of a command that is meant for all sixteen. */
    int ALL_CHANNELS = -1;

    /** Which device or file it came from, 0 or more: notes and pedals belong to the source that sent them. Any thread. */
    int source();

    /** 0..15, or {@link #ALL_CHANNELS}. Any thread. */
    int channel();

    /**
     * The place among commands of the same frame, lowest first: 0 programs, 1 controllers, bend, pressure and the rest, 2 note-offs,
     * 3 note-ons. So a note sounds with the preset and the controllers that came with it, and a key struck again is released first.
     */
    default int rank() {
        return 1;
    }
}
