package org.chronus.instrument.assembly;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

import org.chronus.instrument.engine.state.ParameterNames;
import org.chronus.instrument.settings.Binding;
import org.chronus.instrument.settings.Knob;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.ParameterChange;

/** Controllers that write to parameters, in whatever preset has them, rather than being controllers. Any thread but the audio thread. */
public final class Bindings {
    private static final int STEPS = 127;

    private final ParameterNames names;
    /** Where each knob stands, 0..1, as far as it has been heard. */
    private final Map<Binding, Float> positions = new ConcurrentHashMap<>();
    private volatile List<Binding> bindings = List.of();

    /** @param names those of the engine that is written to */
    public Bindings(ParameterNames names) {
        this.names = names;
    }

    /** From now on these. */
    public void use(List<Binding> all) {
        bindings = List.copyOf(all);
        positions.keySet().retainAll(bindings);
    }

    /** Those in use. */
    public List<Binding> all() {
        return bindings;
    }

    /** The one of a controller of a device. */
    Optional<Binding> find(String device, Gesture.Controller move) {
        for (Binding binding : bindings) {
            if (binding.isOf(device, move.channel(), move.number())) {
                return Optional.of(binding);
            }
        }
        return Optional.empty();
    }

    /** What a bound controller means now; nothing if no patch has had that parameter, or an endless knob has not turned. */
    Optional<Command> command(Binding binding, Gesture.Controller move) {
        OptionalInt number = names.find(binding.parameter());
        if (binding.knob() == Knob.ABSOLUTE) {
            Float before = positions.put(binding, move.value());
            return number.isEmpty() ? Optional.empty() : Optional.of(new ParameterChange.Turn(move.source(), number.getAsInt(),
                    before == null ? move.value() : before, move.value(), binding.picksUp()));
        }
        int steps = binding.knob().steps(Math.round(STEPS * move.value()));
        return number.isEmpty() || steps == 0 ? Optional.empty()
                : Optional.of(new ParameterChange.Nudge(move.source(), number.getAsInt(), steps / (float) STEPS));
    }
}
