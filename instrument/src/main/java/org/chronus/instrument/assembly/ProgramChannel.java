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
 * While none has, it is the lowest that has sent a program change: so of a song that sends one on every channel, the first channel's is
 * followed. An MPE zone is its manager's channel. Any thread but the audio thread.
 */
final class ProgramChannel {
    private static final int NONE = 16;

    private final int channels;
    private final Map<Integer, MpeZones> zones = new HashMap<>();
    private int lowest = NONE;
    private int asked = NONE;

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
                    Release.ResetControllers _, Selection.ChannelProgram _ -> { }
        }
    }

    /** True if this change is to be followed. */
    synchronized boolean follows(Selection.ProgramChange change) {
        if (change.channel() == Command.ALL_CHANNELS) {
            return true;
        }
        asked = Math.min(asked, channel(change));
        return channel(change) <= (lowest == NONE ? asked : lowest);
    }

    private int channel(Command command) {
        MpeZones own = zones.get(command.source());
        return own == null ? command.channel() : own.manager(command.channel());
    }
}
