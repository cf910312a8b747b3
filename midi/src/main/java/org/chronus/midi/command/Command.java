package org.chronus.midi.command;

/**
 * A command from a player, a file or a script: a note, a controller, a setting. Immutable; any thread.
 *
 * <p>Channels count from 0, as on the wire. A constructor throws {@link IllegalArgumentException} for a value out of its range,
 * so that a receiver need not check it.
 *
 * <p>Each family of commands is a sealed interface of its own, in one file. The type of a command says when it takes effect: it is an
 * {@link ExactCommand}, a {@link GridCommand}, both, or a {@link ControlCommand}; a {@link Selection.Commit} is none of these, but marks a
 * frame. Commands are carried out in one switch for each of these types, without a default, so that a new command does not compile until it
 * is handled.
 */
public sealed interface Command permits Gesture, Setting, ParameterChange, Transport, Selection, Release, ExactCommand, GridCommand,
        ControlCommand {
    /** The channel of a command that is meant for all sixteen. */
    int ALL_CHANNELS = -1;

    /** The device or file that it came from, 0 or more. Notes and pedals belong to their source. Any thread. */
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
