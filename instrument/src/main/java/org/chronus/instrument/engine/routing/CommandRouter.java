package org.chronus.instrument.engine.routing;

import org.chronus.instrument.engine.slots.FailureCause;
import org.chronus.instrument.engine.slots.Slot;
import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.instrument.engine.state.MpeState;
import org.chronus.instrument.engine.state.PedalState;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Setting;
import org.chronus.modules.patch.Part;
import org.chronus.presets.tuning.Tuning;

/**
 * Decides which slot a command is for. Notes go to the active slot, a note-off and the pressure of a key to the slot that had the note-on;
 * pedals and bend to every slot that sounds; other controllers, and parameters, to the active one. What is exact to the frame it decides
 * itself, but for {@link PedalRouter}; what is ramped it leaves to {@link ControllerRouter}. Audio thread only.
 */
public final class CommandRouter {
    /** What the soft pedal leaves of a velocity: -4 dB. */
    private static final float SOFTENED = 0.63f;

    private final Slot[] slots;
    private final Suspect suspect = new Suspect();
    private final ControllerRouter wheels;
    private final PedalRouter feet;
    private final MpeRouter fingerMoves;
    private final PedalState pedals;
    private final MpeState fingers;
    private final HeldKeys held = new HeldKeys();
    private final int channels;
    private final KeyTunings intonation;
    /** The patch that has each key's latest note-on, by its generation. */
    private final long[] owners = new long[KeyNumbers.CHANNELS << 7];

    /**
     * @param channels    bit n set: notes of MIDI channel n are played
     * @param pitchOffset semitones added to every key
     */
    public CommandRouter(Slot[] slots, PedalState pedals, int channels, float pitchOffset) {
        this.slots = slots;
        this.pedals = pedals;
        fingers = pedals.fingers();
        this.channels = channels;
        feet = new PedalRouter(slots, pedals, suspect);
        fingerMoves = new MpeRouter(slots, pedals, suspect);
        wheels = new ControllerRouter(slots, pedals, owners, suspect, fingerMoves);
        intonation = new KeyTunings(pitchOffset);
    }

    /** [before it starts] Keys are no longer a semitone apart, but as this says. */
    public void tune(Tuning tuning) {
        intonation.tune(tuning);
    }

    /**
     * Carries it out, its exact side or its smooth one, at a frame of the present block; {@code now} is that frame counted from the
     * engine's start. A patch that throws has failed; then the other is served once more, so that it misses nothing: every command may come
     * twice.
     */
    public void route(Command command, boolean smooth, Slot active, int frame, long now) {
        if (!isHeard(command)) {
            return;
        }
        try {
            if (command instanceof Setting.MpeZone zone) {
                configure(zone, frame);
            } else if (smooth) {
                wheels.move(command, active, now);
            } else {
                decide(command, active, frame);
            }
        } catch (Throwable thrown) {
            suspect.slot().fail(FailureCause.EXCEPTION, thrown);
            route(command, smooth, active, frame, now);
        }
    }

    /** A member of a zone is heard if its manager is; a zone is known in any case. */
    private boolean isHeard(Command command) {
        return command.channel() < 0 || command instanceof Setting.MpeZone
                || (channels & 1 << (fingers.manager(KeyNumbers.channel(command.source(), command.channel())) & 15)) != 0;
    }

    /** On both sides, for bends may come with it: the second time it changes nothing. */
    private void configure(Setting.MpeZone zone, int frame) {
        int manager = KeyNumbers.channel(zone.source(), zone.channel()), changed = fingers.changes(manager, zone.members());
        for (int c = 0; c < 16; c++) {
            if ((changed & 1 << c) != 0) {
                feet.raise(KeyNumbers.channel(zone.source(), c), frame);
                liftAll(KeyNumbers.channel(zone.source(), c), frame);
                pedals.setMono(KeyNumbers.channel(zone.source(), c), false);
            }
        }
        fingers.configure(manager, zone.members());
    }

    private void decide(Command command, Slot active, int frame) {
        switch (command) {
            case Gesture.NoteOn on -> press(on, active, frame);
            case Gesture.NoteOff off -> lift(off, frame);
            case Gesture.Controller move -> {
                feet.move(move, frame);
                fingerMoves.note(move);
            }
            case Release.AllSoundOff off -> cut(off.source(), off.channel(), frame);
            case Release.AllNotesOff off -> liftAll(off.source(), off.channel(), frame);
            case Setting.VoiceMode mode -> {
                liftAll(mode.source(), mode.channel(), frame);
                feet.setMono(mode.source(), mode.channel(), mode.mono());
            }
            case Release.ResetControllers reset -> {
                feet.raise(reset.source(), reset.channel(), frame);
                fingerMoves.note(reset);
            }
            case Release.ReleaseSource gone -> release(gone, frame);
            case Setting.KeyTuning tuning -> tune(tuning, frame);
            default -> fingerMoves.note(command);
        }
    }

    /**
     * A patch takes over in this slot: it learns where the controllers are, and what moved since {@code frame}.
     *
     * @param strikes true to strike the keys that are down and that it does not play already, as hard as they were struck
     */
    public void acquaint(Slot slot, long frame, boolean strikes) {
        try {
            wheels.giveTempoTo(suspect.in(slot));
            for (Part part : suspect.in(slot).parts()) {
                wheels.giveTo(part, frame);
            }
            wheels.giveTo(suspect.in(slot), frame);
            for (int i = 0; strikes && i < held.count(); i++) {
                if (!slot.has(owners[held.key(i)])) {
                    press(held.key(i), held.velocity(i), slot, 0);
                }
            }
        } catch (Throwable thrown) {
            slot.fail(FailureCause.EXCEPTION, thrown);
        }
    }

    private void press(Gesture.NoteOn on, Slot active, int frame) {
        int channel = KeyNumbers.channel(on.source(), on.channel()), key = KeyNumbers.key(channel, on.key());
        float velocity = pedals.isSoftDown(channel) ? SOFTENED * on.velocity() : on.velocity();
        held.press(key, velocity);
        releaseElsewhere(key, active, frame);
        if (active.sounds()) {
            press(key, velocity, active, frame);
        }
        feet.forgetOrigin(channel);
    }

    /** Struck again with no note-off between: its one note-off will go to the active patch, and the one that rings would wait for ever. */
    private void releaseElsewhere(int key, Slot active, int frame) {
        for (Slot slot : slots) {
            if (slot != active && slot.sounds() && slot.has(owners[key])) {
                suspect.in(slot).lift(key, frame, Gesture.NoteOff.USUAL_VELOCITY);
            }
        }
    }

    private void press(int key, float velocity, Slot slot, int frame) {
        int channel = fingers.manager(KeyNumbers.channelOf(key)) & 15;
        float offset = intonation.offset(channel, KeyNumbers.midiKeyOf(key), slot.primed().preset().tuning());
        if (!Float.isNaN(offset)) {
            owners[key] = slot.primed().generation();
            slot.markPlayed();
            suspect.in(slot).press(key, frame, velocity, offset);
        }
    }

    private void lift(Gesture.NoteOff off, int frame) {
        int key = KeyNumbers.key(KeyNumbers.channel(off.source(), off.channel()), off.key());
        held.lift(key);
        pedals.setPressure(key, 0);
        for (Slot slot : slots) {
            if (slot.sounds() && slot.has(owners[key])) {
                suspect.in(slot).lift(key, frame, off.velocity());
            }
        }
    }

    private void release(Release.ReleaseSource gone, int frame) {
        feet.raise(gone.source(), Command.ALL_CHANNELS, frame);
        liftAll(gone.source(), Command.ALL_CHANNELS, frame);
        if (gone.leaves()) {
            feet.setMono(gone.source(), Command.ALL_CHANNELS, false);
            fingers.forget(KeyNumbers.channel(gone.source(), 0));
        }
    }

    private void tune(Setting.KeyTuning tuning, int frame) {
        intonation.tune(tuning.channels(), tuning.pitches());
        for (Slot slot : slots) {
            if (tuning.sounding() && slot.sounds()) {
                suspect.in(slot).retune(tuning, intonation.shift(), frame);
            }
        }
    }

    private void liftAll(int source, int channel, int frame) {
        for (int c = 0; c < 16; c++) {
            if (fingers.reaches(channel, KeyNumbers.channel(source, c))) {
                liftAll(KeyNumbers.channel(source, c), frame);
            }
        }
    }

    private void liftAll(int channel, int frame) {
        held.liftAll(channel);
        for (Slot slot : slots) {
            if (slot.sounds()) {
                suspect.in(slot).liftAll(channel, frame);
            }
        }
    }

    private void cut(int source, int channel, int frame) {
        for (int c = 0; c < 16; c++) {
            for (Slot slot : slots) {
                if (fingers.reaches(channel, KeyNumbers.channel(source, c)) && slot.sounds()) {
                    suspect.in(slot).cut(KeyNumbers.channel(source, c), frame);
                }
            }
        }
    }
}
