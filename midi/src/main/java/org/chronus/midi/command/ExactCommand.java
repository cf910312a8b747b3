package org.chronus.midi.command;

/**
 * A command, or the side of one, that takes effect at its own frame: gates, and what decides about notes or how the next one begins.
 * Immutable; any thread. A command that is a {@link GridCommand} as well takes effect twice.
 */
public sealed interface ExactCommand extends Command permits Gesture.NoteOn, Gesture.NoteOff, Gesture.Controller, Gesture.PitchBend,
        Gesture.ChannelPressure, Setting.BendRange, Setting.MpeZone, Setting.KeyTuning, Setting.VoiceMode, Release.AllSoundOff,
        Release.AllNotesOff, Release.ResetControllers, Release.ReleaseSource, Selection.ChannelProgram {
    /** False for a command of this kind that no note depends on, so that it need not be carried out at its own frame. Any thread. */
    default boolean concernsNotes() {
        return true;
    }
}
