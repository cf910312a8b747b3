package org.chronus.instrument.engine.routing;

import org.chronus.instrument.engine.slots.PatchCall;
import org.chronus.instrument.engine.slots.Slot;
import org.chronus.instrument.engine.slots.Slots;
import org.chronus.instrument.engine.state.HeldKeys;
import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.instrument.engine.state.KeyTunings;
import org.chronus.instrument.engine.state.MpeState;
import org.chronus.instrument.engine.state.PedalState;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Setting;
import org.chronus.presets.tuning.Tuning;

/** Routes notes, and what ends or tunes all of them. It knows which patch has each key, and which keys are down. Audio thread only. */
final class NoteRouter {
    /** What the soft pedal leaves of a velocity: -4 dB. */
    private static final float SOFTENED = 0.63f;
    private static final PatchCall NOTE_OFF = (patch, key, frame, velocity) -> patch.notes().lift(key, frame, velocity);
    private static final PatchCall ALL_NOTES_OFF = (patch, channel, frame, _) -> patch.notes().liftAll(channel, frame);
    private static final PatchCall ALL_SOUND_OFF = (patch, channel, frame, _) -> patch.notes().cut(channel, frame);

    private final Slots slots;
    private final PedalState pedals;
    private final MpeState mpe;
    private final PedalRouter pedalRouter;
    private final HeldKeys held = new HeldKeys();
    private final KeyTunings tunings;
    /** The patch that has each key's latest note-on, by its generation. */
    private final long[] owners = new long[KeyNumbers.CHANNELS << 7];

    NoteRouter(Slots slots, PedalState pedals, PedalRouter pedalRouter) {
        this.slots = slots;
        this.pedals = pedals;
        this.pedalRouter = pedalRouter;
        mpe = pedals.mpe();
        tunings = pedals.tunings();
    }

    /** [before it starts] Keys are no longer a semitone apart, but as this says. */
    void tune(Tuning tuning) {
        tunings.tune(tuning);
    }

    /** True if the patch in a slot had the latest note-on of a key. */
    boolean owns(Slot slot, int key) {
        return slot.has(owners[key]);
    }

    /** A patch that takes over strikes the keys that are down and that it does not play already, as hard as they were struck. */
    void strikeHeld(Slot slot) {
        for (int i = 0; i < held.count(); i++) {
            if (!owns(slot, held.key(i))) {
                press(held.key(i), held.velocity(i), slot, 0);
            }
        }
    }

    /** A key goes down: the active patch plays it. */
    void on(Gesture.NoteOn on, int frame) {
        int channel = KeyNumbers.channel(on.source(), on.channel()), key = KeyNumbers.key(channel, on.key());
        float velocity = pedals.isSoftDown(channel) ? SOFTENED * on.velocity() : on.velocity();
        held.press(key, velocity);
        releaseElsewhere(key, frame);
        press(key, velocity, slots.active(), frame);
        pedalRouter.forgetOrigin(channel);
    }

    /** Struck again with no note-off between: its one note-off will go to the active patch, and the one that rings would wait for ever. */
    private void releaseElsewhere(int key, int frame) {
        for (Slot slot : slots.both()) {
            if (slot != slots.active() && owns(slot, key)) {
                slot.call(NOTE_OFF, key, frame, Gesture.NoteOff.USUAL_VELOCITY);
            }
        }
    }

    private void press(int key, float velocity, Slot slot, int frame) {
        if (slot.sounds()) {
            int channel = mpe.manager(KeyNumbers.channelOf(key)) & 15;
            if (!Float.isNaN(tunings.offset(channel, KeyNumbers.midiKeyOf(key), slot.primed().preset().tuning()))) {
                owners[key] = slot.primed().generation();
                slot.press(key, frame, velocity);
            }
        }
    }

    /** A key comes up: the patch that had its latest note-on lets it go. */
    void off(Gesture.NoteOff off, int frame) {
        int key = KeyNumbers.key(KeyNumbers.channel(off.source(), off.channel()), off.key());
        held.lift(key);
        pedals.setPressure(key, 0);
        for (Slot slot : slots.both()) {
            if (owns(slot, key)) {
                slot.call(NOTE_OFF, key, frame, off.velocity());
            }
        }
    }

    /** Keys are tuned one by one; what sounds goes along if the command says so. */
    void tune(Setting.KeyTuning tuning, int frame) {
        tunings.tune(tuning.channels(), tuning.pitches());
        for (Slot slot : slots.both()) {
            if (tuning.sounding()) {
                slot.retune(tuning, tunings.shift(), frame);
            }
        }
    }

    /** All keys of a MIDI channel of a source, or of all its channels, come up. */
    void allOff(int source, int channel, int frame) {
        for (int c = 0; c < 16; c++) {
            if (mpe.reaches(channel, KeyNumbers.channel(source, c))) {
                allOff(KeyNumbers.channel(source, c), frame);
            }
        }
    }

    /** All keys of a channel come up. */
    void allOff(int channel, int frame) {
        held.liftAll(channel);
        for (Slot slot : slots.both()) {
            slot.call(ALL_NOTES_OFF, channel, frame, 0);
        }
    }

    /** Silence within 5 ms on a MIDI channel of a source, or on all its channels. */
    void soundOff(int source, int channel, int frame) {
        for (int c = 0; c < 16; c++) {
            for (Slot slot : slots.both()) {
                if (mpe.reaches(channel, KeyNumbers.channel(source, c))) {
                    slot.call(ALL_SOUND_OFF, KeyNumbers.channel(source, c), frame, 0);
                }
            }
        }
    }
}
