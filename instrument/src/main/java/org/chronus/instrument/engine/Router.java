package org.chronus.instrument.engine;

import java.util.Arrays;

import org.chronus.midi.Command;
import org.chronus.modules.patch.Part;
import org.chronus.presets.Tuning;

/**
 * Decides which slot a command is for. Notes go to the active slot, a note-off and the pressure of a key to the slot that had the note-on;
 * pedals and bend to every slot that sounds; other controllers, and parameters, to the active one. What is exact to the frame it decides itself, what is
 * ramped it leaves to {@link Wheels}. Audio thread only.
 */
final class Router {
    static final int HOLD = 64, SOFT = 67;
    private static final int PORTAMENTO = 65, SOSTENUTO = 66, ORIGIN = 84;
    private static final float DOWN = 64 / 127f;
    /** What the soft pedal leaves of a velocity: -4 dB. */
    private static final float SOFTENED = 0.63f;

    private final Slot[] slots;
    private final Suspect suspect = new Suspect();
    private final Wheels wheels;
    private final Pedals pedals;
    private final HeldKeys held = new HeldKeys();
    private final int channels;
    /** What is added to the number of each key for its pitch, in semitones; not a number for a key that plays nothing. */
    private final float[] offsets = new float[128];
    /** The patch that has each key's latest note-on, by its generation. */
    private final long[] owners = new long[Keyboard.CHANNELS << 7];

    /**
     * @param channels    bit n set: notes of MIDI channel n are played
     * @param pitchOffset semitones added to every key
     */
    Router(Slot[] slots, Pedals pedals, int channels, float pitchOffset) {
        this.slots = slots;
        this.pedals = pedals;
        this.channels = channels;
        wheels = new Wheels(slots, pedals, owners, suspect);
        Arrays.fill(offsets, pitchOffset);
    }

    /** [before it starts] Keys are no longer a semitone apart, but as this says. */
    void tune(Tuning tuning) {
        for (int key = 0; key < offsets.length; key++) {
            offsets[key] += tuning.pitch(key) - key;
        }
    }

    /** True for commands that take effect on the 16-frame grid and are ramped. Pedals, and a reset, are that to cables and exact to notes. */
    static boolean isSmooth(Command command) {
        return switch (command) {
            case Command.Controller move -> true;
            case Command.PitchBend bend -> true;
            case Command.SetParameter set -> true;
            case Command.Turn turn -> true;
            case Command.Nudge nudge -> true;
            case Command.ChannelPressure pressure -> true;
            case Command.PolyPressure pressure -> true;
            case Command.BendRange range -> true;
            case Command.Tuning tuning -> true;
            case Command.ModulationDepth depth -> true;
            case Command.MasterVolume volume -> true;
            case Command.Tempo tempo -> true;
            case Command.OwnTempo own -> true;
            case Command.SongPosition place -> true;
            case Command.ResetControllers reset -> true;
            default -> false;
        };
    }

    /** True for commands that are exact to the frame: gates, and what decides about notes. */
    static boolean isExact(Command command) {
        return !isSmooth(command) || command instanceof Command.ResetControllers
                || command instanceof Command.Controller move && isPedal(move.number());
    }

    private static boolean isPedal(int number) {
        return number >= HOLD && number <= SOFT || number == ORIGIN;
    }

    /**
     * Carries it out, its exact side or its smooth one, at a frame of the present block; {@code now} is that frame counted from the engine's
     * start. A patch that throws has failed; then the other is served once more, so that it misses nothing: every command may come twice.
     */
    void route(Command command, boolean smooth, Slot active, int frame, long now) {
        if (command.channel() >= 0 && (channels & 1 << command.channel()) == 0) {
            return;
        }
        try {
            if (smooth) {
                wheels.move(command, active, now);
            } else {
                decide(command, active, frame);
            }
        } catch (Throwable thrown) {
            suspect.slot().fail(Trouble.EXCEPTION, thrown);
            route(command, smooth, active, frame, now);
        }
    }

    private void decide(Command command, Slot active, int frame) {
        switch (command) {
            case Command.NoteOn on -> press(on, active, frame);
            case Command.NoteOff off -> lift(off, frame);
            case Command.Controller move -> pedal(Keyboard.channel(move.source(), move.channel()), move.number(), move.value(), frame);
            case Command.AllSoundOff off -> cut(off.source(), off.channel(), frame);
            case Command.AllNotesOff off -> liftAll(off.source(), off.channel(), frame);
            case Command.ResetControllers reset -> raisePedals(reset.source(), reset.channel(), frame);
            case Command.ReleaseSource gone -> release(gone.source(), frame);
            default -> { }
        }
    }

    /**
     * A patch takes over in this slot: it learns where the controllers are, and what moved since {@code frame}.
     *
     * @param strikes true to strike the keys that are down and that it does not play already, as hard as they were struck
     */
    void acquaint(Slot slot, long frame, boolean strikes) {
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
            slot.fail(Trouble.EXCEPTION, thrown);
        }
    }

    private void press(Command.NoteOn on, Slot active, int frame) {
        int channel = Keyboard.channel(on.source(), on.channel()), key = Keyboard.key(channel, on.key());
        float velocity = pedals.isSoftDown(channel) ? SOFTENED * on.velocity() : on.velocity();
        held.press(key, velocity);
        releaseElsewhere(key, active, frame);
        if (active.sounds()) {
            press(key, velocity, active, frame);
        }
        pedals.setOrigin(channel, Pedals.NO_KEY);
    }

    /** Struck again with no note-off between: its one note-off will go to the active patch, and the one that rings would wait for ever. */
    private void releaseElsewhere(int key, Slot active, int frame) {
        for (Slot slot : slots) {
            if (slot != active && slot.sounds() && slot.has(owners[key])) {
                suspect.in(slot).lift(key, frame, Command.NoteOff.USUAL_VELOCITY);
            }
        }
    }

    private void press(int key, float velocity, Slot slot, int frame) {
        float offset = offsets[Keyboard.midiKeyOf(key)];
        if (!Float.isNaN(offset)) {
            owners[key] = slot.primed().generation();
            slot.markPlayed();
            suspect.in(slot).press(key, frame, velocity, offset);
        }
    }

    private void lift(Command.NoteOff off, int frame) {
        int key = Keyboard.key(Keyboard.channel(off.source(), off.channel()), off.key());
        held.lift(key);
        pedals.setPressure(key, 0);
        for (Slot slot : slots) {
            if (slot.sounds() && slot.has(owners[key])) {
                suspect.in(slot).lift(key, frame, off.velocity());
            }
        }
    }

    private void release(int source, int frame) {
        raisePedals(source, Command.ALL_CHANNELS, frame);
        liftAll(source, Command.ALL_CHANNELS, frame);
    }

    /** Portamento is as the preset has it, rather than off. */
    private void raisePedals(int source, int channel, int frame) {
        for (int c = 0; c < 16; c++) {
            if (channel == c || channel == Command.ALL_CHANNELS) {
                pedal(Keyboard.channel(source, c), HOLD, 0, frame);
                pedal(Keyboard.channel(source, c), SOSTENUTO, 0, frame);
                pedals.rest(Keyboard.channel(source, c));
            }
        }
    }

    /** A controller that decides about notes. */
    private void pedal(int channel, int number, float position, int frame) {
        boolean down = position >= DOWN;
        switch (number) {
            case HOLD -> {
                pedals.set(channel, down);
                if (!down) {
                    letGo(channel, frame);
                }
            }
            case SOSTENUTO -> {
                boolean before = pedals.setSostenuto(channel, down);
                if (!down) {
                    letGo(channel, frame);
                } else if (!before) {
                    catchHeld(channel);
                }
            }
            case SOFT -> pedals.setSoft(channel, down);
            case PORTAMENTO -> pedals.setPortamento(channel, down);
            default -> pedals.setOrigin(channel, Math.round(127 * position));
        }
    }

    private void letGo(int channel, int frame) {
        for (Slot slot : slots) {
            if (slot.sounds()) {
                suspect.in(slot).letGo(channel, frame);
            }
        }
    }

    private void catchHeld(int channel) {
        for (Slot slot : slots) {
            if (slot.sounds()) {
                suspect.in(slot).catchHeld(channel);
            }
        }
    }

    private void liftAll(int source, int channel, int frame) {
        for (int c = 0; c < 16; c++) {
            if (channel == c || channel < 0) {
                held.liftAll(Keyboard.channel(source, c));
                for (Slot slot : slots) {
                    if (slot.sounds()) {
                        suspect.in(slot).liftAll(Keyboard.channel(source, c), frame);
                    }
                }
            }
        }
    }

    private void cut(int source, int channel, int frame) {
        for (int c = 0; c < 16; c++) {
            for (Slot slot : slots) {
                if ((channel == c || channel < 0) && slot.sounds()) {
                    suspect.in(slot).cut(Keyboard.channel(source, c), frame);
                }
            }
        }
    }
}
