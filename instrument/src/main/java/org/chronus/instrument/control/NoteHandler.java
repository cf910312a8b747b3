package org.chronus.instrument.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;

/** Plays notes and gates, and ends them. */
final class NoteHandler {
    private static final int MIDDLE_C = 60, LOUDEST = 127;

    private final Instrument instrument;
    /** Gates that are open, and the keys that they hold. */
    private final Map<String, Key> open = new HashMap<>();

    private record Key(int channel, int number) { }

    NoteHandler(Instrument instrument) {
        this.instrument = instrument;
    }

    Answer note(Request.Note note, long nanos) throws Refused {
        strike(new Key(note.channel().orElse(firstChannel()), note.key()), (float) (note.velocity() / LOUDEST), nanos);
        return Answer.Done.of("key", note.key(), "velocity", (float) note.velocity());
    }

    /**
     * A gate is a key of the part that has the module, for there is no sound without a note: middle C, or the nearest that the part answers
     * to. Several gates of a part hold the same key, until the last of them closes.
     */
    Answer gate(Request.Gate gate, long nanos) throws Refused {
        if (gate.velocity() > 0) {
            Key key = key(gate.place());
            strike(key, gate.velocity(), nanos);
            close(gate.place(), key, nanos);
            open.put(gate.place(), key);
        } else if (open.containsKey(gate.place())) {
            close(gate.place(), null, nanos);
        } else {
            key(gate.place());
        }
        return Answer.Done.of("velocity", gate.velocity());
    }

    Answer panic() {
        open.clear();
        instrument.panic();
        return Answer.Done.of();
    }

    /** Closes a gate, whose key is let go unless another gate, or {@code kept}, is the same. */
    private void close(String id, Key kept, long nanos) throws Refused {
        Key key = open.remove(id);
        if (key != null && !key.equals(kept) && !open.containsValue(key)) {
            strike(key, 0, nanos);
        }
    }

    private Key key(String id) throws Refused {
        List<PlayingModules.Found> found = PlayingModules.find(instrument.playing(), id);
        if (found.isEmpty()) {
            throw PlayingModules.none(instrument.playing(), id);
        }
        Optional<PartPlan> part = found.getFirst().part();
        if (part.isEmpty()) {
            throw new Refused(id + " is in the mix and has no gate", "name a module of the voices");
        }
        int channel = part.get().channel() < 0 ? firstChannel() : part.get().channel();
        return new Key(channel, part.get().keys().nearest(MIDDLE_C));
    }

    /** Velocity 0 lifts. */
    private void strike(Key key, float velocity, long nanos) throws Refused {
        if ((instrument.setup().channels() & 1 << key.channel()) == 0) {
            throw new Refused("channel " + (key.channel() + 1) + " does not play", "send another, or start with --channels all");
        }
        Command command = velocity > 0 ? new Gesture.NoteOn(Instrument.OWN_SOURCE, key.channel(), key.number(), velocity)
                : new Gesture.NoteOff(Instrument.OWN_SOURCE, key.channel(), key.number(), Gesture.NoteOff.USUAL_VELOCITY);
        // A note-off that finds no room is made up for by the engine.
        if (!instrument.receive(new Event(nanos, command)) && velocity > 0) {
            throw new Refused("too much at once", "send less often");
        }
    }

    /** The lowest MIDI channel that plays. */
    private int firstChannel() {
        return instrument.setup().channels() == 0 ? 0 : Integer.numberOfTrailingZeros(instrument.setup().channels());
    }
}
