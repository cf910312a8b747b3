package org.chronus.instrument.engine.routing;

import org.chronus.instrument.engine.slots.PatchCall;
import org.chronus.instrument.engine.slots.Slot;
import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.instrument.engine.state.MpeState;
import org.chronus.instrument.engine.state.PedalState;
import org.chronus.midi.command.Gesture;

/**
 * Routes what pedals, portamento and the mono mode decide about notes: which are held, from where the next one glides, and whether it is
 * alone. Audio thread only.
 */
final class PedalRouter {
    static final int HOLD = 64, SOFT = 67;
    private static final int PORTAMENTO = 65, SOSTENUTO = 66, PORTAMENTO_CONTROL = 84;
    private static final float DOWN = 64 / 127f;
    private static final PatchCall PEDAL_UP = (patch, channel, frame, _) -> patch.notes().pedalUp(channel, frame);
    private static final PatchCall CATCH_HELD = (patch, channel, _, _) -> patch.notes().catchHeld(channel);

    private final Slot[] slots;
    private final PedalState pedals;
    private final MpeState mpe;

    PedalRouter(Slot[] slots, PedalState pedals) {
        this.slots = slots;
        this.pedals = pedals;
        mpe = pedals.mpe();
    }

    /** A controller moves at a frame: on its channel, or, from its manager's, in a zone. Members have no pedals of their own. */
    void move(Gesture.Controller move, int frame) {
        if (mpe.isMember(KeyNumbers.channel(move.source(), move.channel()))) {
            return;
        }
        for (int c = 0; c < 16; c++) {
            int channel = KeyNumbers.channel(move.source(), c);
            if (mpe.reaches(move.channel(), channel)) {
                move(channel, move.number(), move.value(), frame);
            }
        }
    }

    /** The pedals of a MIDI channel, or of all of a source, come up. */
    void raise(int source, int midiChannel, int frame) {
        for (int c = 0; c < 16; c++) {
            if (mpe.reaches(midiChannel, KeyNumbers.channel(source, c))) {
                raise(KeyNumbers.channel(source, c), frame);
            }
        }
    }

    /** The pedals of a channel come up. Portamento is as the preset has it, rather than off. */
    void raise(int channel, int frame) {
        move(channel, HOLD, 0, frame);
        move(channel, SOSTENUTO, 0, frame);
        pedals.reset(channel);
    }

    /** The next notes of a MIDI channel, or of all of a source, come one at a time, or as presets have it. */
    void setMono(int source, int midiChannel, boolean mono) {
        for (int c = 0; c < 16; c++) {
            if (mpe.reaches(midiChannel, KeyNumbers.channel(source, c))) {
                pedals.setMono(KeyNumbers.channel(source, c), mono);
            }
        }
    }

    /** A note was struck: the next one on its channel, or in its zone, glides as usual again. */
    void forgetOrigin(int struck) {
        int first = struck & ~15, manager = mpe.manager(struck) & 15;
        for (int channel = first; channel < first + 16; channel++) {
            if (mpe.reaches(manager, channel)) {
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
                    callAll(PEDAL_UP, channel, frame);
                }
            }
            case SOSTENUTO -> {
                boolean before = pedals.setSostenuto(channel, down);
                if (!down) {
                    callAll(PEDAL_UP, channel, frame);
                } else if (!before) {
                    callAll(CATCH_HELD, channel, frame);
                }
            }
            case SOFT -> pedals.setSoft(channel, down);
            case PORTAMENTO -> pedals.setPortamento(channel, down);
            case PORTAMENTO_CONTROL -> pedals.setOrigin(channel, Math.round(127 * position));
            default -> { }
        }
    }

    private void callAll(PatchCall call, int channel, int frame) {
        for (Slot slot : slots) {
            slot.call(call, channel, frame, 0);
        }
    }
}
