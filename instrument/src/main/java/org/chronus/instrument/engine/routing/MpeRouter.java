package org.chronus.instrument.engine.routing;

import org.chronus.instrument.engine.slots.PatchCall;
import org.chronus.instrument.engine.slots.Slot;
import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.instrument.engine.state.MpeState;
import org.chronus.instrument.engine.state.PedalState;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Setting;

/**
 * Routes what comes on the channels of an MPE zone for single notes. It is kept at its own frame, so that a note begins with it; the notes
 * whose keys are down follow on the control grid. Audio thread only.
 */
final class MpeRouter {
    private static final PatchCall FOLLOW = (patch, channel, _, _) -> patch.notes().follow(channel);

    private final Slot[] slots;
    private final PedalState pedals;
    private final PedalRouter pedalRouter;
    private final NoteRouter notes;
    private final MpeState mpe;

    MpeRouter(Slot[] slots, PedalState pedals, PedalRouter pedalRouter, NoteRouter notes) {
        this.slots = slots;
        this.pedals = pedals;
        this.pedalRouter = pedalRouter;
        this.notes = notes;
        mpe = pedals.mpe();
    }

    /** A zone gets so many members: the channels that are concerned are released first. Nothing if it has them already. */
    void configure(Setting.MpeZone zone, int frame) {
        int manager = KeyNumbers.channel(zone.source(), zone.channel()), changed = mpe.changes(manager, zone.members());
        for (int c = 0; c < 16; c++) {
            if ((changed & 1 << c) != 0) {
                pedalRouter.raise(KeyNumbers.channel(zone.source(), c), frame);
                notes.allOff(KeyNumbers.channel(zone.source(), c), frame);
                pedals.setMono(KeyNumbers.channel(zone.source(), c), false);
            }
        }
        mpe.configure(manager, zone.members());
    }

    /** True if it came on a member channel of a zone, where nothing is for all notes. */
    boolean isForMember(Command command) {
        return command.channel() >= 0 && mpe.isMember(channel(command));
    }

    /** Keeps the bend of a member channel. */
    void keep(Gesture.PitchBend bend) {
        if (isForMember(bend)) {
            mpe.bend(channel(bend), bend.value());
        }
    }

    /** Keeps the pressure of a member channel. */
    void keep(Gesture.ChannelPressure pressure) {
        if (isForMember(pressure)) {
            mpe.press(channel(pressure), pressure.value());
        }
    }

    /** Keeps the bend range of a zone, which came on one of its member channels. */
    void keep(Setting.BendRange range) {
        if (isForMember(range)) {
            mpe.bendRange(channel(range), range.semitones());
        }
    }

    /** Keeps the timbre of a channel in a zone; other controllers are nothing here. */
    void keep(Gesture.Controller move) {
        if (move.number() == MpeState.TIMBRE && mpe.isInZone(channel(move))) {
            mpe.timbre(channel(move), move.value());
        }
    }

    /** Bend and pressure of member channels return to the centre. */
    void keep(Release.ResetControllers reset) {
        for (int c = 0; c < 16; c++) {
            int channel = KeyNumbers.channel(reset.source(), c);
            if (mpe.isMember(channel) && mpe.reaches(reset.channel(), channel)) {
                mpe.bend(channel, 0);
                mpe.press(channel, 0);
                pedals.clearPressures(channel);
            }
        }
    }

    /** The notes whose keys are down follow what was kept for the channels that a command reaches. */
    void follow(Command command) {
        follow(command.source(), command.channel());
    }

    /** The same for a bend range, which is for all members of the zone. */
    void follow(Setting.BendRange range) {
        follow(range.source(), isForMember(range) ? mpe.manager(channel(range)) & 15 : range.channel());
    }

    private void follow(int source, int midiChannel) {
        int first = KeyNumbers.channel(source, 0);
        for (int channel = first; channel < first + 16; channel++) {
            if (mpe.isInZone(channel) && mpe.reaches(midiChannel, channel)) {
                for (Slot slot : slots) {
                    slot.call(FOLLOW, channel, 0, 0);
                }
            }
        }
    }

    private static int channel(Command command) {
        return KeyNumbers.channel(command.source(), command.channel());
    }
}
