package org.chronus.instrument.assembly;

import java.util.HashMap;
import java.util.Map;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.ExactCommand;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.MpeZones;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Selection;
import org.chronus.midi.command.Setting;

/**
 * The lowest channel that has played, whose program changes are followed: so a second keyboard, or a drum pad, does not change the patch.
 * An MPE zone is its manager's channel. Any thread but the audio thread.
 */
final class ProgramChannel {
    private final int channels;
    private final Map<Integer, MpeZones> zones = new HashMap<>();
    private int lowest = 16;

    /** @param channels bit n: MIDI channel n plays */
    ProgramChannel(int channels) {
        this.channels = channels;
    }

    /** Takes notice of what came: notes, zones, and the end of a source. */
    synchronized void hear(ExactCommand command) {
        switch (command) {
            case Setting.MpeZone zone -> zones.computeIfAbsent(zone.source(), _ -> new MpeZones()).configure(zone.channel(), zone.members());
            case Release.ReleaseSource gone -> {
                if (gone.leaves()) {
                    zones.remove(gone.source());
                }
            }
            case Gesture.NoteOn on -> {
                int channel = channel(on);
                lowest = (channels & 1 << channel) != 0 ? Math.min(lowest, channel) : lowest;
            }
            case Gesture.NoteOff _, Gesture.Controller _, Gesture.PitchBend _, Gesture.ChannelPressure _, Setting.BendRange _,
                    Setting.KeyTuning _, Setting.VoiceMode _, Release.AllSoundOff _, Release.AllNotesOff _,
                    Release.ResetControllers _ -> { }
        }
    }

    /** True if this change is to be followed. */
    synchronized boolean follows(Selection.ProgramChange change) {
        return change.channel() == Command.ALL_CHANNELS || channel(change) <= lowest;
    }

    private int channel(Command command) {
        MpeZones own = zones.get(command.source());
        return own == null ? command.channel() : own.manager(command.channel());
    }
}
