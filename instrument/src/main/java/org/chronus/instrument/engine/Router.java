package org.chronus.instrument.engine;

import org.chronus.midi.Command;
import org.chronus.modules.patch.Part;

/**
 * Decides which slot a command is for. Notes go to the active slot, a note-off to the slot that had the note-on; pedals and bend to every
 * slot that sounds; other controllers to the active one. Audio thread only.
 */
final class Router {
    private static final int MODULATION = 1, EXPRESSION = 11, HOLD = 64;
    private static final float DOWN = 64 / 127f;

    private final Slot[] slots;
    private final Performance performance;
    private final Pedals pedals;
    private final int channels;
    private final float pitchOffset;
    /** The patch that has each key's latest note-on, by its generation. */
    private final long[] owners = new long[Keyboard.CHANNELS << 7];

    /**
     * @param channels    bit n set: notes of MIDI channel n are played
     * @param pitchOffset semitones added to every key
     */
    Router(Slot[] slots, Performance performance, Pedals pedals, int channels, float pitchOffset) {
        this.slots = slots;
        this.performance = performance;
        this.pedals = pedals;
        this.channels = channels;
        this.pitchOffset = pitchOffset;
    }

    /** True for commands that take effect on the 16-frame grid and are ramped; the others are gates and exact to the frame. */
    static boolean isSmooth(Command command) {
        return switch (command) {
            case Command.Controller controller -> controller.number() != HOLD;
            case Command.PitchBend bend -> true;
            case Command.ChannelPressure pressure -> true;
            default -> false;
        };
    }

    /** Carries it out at a frame of the present block. {@code active} is the slot that plays new notes. */
    void route(Command command, Slot active, int frame) {
        if (command.channel() >= 0 && (channels & 1 << command.channel()) == 0) {
            return;
        }
        switch (command) {
            case Command.NoteOn on -> press(on, active, frame);
            case Command.NoteOff off -> lift(off, frame);
            case Command.Controller move -> move(move.source(), move.channel(), move.number(), move.value(), active, frame);
            case Command.PitchBend bend -> bend(bend.channel(), bend.value());
            case Command.ChannelPressure pressure -> press(pressure.channel(), pressure.value(), active);
            case Command.AllSoundOff off -> cut(off.source(), off.channel(), frame);
            case Command.AllNotesOff off -> liftAll(off.source(), off.channel(), frame);
            case Command.ResetControllers reset -> reset(reset.source(), reset.channel(), active, frame);
            case Command.ReleaseSource gone -> release(gone.source(), frame);
            case Command.PolyPressure none -> { }
            case Command.ProgramChange none -> { }
        }
    }

    private void press(Command.NoteOn on, Slot active, int frame) {
        if (active.isEmpty()) {
            return;
        }
        int key = Keyboard.key(Keyboard.channel(on.source(), on.channel()), on.key());
        owners[key] = active.primed().generation();
        active.markPlayed();
        Voices[] voices = active.primed().voices();
        for (int i = 0; i < voices.length; i++) {
            Part part = active.patch().parts().get(i);
            if (listens(part, on.channel()) && on.key() >= part.plan().lowestKey() && on.key() <= part.plan().highestKey()) {
                voices[i].press(key, frame, on.key() + part.plan().transpose() + pitchOffset, on.velocity());
            }
        }
    }

    private void lift(Command.NoteOff off, int frame) {
        int key = Keyboard.key(Keyboard.channel(off.source(), off.channel()), off.key());
        for (Slot slot : slots) {
            if (!slot.isEmpty() && slot.primed().generation() == owners[key]) {
                for (Voices voices : slot.primed().voices()) {
                    voices.lift(key, frame, off.velocity());
                }
            }
        }
    }

    private void move(int source, int channel, int number, float position, Slot active, int frame) {
        performance.controller(channel, number, position);
        if (number == HOLD) {
            pedal(Keyboard.channel(source, channel), position >= DOWN, frame);
        }
        if (!active.isEmpty()) {
            for (int i = 0; i < active.patch().parts().size(); i++) {
                Part part = active.patch().parts().get(i);
                if (listens(part, channel)) {
                    part.controller(number, position, false);
                }
            }
        }
    }

    private void bend(int channel, float position) {
        performance.bend(channel, position);
        for (Slot slot : slots) {
            for (int i = 0; !slot.isEmpty() && i < slot.patch().parts().size(); i++) {
                Part part = slot.patch().parts().get(i);
                if (listens(part, channel)) {
                    part.bend(position, false);
                }
            }
        }
    }

    private void press(int channel, float amount, Slot active) {
        performance.pressure(channel, amount);
        for (int i = 0; !active.isEmpty() && i < active.patch().parts().size(); i++) {
            Part part = active.patch().parts().get(i);
            if (listens(part, channel)) {
                part.pressure(amount, false);
            }
        }
    }

    /** RP-015: modulation, expression, pedals, bend and pressure; volume, pan and the sound controllers stay. */
    private void reset(int source, int channel, Slot active, int frame) {
        for (int c = 0; c < 16; c++) {
            if (channel == c || channel == Command.ALL_CHANNELS) {
                move(source, c, MODULATION, 0, active, frame);
                move(source, c, EXPRESSION, 1, active, frame);
                move(source, c, HOLD, 0, active, frame);
                bend(c, 0);
                press(c, 0, active);
            }
        }
    }

    private void release(int source, int frame) {
        for (int c = 0; c < 16; c++) {
            pedal(Keyboard.channel(source, c), false, frame);
        }
        liftAll(source, Command.ALL_CHANNELS, frame);
    }

    private void pedal(int channel, boolean down, int frame) {
        boolean rises = pedals.isDown(channel) && !down;
        pedals.set(channel, down);
        for (Slot slot : slots) {
            for (int i = 0; rises && !slot.isEmpty() && i < slot.primed().voices().length; i++) {
                slot.primed().voices()[i].letGo(channel, frame);
            }
        }
    }

    private void liftAll(int source, int channel, int frame) {
        for (int c = 0; c < 16; c++) {
            for (Slot slot : slots) {
                for (int i = 0; (channel == c || channel < 0) && !slot.isEmpty() && i < slot.primed().voices().length; i++) {
                    slot.primed().voices()[i].liftAll(Keyboard.channel(source, c), frame);
                }
            }
        }
    }

    private void cut(int source, int channel, int frame) {
        for (int c = 0; c < 16; c++) {
            for (Slot slot : slots) {
                for (int i = 0; (channel == c || channel < 0) && !slot.isEmpty() && i < slot.primed().voices().length; i++) {
                    slot.primed().voices()[i].cut(Keyboard.channel(source, c), frame);
                }
            }
        }
    }

    private static boolean listens(Part part, int channel) {
        return part.plan().channel() < 0 || part.plan().channel() == channel;
    }
}
