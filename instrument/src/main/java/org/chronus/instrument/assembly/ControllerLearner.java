package org.chronus.instrument.assembly;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.chronus.instrument.settings.Binding;
import org.chronus.instrument.settings.Knob;
import org.chronus.midi.command.Gesture;

/** Waits for a controller to be moved by hand, and binds it. Any thread but the audio thread. */
public final class ControllerLearner {
    /** A pedal that trembles has not been moved. */
    private static final float LEAST_TRAVEL = 7 / 127f;
    private static final int LEAST_MESSAGES = 2;

    private record Travel(float lowest, float highest, int messages) {
        Travel to(float value) {
            return new Travel(Math.min(lowest, value), Math.max(highest, value), messages + 1);
        }
    }

    private record Wish(String parameter, Knob knob, boolean picksUp, CompletableFuture<Binding> answer) { }

    private final Map<String, Travel> travels = new HashMap<>();
    private Optional<Wish> wish = Optional.empty();

    /** The next controller that is moved is to be bound to this parameter. A wish that has not come true by then is given up. */
    public synchronized CompletableFuture<Binding> learn(String parameter, Knob knob, boolean picksUp) {
        wish.ifPresent(before -> before.answer().cancel(false));
        travels.clear();
        CompletableFuture<Binding> answer = new CompletableFuture<>();
        wish = Optional.of(new Wish(parameter, knob, picksUp, answer));
        return answer;
    }

    /** The parameter for which it waits; nothing if it does not. */
    public synchronized Optional<String> wanted() {
        return wish.filter(waiting -> !waiting.answer().isDone()).map(Wish::parameter);
    }

    /** A parameter is no longer waited for. False if it was not. */
    public synchronized boolean giveUp(String parameter) {
        boolean waited = wanted().filter(parameter::equals).isPresent();
        if (waited) {
            wish.get().answer().cancel(false);
            wish = Optional.empty();
        }
        return waited;
    }

    /** A controller of a device has moved. */
    public synchronized void hear(String device, Gesture.Controller move) {
        if (wish.isEmpty()) {
            return;
        }
        Wish wanted = wish.get();
        Travel travel = travels.merge(device + " " + move.channel() + " " + move.number(), new Travel(move.value(), move.value(), 1),
                (before, first) -> before.to(move.value()));
        boolean moved = wanted.knob() == Knob.ABSOLUTE ? travel.highest() - travel.lowest() >= LEAST_TRAVEL : travel.messages() >= LEAST_MESSAGES;
        if (moved) {
            wish = Optional.empty();
            wanted.answer().complete(new Binding(device, move.channel(), move.number(), wanted.parameter(), wanted.knob(), wanted.picksUp()));
        }
    }
}
