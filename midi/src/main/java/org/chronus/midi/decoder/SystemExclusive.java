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
import org.chronus.midi.command.Setting.MasterTuning;
import org.chronus.midi.command.Setting.MasterVolume;
import org.chronus.midi.command.Setting.MpeZone;
import org.chronus.midi.command.Setting.Tuning;
import org.chronus.midi.command.Setting.VoiceMode;

/**
 * Decodes the system exclusive messages that are supported: master volume and tuning, General MIDI on, and the tuning messages. Data bytes are
 * collected between F0 and F7; of a message that is longer than any supported one, only the beginning is kept. The device id is ignored.
 *
 * <p>Mutable; for one thread at a time, that of its decoder.
 */
final class SystemExclusive {
    private static final int LONGEST = TuningMessage.LONGEST, REAL_TIME = 0x7F, NON_REAL_TIME = 0x7E;
    private static final int DEVICE_CONTROL = 4, MASTER_VOLUME = 1, MASTER_FINE = 3, MASTER_COARSE = 4, CENTRE = 8_192;
    private static final int VOLUME = 7, PAN = 10, USUAL_BEND_RANGE = 2;
    private static final float USUAL_VOLUME = 100 / 127f, MIDDLE = 64 / 127f;

    private final int source;
    private final int[] data = new int[LONGEST];
    private int length;
    /** The two halves of the master tuning, 14 bits each; the lower seven of the coarse one mean nothing. */
    private int masterFine = CENTRE, masterCoarse = CENTRE;

    SystemExclusive(int source) {
        this.source = source;
    }

    /** A message begins. */
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

    /** True if the message is General MIDI 1 or 2 on. */
    boolean isGeneralMidiOn() {
        return length == 4 && data[0] == NON_REAL_TIME && data[2] == 9 && (data[3] == 1 || data[3] == 3);
    }

    /** The commands of a message that was ended by F7, in order; none if the message is not supported. */
    List<Command> commands() {
        if (length == 6 && data[0] == REAL_TIME && data[2] == DEVICE_CONTROL) {
            return deviceControl(data[3], data[5] * 128 + data[4]);
        }
        if (isTuning()) {
            return tuning().<List<Command>>map(List::of).orElse(List.of());
        }
        return isGeneralMidiOn() ? generalMidi() : List.of();
    }

    /**
     * The number of data bytes, as far as they were kept, of a tuning message that is damaged or was not {@code ended} by F7; else 0.
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

    private List<Command> deviceControl(int kind, int value) {
        switch (kind) {
            case MASTER_VOLUME -> {
                return List.of(new MasterVolume(source, ChannelControllers.share(value / 128, value % 128)));
            }
            case MASTER_FINE -> masterFine = value;
            case MASTER_COARSE -> masterCoarse = value;
            default -> {
                return List.of();
            }
        }
        return List.of(new MasterTuning(source, masterCoarse / 128 - 64 + (masterFine - CENTRE) / (float) CENTRE));
    }

    private List<Command> generalMidi() {
        masterFine = CENTRE;
        masterCoarse = CENTRE;
        List<Command> commands = new ArrayList<>();
        commands.add(new ProgramChange(source, Command.ALL_CHANNELS, 0, 0));
        commands.add(new MasterVolume(source, 1));
        commands.add(new MasterTuning(source, 0));
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
