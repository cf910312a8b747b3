package org.chronus.instrument.random;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.ParameterChange;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Selection;
import org.chronus.midi.command.Setting;
import org.chronus.midi.command.Transport;

/** The kinds of command that can be made at random: every type of command, and controllers divided by what they do. Any thread. */
public enum CommandKind {
    NOTE_ON(Gesture.NoteOn.class), NOTE_OFF(Gesture.NoteOff.class), POLY_PRESSURE(Gesture.PolyPressure.class),
    CHANNEL_PRESSURE(Gesture.ChannelPressure.class), PITCH_BEND(Gesture.PitchBend.class),
    /** A controller of the mix, anywhere. */
    CONTROLLER(Gesture.Controller.class),
    /** One of the four pedals, up or down. */
    PEDAL(Gesture.Controller.class),
    /** Portamento time, and portamento control: the key from which the next note glides. */
    PORTAMENTO(Gesture.Controller.class),
    PROGRAM_CHANGE(Selection.ProgramChange.class), CHANNEL_PROGRAM(Selection.ChannelProgram.class), STEP(Selection.Step.class),
    COMMIT(Selection.Commit.class),
    BEND_RANGE(Setting.BendRange.class), TUNING(Setting.Tuning.class), KEY_TUNING(Setting.KeyTuning.class),
    MODULATION_DEPTH(Setting.ModulationDepth.class), MASTER_VOLUME(Setting.MasterVolume.class),
    MASTER_TUNING(Setting.MasterTuning.class), VOICE_MODE(Setting.VoiceMode.class),
    MPE_ZONE(Setting.MpeZone.class), SET_PARAMETER(ParameterChange.SetParameter.class), TURN(ParameterChange.Turn.class),
    NUDGE(ParameterChange.Nudge.class), TEMPO(Transport.Tempo.class), OWN_TEMPO(Transport.OwnTempo.class),
    SONG_POSITION(Transport.SongPosition.class), ALL_SOUND_OFF(Release.AllSoundOff.class), ALL_NOTES_OFF(Release.AllNotesOff.class),
    RESET_CONTROLLERS(Release.ResetControllers.class), PANIC(Release.Panic.class), RELEASE_SOURCE(Release.ReleaseSource.class);

    private final Class<? extends Command> type;

    CommandKind(Class<? extends Command> type) {
        this.type = type;
    }

    /** The type of a command of this kind. */
    public Class<? extends Command> type() {
        return type;
    }
}
