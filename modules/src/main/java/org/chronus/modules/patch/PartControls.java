package org.chronus.modules.patch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.chronus.modules.NoteSignal;
import org.chronus.modules.Signal;
import org.chronus.modules.patch.cable.Parameter;
import org.chronus.modules.patch.cable.Ramp;
import org.chronus.modules.patch.plan.PatchPlan.ControllerPlan;
import org.chronus.modules.patch.plan.Source;
import org.chronus.modules.patch.plan.Target.ModuleInput;

/**
 * The controllers, the bender and the pressure of a part as a whole, whoever moves them: signals for what its voices share and for the mix,
 * and ports that controllers set. Audio thread, after construction.
 */
final class PartControls {
    private static final int MODULATION = 1, VOLUME = 7, PAN = 10, EXPRESSION = 11;
    private static final float NORMAL_VOLUME = 100 / 127f, MIDDLE = 64 / 127f;

    private final Ramp bend;
    private final Ramp pressure;
    private final Ramp[] sources = new Ramp[128];
    private final Ramp[] ramps;
    private final Binding[][] bindings = new Binding[128][];
    private final Map<Source, Signal> signals = new HashMap<>();
    private float modulation;
    /** Factor on the modulation wheel. */
    private float modulationDepth = 1;

    private record Binding(Parameter parameter, float low, float high, boolean inBeats) {
        void move(float position, boolean atOnce) {
            parameter.set(parameter.between(low, high, position), inBeats, atOnce);
        }
    }

    /** Makes a signal for each controller in {@code reads}; {@code frames}: how long each takes to follow. */
    PartControls(Set<Source> reads, int frames) {
        bend = new Ramp(0, frames);
        pressure = new Ramp(0, frames);
        signals.put(new Source.PitchBend(), bend);
        signals.put(new Source.NoteOutput(NoteSignal.PRESSURE), pressure);
        for (Source source : reads) {
            if (source instanceof Source.Controller(int number)) {
                sources[number] = new Ramp(normally(number), frames);
                signals.put(source, sources[number]);
            }
        }
        ramps = Stream.concat(Stream.of(bend, pressure), Arrays.stream(sources).filter(Objects::nonNull)).toArray(Ramp[]::new);
    }

    /** [loader] Once the parameters exist. */
    void bind(Map<Integer, List<ControllerPlan>> controllers, Map<ModuleInput, Parameter> parameters) {
        new TreeMap<>(controllers).forEach((number, targets) -> bindings[number] = targets.stream().map(target -> {
            Parameter parameter = parameters.get(target.target());
            if (parameter == null) {
                throw new IllegalArgumentException("controller " + number + ": there is no port " + target.target());
            }
            return new Binding(parameter, target.low(), target.high(), target.inBeats());
        }).toArray(Binding[]::new));
    }

    Map<Source, Signal> signals() {
        return signals;
    }

    /** A controller moves to {@code position} 0..1. */
    void controller(int number, float position, boolean atOnce) {
        if (sources[number] != null) {
            move(sources[number], number == MODULATION ? position * modulationDepth : position, atOnce);
        }
        if (bindings[number] != null) {
            for (Binding binding : bindings[number]) {
                binding.move(position, atOnce);
            }
        }
        modulation = number == MODULATION ? position : modulation;
    }

    /** The bender moves to {@code position} -1..1. */
    void bend(float position, boolean atOnce) {
        move(bend, position, atOnce);
    }

    /** What cables from the modulation wheel carry, as a multiple of what the preset says. */
    void modulationDepth(float factor, boolean atOnce) {
        modulationDepth = factor;
        if (sources[MODULATION] != null) {
            move(sources[MODULATION], modulation * modulationDepth, atOnce);
        }
    }

    /** 0..1. */
    void pressure(float amount, boolean atOnce) {
        move(pressure, amount, atOnce);
    }

    /** Returns false if nothing has changed since the last time. */
    boolean generate(int start, int limit) {
        boolean changed = false;
        for (Ramp ramp : ramps) {
            changed |= ramp.generate(start, limit);
        }
        return changed;
    }

    /** All controllers, the bender and the pressure at their initial values. */
    void clear() {
        for (int number = 0; number < sources.length; number++) {
            if (sources[number] != null) {
                sources[number].jump(normally(number));
            }
        }
        bend.jump(0);
        pressure.jump(0);
        modulationDepth = 1;
        modulation = 0;
    }

    /** Where a controller is before it was moved. */
    static float normally(int number) {
        return switch (number) {
            case VOLUME -> NORMAL_VOLUME;
            case EXPRESSION -> 1;
            case PAN -> MIDDLE;
            default -> 0;
        };
    }

    private static void move(Ramp ramp, float value, boolean atOnce) {
        if (atOnce) {
            ramp.jump(value);
        } else {
            ramp.rampTo(value);
        }
    }
}
