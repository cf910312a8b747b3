package org.chronus.instrument.osc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;

/** Plays: notes, gates, program changes, silence. */
final class NoteHandler {
    private static final int MIDDLE_C = 60, LOUDEST = 127, BANKS = 16_384;

    private final ControlContext context;
    private final ChangeAnswers changes;
    /** Gates that are open, and the keys that they hold. */
    private final Map<String, Key> open = new HashMap<>();

    private record Key(int channel, int number) { }

    NoteHandler(ControlContext context, ChangeAnswers changes) {
        this.context = context;
        this.changes = changes;
    }

    void note(Arguments arguments, long nanos, Reply reply) throws Refused {
        int key = arguments.whole(0, 0, LOUDEST);
        double velocity = arguments.number(1, 0, LOUDEST);
        int channel = arguments.count() > 2 ? arguments.whole(2, 1, 16) - 1 : firstChannel();
        strike(new Key(channel, key), (float) (velocity / LOUDEST), nanos);
        reply.ok(key, (float) velocity);
    }

    /**
     * A gate is a key of the part that has the module, for there is no sound without a note: middle C, or the nearest that the part answers
     * to. Several gates of a part hold the same key, until the last of them closes.
     */
    void gate(String id, Arguments arguments, long nanos, Reply reply) throws Refused {
        float velocity = (float) arguments.number(0, 0, 1);
        if (velocity > 0) {
            Key key = key(id);
            strike(key, velocity, nanos);
            close(id, key, nanos);
            open.put(id, key);
        } else if (open.containsKey(id)) {
            close(id, null, nanos);
        } else {
            key(id);
        }
        reply.ok(velocity);
    }

    void program(Arguments arguments, long nanos, Reply reply) throws Refused {
        int program = arguments.whole(0, 0, LOUDEST), bank = arguments.count() > 1 ? arguments.whole(1, 0, BANKS - 1) : 0;
        changes.answer(context.instrument().change(nanos, bank, program), reply);
    }

    void step(int places, long nanos, Reply reply) throws Refused {
        changes.answer(context.instrument().step(nanos, places), reply);
    }

    void panic(Reply reply) {
        open.clear();
        context.instrument().panic();
        reply.ok();
    }

    /** Closes a gate, whose key is let go unless another gate, or {@code kept}, is the same. */
    private void close(String id, Key kept, long nanos) throws Refused {
        Key key = open.remove(id);
        if (key != null && !key.equals(kept) && !open.containsValue(key)) {
            strike(key, 0, nanos);
        }
    }

    private Key key(String id) throws Refused {
        List<PlayingModules.Found> found = PlayingModules.find(context.instrument().playing(), id);
        if (found.isEmpty()) {
            throw PlayingModules.none(context.instrument().playing(), id);
        }
        Optional<PartPlan> part = found.getFirst().part();
        if (part.isEmpty()) {
            throw new Refused(id + " is in the mix and has no gate", "name a module of the voices");
        }
        int channel = part.get().channel() < 0 ? firstChannel() : part.get().channel();
        return new Key(channel, Math.clamp(MIDDLE_C, part.get().lowestKey(), part.get().highestKey()));
    }

    /** Velocity 0 lifts. */
    private void strike(Key key, float velocity, long nanos) throws Refused {
        if (!context.channels().contains(key.channel())) {
            throw new Refused("channel " + (key.channel() + 1) + " does not play", "send another, or start with --channels all");
        }
        Command command = velocity > 0 ? new Gesture.NoteOn(ControlContext.SOURCE, key.channel(), key.number(), velocity)
                : new Gesture.NoteOff(ControlContext.SOURCE, key.channel(), key.number(), Gesture.NoteOff.USUAL_VELOCITY);
        // A note-off that finds no room is made up for by the engine.
        if (!context.engine().offer(new Event(nanos, command)) && velocity > 0) {
            throw new Refused("too much at once", "send less often");
        }
    }

    private int firstChannel() {
        return context.channels().isEmpty() ? 0 : context.channels().getFirst();
    }
}
