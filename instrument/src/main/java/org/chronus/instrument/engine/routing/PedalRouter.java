package org.chronus.instrument.engine.routing;

import org.chronus.instrument.engine.slots.Slot;
import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.instrument.engine.state.MpeState;
import org.chronus.instrument.engine.state.PedalState;
import org.chronus.midi.command.Gesture;

/**
 * The side of the {@link CommandRouter} that pedals decide about, portamento and mode: what is held, from where a note glides, and whether it is
 * alone. Audio thread only.
 */
final class PedalRouter {
    static final int HOLD = 64, SOFT = 67;
    private static final int PORTAMENTO = 65, SOSTENUTO = 66, ORIGIN = 84;
    private static final float DOWN = 64 / 127f;

    private final Slot[] slots;
    private final PedalState pedals;
    private final MpeState fingers;
    private final Suspect suspect;

    PedalRouter(Slot[] slots, PedalState pedals, Suspect suspect) {
        this.slots = slots;
        this.pedals = pedals;
        this.suspect = suspect;
        fingers = pedals.fingers();
    }

    /** True if this controller is for them. */
    static boolean isPedal(int number) {
        return number >= HOLD && number <= SOFT || number == ORIGIN;
    }

    /** A controller moves at a frame: on its channel, or, from its manager's, in a zone. Members have none of their own. */
    void move(Gesture.Controller move, int frame) {
        if (fingers.isMember(KeyNumbers.channel(move.source(), move.channel()))) {
            return;
        }
        for (int c = 0; c < 16; c++) {
            int channel = KeyNumbers.channel(move.source(), c);
            if (fingers.reaches(move.channel(), channel)) {
                move(channel, move.number(), move.value(), frame);
            }
        }
    }

    /** Those of a MIDI channel, or of all of a source, come up. */
    void raise(int source, int midiChannel, int frame) {
        for (int c = 0; c < 16; c++) {
            if (fingers.reaches(midiChannel, KeyNumbers.channel(source, c))) {
                raise(KeyNumbers.channel(source, c), frame);
            }
        }
    }

    /** Those of a channel come up. Portamento is as the preset has it, rather than off. */
    void raise(int channel, int frame) {
        move(channel, HOLD, 0, frame);
        move(channel, SOSTENUTO, 0, frame);
        pedals.rest(channel);
    }

    /** The next notes of a MIDI channel, or of all of a source, come one at a time, or as presets have it. */
    void setMono(int source, int midiChannel, boolean mono) {
        for (int c = 0; c < 16; c++) {
            if (fingers.reaches(midiChannel, KeyNumbers.channel(source, c))) {
                pedals.setMono(KeyNumbers.channel(source, c), mono);
            }
        }
    }

    /** A note was struck: the next one on its channel, or in its zone, glides as usual again. */
    void forgetOrigin(int struck) {
        int first = struck & ~15, manager = fingers.manager(struck) & 15;
        for (int channel = first; channel < first + 16; channel++) {
            if (fingers.reaches(manager, channel)) {
                pedals.setOrigin(channel, PedalState.NO_KEY);
            }
        }
    }

    private void move(int channel, int number, float position, int frame) {
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
            case ORIGIN -> pedals.setOrigin(channel, Math.round(127 * position));
            default -> { }
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
}
