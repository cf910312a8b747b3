package org.chronus.midi.decoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture.Controller;
import org.chronus.midi.command.MpeZones;
import org.chronus.midi.command.Release.AllSoundOff;
import org.chronus.midi.command.Release.ResetControllers;
import org.chronus.midi.command.Selection.ProgramChange;
import org.chronus.midi.command.Setting.BendRange;
import org.chronus.midi.command.Setting.KeyTuning;
import org.chronus.midi.command.Setting.MasterVolume;
import org.chronus.midi.command.Setting.MpeZone;
import org.chronus.midi.command.Setting.Tuning;
import org.chronus.midi.command.Setting.VoiceMode;

/**
 * What the system exclusive messages mean that we know: master volume, General MIDI on, and tunings. They are collected as they come,
 * between the status that begins and the one that ends them; of a longer one than any that we know only the beginning is kept. Meant for
 * every device, whichever number it gives.
 *
 * <p>Belongs to one thread at a time, that of its decoder.
 */
final class SystemExclusive {
    private static final int LONGEST = TuningMessage.LONGEST, REAL_TIME = 0x7F, NON_REAL_TIME = 0x7E;
    private static final int VOLUME = 7, PAN = 10, USUAL_BEND_RANGE = 2;
    private static final float USUAL_VOLUME = 100 / 127f, MIDDLE = 64 / 127f;

    private final int source;
    private final int[] data = new int[LONGEST];
    private int length;

    SystemExclusive(int source) {
        this.source = source;
    }

    /** Another one begins. */
    void begin() {
        length = 0;
    }

    /** A data byte, 0..127. */
    void add(int next) {
        if (length < LONGEST) {
            data[length] = next;
        }
        length = Math.min(length + 1, LONGEST + 1);
    }

    /** True if it asks that all be as General MIDI wants it in the beginning. */
    boolean isGeneralMidiOn() {
        return length == 4 && data[0] == NON_REAL_TIME && data[2] == 9 && (data[3] == 1 || data[3] == 3);
    }

    /** It has ended as it should: what it asks for, in order; nothing if we do not know it. */
    List<Command> commands() {
        if (length == 6 && data[0] == REAL_TIME && data[2] == 4 && data[3] == 1) {
            return List.of(new MasterVolume(source, ChannelControllers.share(data[5], data[4])));
        }
        if (isTuning()) {
            return tuning().<List<Command>>map(List::of).orElse(List.of());
        }
        return isGeneralMidiOn() ? generalMidi() : List.of();
    }

    /**
     * How many data bytes were in vain, as far as they were kept: those of a tuning that is damaged, or has not {@code ended} as it should.
     */
    int strayBytes(boolean ended) {
        return isTuning() && (!ended || tuning().isEmpty()) ? length : 0;
    }

    private boolean isTuning() {
        return new TuningMessage(data, length).isOne();
    }

    private Optional<KeyTuning> tuning() {
        return new TuningMessage(data, length).command(source);
    }

    private List<Command> generalMidi() {
        List<Command> commands = new ArrayList<>();
        commands.add(new ProgramChange(source, Command.ALL_CHANNELS, 0, 0));
        commands.add(new MasterVolume(source, 1));
        commands.add(new MpeZone(source, MpeZones.LOWER, 0));
        commands.add(new MpeZone(source, MpeZones.UPPER, 0));
        for (int channel = 0; channel < 16; channel++) {
            commands.add(new AllSoundOff(source, channel));
            commands.add(new ResetControllers(source, channel));
            commands.add(new VoiceMode(source, channel, false));
            commands.add(new Controller(source, channel, VOLUME, USUAL_VOLUME));
            commands.add(new Controller(source, channel, PAN, MIDDLE));
            commands.add(new BendRange(source, channel, USUAL_BEND_RANGE));
            commands.add(new Tuning(source, channel, 0));
        }
        return commands;
    }
}
