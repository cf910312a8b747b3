package org.chronus.midi.command;

/**
 * A command for whoever holds the instrument together, which never reaches the sound as it is: which preset is to play, and silence.
 * Immutable; any thread.
 */
public sealed interface ControlCommand extends Command permits Selection.ProgramChange, Selection.Step, Release.Panic {
}
