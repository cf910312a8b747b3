package org.chronus.modules.patch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.chronus.modules.NoteSignal;
import org.chronus.modules.Signal;
import org.chronus.modules.patch.cable.Parameter;
import org.chronus.modules.patch.cable.Ramp;
import org.chronus.modules.patch.note.NoteExpression;
import org.chronus.modules.patch.note.NotePressure;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.ControllerPlan;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.modules.patch.plan.Source;
import org.chronus.modules.patch.plan.Target.ModuleInput;

/**
 * The controllers, the bender and the pressure of one part: signals for cables, ports that controllers set, and the volume, expression
 * and pan that every part has (MMA's recommended curve: 40 dB per factor of ten; pan at constant power). Audio thread, after construction.
 */
final class PartControls {
    private static final double SMOOTHING = 0.010;
    private static final int MODULATION = 1, GLIDE = 5, VOLUME = 7, PAN = 10, EXPRESSION = 11;
    private static final float NORMAL_VOLUME = 100 / 127f, MIDDLE = 64 / 127f, LONGEST_GLIDE = 5;

    private final int frames;
    private final PatchPlan.VoicesPlan voices;
    private final Ramp bend;
    private final Ramp bendSemitones;
    private final Ramp pressure;
    private final Ramp gainLeft;
    private final Ramp gainRight;
    private final float level;
    private final Ramp[] sources = new Ramp[128];
    private final Ramp[] ramps;
    private final Binding[][] bindings = new Binding[128][];
    private final Map<Source, Signal> signals = new HashMap<>();
    private float volume = NORMAL_VOLUME, expression = 1, pan = MIDDLE;
    /** In semitones: at the ends of the bender, and added to it. */
    private float bendUp, bendDown, tuning;
    private float bendPosition;
    private float modulation;
    /** Factor on the modulation wheel. */
    private float modulationDepth = 1;
    private float glide;

    private record Binding(Parameter parameter, float low, float high, boolean inBeats) {
        void move(float position, boolean atOnce) {
            parameter.set(parameter.between(low, high, position), inBeats, atOnce);
        }
    }

    /** Makes a signal for each controller in {@code reads}. */
    PartControls(PartPlan plan, Set<Source> reads, float sampleRate) {
        frames = (int) Math.round(SMOOTHING * sampleRate);
        voices = plan.voices();
        resetToPlan();
        level = plan.level();
        bend = new Ramp(0, frames);
        bendSemitones = new Ramp(0, frames);
        pressure = new Ramp(0, frames);
        gainLeft = new Ramp(0, frames);
        gainRight = new Ramp(0, frames);
        signals.put(new Source.PitchBend(), bend);
        signals.put(new Source.NoteOutput(NoteSignal.PRESSURE), pressure);
        for (Source source : reads) {
            if (source instanceof Source.Controller(int number)) {
                sources[number] = new Ramp(normally(number), frames);
                signals.put(source, sources[number]);
            }
        }
        List<Ramp> used = new ArrayList<>(List.of(bend, bendSemitones, pressure, gainLeft, gainRight));
        for (Ramp source : sources) {
            if (source != null) {
                used.add(source);
            }
        }
        ramps = used.toArray(Ramp[]::new);
        updateGainsAtOnce();
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

    Signal bendSemitones() {
        return bendSemitones;
    }

    /** [loader] Bend, pressure and timbre for the voices of one more group. */
    NoteExpression newExpression() {
        return new NoteExpression(new NotePressure(pressure, frames), frames);
    }

    Signal gainLeft() {
        return gainLeft;
    }

    Signal gainRight() {
        return gainRight;
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
        switch (number) {
            case MODULATION -> {
                modulation = position;
                return;
            }
            case GLIDE -> {
                glide = LONGEST_GLIDE * position * position * position;
                return;
            }
            case VOLUME -> volume = position;
            case EXPRESSION -> expression = position;
            case PAN -> pan = position;
            default -> {
                return;
            }
        }
        updateGains(atOnce);
    }

    /** The bender moves to {@code position} -1..1. */
    void bend(float position, boolean atOnce) {
        move(bend, position, atOnce);
        bendPosition = position;
        move(bendSemitones, position * (position > 0 ? bendUp : bendDown) + tuning, atOnce);
    }

    /** Both ends of the bender, in semitones, in the place of the preset's. */
    void bendRange(float semitones, boolean atOnce) {
        bendUp = semitones;
        bendDown = semitones;
        bend(bendPosition, atOnce);
    }

    /** In semitones, added to every pitch. */
    void tuning(float semitones, boolean atOnce) {
        tuning = semitones;
        bend(bendPosition, atOnce);
    }

    /** What cables from the modulation wheel carry, as a multiple of what the preset says. */
    void modulationDepth(float factor, boolean atOnce) {
        modulationDepth = factor;
        if (sources[MODULATION] != null) {
            move(sources[MODULATION], modulation * modulationDepth, atOnce);
        }
    }

    /** Seconds from one pitch to the next. */
    float glide() {
        return glide;
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
        resetToPlan();
        bend(0, true);
        pressure(0, true);
        volume = NORMAL_VOLUME;
        expression = 1;
        pan = MIDDLE;
        updateGainsAtOnce();
    }

    private void resetToPlan() {
        bendUp = voices.bendUp();
        bendDown = voices.bendDown();
        glide = voices.glide();
        tuning = 0;
        modulationDepth = 1;
        modulation = 0;
    }

    private static float normally(int number) {
        return switch (number) {
            case VOLUME -> NORMAL_VOLUME;
            case EXPRESSION -> 1;
            case PAN -> MIDDLE;
            default -> 0;
        };
    }

    private void updateGainsAtOnce() {
        updateGains(true);
    }

    /** Twice the constant-power law of pan, so that the middle (64) leaves stereo as it is; the ends are 3 dB louder on their side. */
    private void updateGains(boolean atOnce) {
        double gain = level * Math.pow(volume * expression, 2) * Math.sqrt(2);
        double angle = Math.max(0, pan * 127 - 1) / 126 * Math.PI / 2;
        move(gainLeft, (float) (gain * Math.cos(angle)), atOnce);
        move(gainRight, (float) (gain * Math.sin(angle)), atOnce);
    }

    private static void move(Ramp ramp, float value, boolean atOnce) {
        if (atOnce) {
            ramp.jump(value);
        } else {
            ramp.rampTo(value);
        }
    }
}
