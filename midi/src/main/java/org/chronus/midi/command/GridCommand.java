package org.chronus.midi.command;

/**
 * A command, or the side of one, that takes effect on the control grid of 16 frames, and is ramped: controllers, wheels, parameters, tempo.
 * Immutable; any thread.
 */
public sealed interface GridCommand extends Command permits Gesture.Controller, Gesture.PitchBend, ParameterChange.SetParameter,
        ParameterChange.Turn, ParameterChange.Nudge, Gesture.ChannelPressure, Gesture.PolyPressure, Setting.BendRange, Setting.Tuning,
        Setting.ModulationDepth, Setting.MasterVolume, Setting.MasterTuning, Transport.Tempo, Transport.OwnTempo, Transport.SongPosition,
        Release.ResetControllers, Setting.MpeZone {
}
