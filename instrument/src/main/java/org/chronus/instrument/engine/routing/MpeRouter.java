package org.chronus.instrument.engine.routing;

import org.chronus.instrument.engine.slots.Slot;
import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.instrument.engine.state.MpeState;
import org.chronus.instrument.engine.state.PedalState;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Setting;

/**
 * What comes on the channels of a zone for single notes: it is noted at its own frame, so that a note begins with it, and the notes that
 * are down follow on the grid. Audio thread only.
 */
final class MpeRouter {
    private final Slot[] slots;
    private final PedalState pedals;
    private final MpeState fingers;
    private final Suspect suspect;

    MpeRouter(Slot[] slots, PedalState pedals, Suspect suspect) {
        this.slots = slots;
        this.pedals = pedals;
        this.suspect = suspect;
        fingers = pedals.fingers();
    }

    /** The exact side: for the next note. Nothing, if it is not for a zone. */
    void note(Command command) {
        switch (command) {
            case Release.ResetControllers reset -> rest(reset.source(), reset.channel());
            case Gesture.PitchBend bend -> {
                if (isForMember(bend)) {
                    fingers.bend(channel(bend), bend.value());
                }
            }
            case Gesture.ChannelPressure pressure -> {
                if (isForMember(pressure)) {
                    fingers.press(channel(pressure), pressure.value());
                }
            }
            case Setting.BendRange range -> {
                if (isForMember(range)) {
                    fingers.bendRange(channel(range), range.semitones());
                }
            }
            case Gesture.Controller move -> {
                if (move.number() == MpeState.TIMBRE && fingers.isInZone(channel(move))) {
                    fingers.timbre(channel(move), move.value());
                }
            }
            default -> { }
        }
    }

    /** The ramped side: for the notes that are down. */
    void move(Command command) {
        note(command);
        int first = KeyNumbers.channel(command.source(), 0);
        int from = command instanceof Setting.BendRange && isForMember(command) ? fingers.manager(channel(command)) & 15 : command.channel();
        for (int channel = first; channel < first + 16; channel++) {
            if (fingers.isInZone(channel) && fingers.reaches(from, channel)) {
                follow(channel);
            }
        }
    }

    /** True if it came on a member channel of a zone, where nothing is for all notes. */
    boolean isForMember(Command command) {
        return command.channel() >= 0 && fingers.isMember(channel(command));
    }

    private void rest(int source, int midiChannel) {
        for (int c = 0; c < 16; c++) {
            int channel = KeyNumbers.channel(source, c);
            if (fingers.isMember(channel) && fingers.reaches(midiChannel, channel)) {
                fingers.bend(channel, 0);
                fingers.press(channel, 0);
                pedals.clearPressures(channel);
            }
        }
    }

    private void follow(int channel) {
        for (Slot slot : slots) {
            if (slot.sounds()) {
                suspect.in(slot).follow(channel);
            }
        }
    }

    private static int channel(Command command) {
        return KeyNumbers.channel(command.source(), command.channel());
    }
}
