package org.chronus.midi.command;

/**
 * A command that the instrument handles outside of the audio thread: program changes, steps in the set list, panic. Immutable; any thread.
 */
public sealed interface ControlCommand extends Command permits Selection.ProgramChange, Selection.Step, Release.Panic {
}
