package org.chronus.instrument.engine;

import org.chronus.midi.Command;
import org.chronus.modules.patch.Part;

/**
 * Decides which slot a command is for. Notes go to the active slot, a note-off to the slot that had the note-on; pedals and bend to every
 * slot that sounds; other controllers to the active one. It keeps what a patch that takes over must know. Audio thread only.
 */
final class Router {
    private static final int MODULATION = 1, EXPRESSION = 11, HOLD = 64, SOSTENUTO = 66;
    private static final float DOWN = 64 / 127f;

    private final Slot[] slots;
    private final Performance performance = new Performance();
    private final Pedals pedals;
    private final HeldKeys held = new HeldKeys();
    private final int channels;
    private final float pitchOffset;
    /** The patch that has each key's latest note-on, by its generation. */
    private final long[] owners = new long[Keyboard.CHANNELS << 7];
    private Slot touched;

    /**
     * @param channels    bit n set: notes of MIDI channel n are played
     * @param pitchOffset semitones added to every key
     */
    Router(Slot[] slots, Pedals pedals, int channels, float pitchOffset) {
        this.slots = slots;
        this.pedals = pedals;
        this.channels = channels;
        this.pitchOffset = pitchOffset;
    }

    /** True for commands that take effect on the 16-frame grid and are ramped; the others are gates and exact to the frame. */
    static boolean isSmooth(Command command) {
        return switch (command) {
            case Command.Controller controller -> controller.number() != HOLD && controller.number() != SOSTENUTO;
            case Command.PitchBend bend -> true;
            case Command.ChannelPressure pressure -> true;
            default -> false;
        };
    }

    /**
     * Carries it out at a frame of the present block; {@code now} is that frame counted from the engine's start. A patch that throws has
     * failed; then the other is served once more, so that it misses nothing: every command may come twice.
     */
    void route(Command command, Slot active, int frame, long now) {
        if (command.channel() >= 0 && (channels & 1 << command.channel()) == 0) {
            return;
        }
        try {
            carryOut(command, active, frame, now);
        } catch (Throwable thrown) {
            touched.fail(Trouble.EXCEPTION, thrown);
            route(command, active, frame, now);
        }
    }

    private void carryOut(Command command, Slot active, int frame, long now) {
        switch (command) {
            case Command.NoteOn on -> press(on, active, frame);
            case Command.NoteOff off -> lift(off, frame);
            case Command.Controller move -> move(move.source(), move.channel(), move.number(), move.value(), active, frame, now);
            case Command.PitchBend bend -> bend(bend.channel(), bend.value(), now);
            case Command.ChannelPressure pressure -> press(pressure.channel(), pressure.value(), active, now);
            case Command.AllSoundOff off -> cut(off.source(), off.channel(), frame);
            case Command.AllNotesOff off -> liftAll(off.source(), off.channel(), frame);
            case Command.ResetControllers reset -> reset(reset.source(), reset.channel(), active, frame, now);
            case Command.ReleaseSource gone -> release(gone.source(), frame);
            case Command.PolyPressure none -> { }
            case Command.ProgramChange none -> { }
        }
    }

    /**
     * A patch takes over in this slot: it learns where the controllers are, and what moved since {@code frame}.
     *
     * @param strikes true to strike the keys that are down and that it does not play already, as hard as they were struck
     */
    void acquaint(Slot slot, long frame, boolean strikes) {
        try {
            for (Part part : in(slot).parts()) {
                performance.giveTo(part, frame);
            }
            for (int i = 0; strikes && i < held.count(); i++) {
                if (!slot.has(owners[held.key(i)])) {
                    press(held.key(i), held.velocity(i), slot, 0);
                }
            }
        } catch (Throwable thrown) {
            slot.fail(Trouble.EXCEPTION, thrown);
        }
    }

    /** Its patch, which is to blame for what is thrown next. */
    private PrimedPatch in(Slot slot) {
        touched = slot;
        return slot.primed();
    }

    private void press(Command.NoteOn on, Slot active, int frame) {
        int key = Keyboard.key(Keyboard.channel(on.source(), on.channel()), on.key());
        held.press(key, on.velocity());
        releaseElsewhere(key, active, frame);
        if (active.sounds()) {
            press(key, on.velocity(), active, frame);
        }
    }

    /** Struck again with no note-off between: its one note-off will go to the active patch, and the one that rings would wait for ever. */
    private void releaseElsewhere(int key, Slot active, int frame) {
        for (Slot slot : slots) {
            if (slot != active && slot.sounds() && slot.has(owners[key])) {
                in(slot).lift(key, frame, Command.NoteOff.USUAL_VELOCITY);
            }
        }
    }

    private void press(int key, float velocity, Slot slot, int frame) {
        owners[key] = slot.primed().generation();
        slot.markPlayed();
        in(slot).press(key, frame, velocity, pitchOffset);
    }

    private void lift(Command.NoteOff off, int frame) {
        int key = Keyboard.key(Keyboard.channel(off.source(), off.channel()), off.key());
        held.lift(key);
        for (Slot slot : slots) {
            if (slot.sounds() && slot.has(owners[key])) {
                in(slot).lift(key, frame, off.velocity());
            }
        }
    }

    private void move(int source, int channel, int number, float position, Slot active, int frame, long now) {
        performance.controller(channel, number, position, now);
        if (number == HOLD || number == SOSTENUTO) {
            pedal(Keyboard.channel(source, channel), number, position >= DOWN, frame);
        }
        if (active.sounds()) {
            in(active).controller(channel, number, position);
        }
    }

    private void bend(int channel, float position, long now) {
        performance.bend(channel, position, now);
        for (Slot slot : slots) {
            if (slot.sounds()) {
                in(slot).bend(channel, position);
            }
        }
    }

    private void press(int channel, float amount, Slot active, long now) {
        performance.pressure(channel, amount, now);
        if (active.sounds()) {
            in(active).pressure(channel, amount);
        }
    }

    /** RP-015: modulation, expression, pedals, bend and pressure; volume, pan and the sound controllers stay. */
    private void reset(int source, int channel, Slot active, int frame, long now) {
        for (int c = 0; c < 16; c++) {
            if (channel == c || channel == Command.ALL_CHANNELS) {
                move(source, c, MODULATION, 0, active, frame, now);
                move(source, c, EXPRESSION, 1, active, frame, now);
                move(source, c, HOLD, 0, active, frame, now);
                move(source, c, SOSTENUTO, 0, active, frame, now);
                bend(c, 0, now);
                press(c, 0, active, now);
            }
        }
    }

    private void release(int source, int frame) {
        for (int c = 0; c < 16; c++) {
            pedal(Keyboard.channel(source, c), HOLD, false, frame);
            pedal(Keyboard.channel(source, c), SOSTENUTO, false, frame);
        }
        liftAll(source, Command.ALL_CHANNELS, frame);
    }

    private void pedal(int channel, int number, boolean down, int frame) {
        boolean before = number == HOLD ? pedals.set(channel, down) : pedals.setSostenuto(channel, down);
        for (Slot slot : slots) {
            if (slot.sounds() && !down) {
                in(slot).letGo(channel, frame);
            } else if (slot.sounds() && !before && number == SOSTENUTO) {
                in(slot).catchHeld(channel);
            }
        }
    }

    private void liftAll(int source, int channel, int frame) {
        for (int c = 0; c < 16; c++) {
            if (channel == c || channel < 0) {
                held.liftAll(Keyboard.channel(source, c));
                for (Slot slot : slots) {
                    if (slot.sounds()) {
                        in(slot).liftAll(Keyboard.channel(source, c), frame);
                    }
                }
            }
        }
    }

    private void cut(int source, int channel, int frame) {
        for (int c = 0; c < 16; c++) {
            for (Slot slot : slots) {
                if ((channel == c || channel < 0) && slot.sounds()) {
                    in(slot).cut(Keyboard.channel(source, c), frame);
                }
            }
        }
    }
}
