package org.chronus.modules.testkit;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

import org.chronus.modules.Choice;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.testkit.measure.Waves;

/**
 * A test bench for one module: {@code Rig.of(new StateVariableFilter()).set("cutoff", 1000).gainAt(1000)}. Mutable; one thread. Ports are
 * set in their own units, to numbers or to functions of the time in seconds, in all lanes or in one; what is not set stays at its default.
 * Every render starts at time 0 with a module that was reset.
 */
public final class Rig {
    private final Module module;
    private final Map<Input, DoubleUnaryOperator[]> sources = new HashMap<>();
    private float rate = 48_000;
    private int width = LANES;

    private Rig(Module module) {
        this.module = module;
    }

    /** A rig at 48 kHz, among voices. */
    public static Rig of(Module module) {
        return new Rig(module);
    }

    /** Frames per second. */
    public Rig rate(double hertz) {
        rate = (float) hertz;
        return this;
    }

    /** Puts it in a mix: lanes 0 and 1 are left and right. */
    public Rig inMix() {
        width = 2;
        return this;
    }

    /** Chooses by name. */
    public Rig choose(String symbol, String name) {
        for (Choice<?> choice : module.choices()) {
            if (choice.symbol().equals(symbol) && choice.choose(name)) {
                return this;
            }
        }
        throw new IllegalArgumentException("no choice " + symbol + ": " + name);
    }

    /** A constant, in the port's unit. */
    public Rig set(String symbol, double value) {
        return set(symbol, time -> value);
    }

    /** A signal, frame by frame; 0 afterwards. */
    public Rig set(String symbol, float[] signal) {
        return set(symbol, time -> {
            int frame = (int) Math.round(time * rate);
            return frame < signal.length ? signal[frame] : 0;
        });
    }

    /** A function of the time in seconds. A held port reads it once per block. */
    public Rig set(String symbol, DoubleUnaryOperator signal) {
        for (int lane = 0; lane < LANES; lane++) {
            set(symbol, lane, signal);
        }
        return this;
    }

    /** The same for one lane. */
    public Rig set(String symbol, int lane, DoubleUnaryOperator signal) {
        sources.computeIfAbsent(input(symbol), this::atDefault)[lane] = signal;
        return this;
    }

    /** What the output called "out" gives in lane 0. */
    public float[] render(int frames) {
        return render("out", 0, frames);
    }

    /** What an output gives in one lane. */
    public float[] render(String symbol, int lane, int frames) {
        module.prepare(rate, width);
        Output output = output(symbol);
        for (Output each : module.outputs()) {
            each.data = new float[BLOCK * LANES];
            each.step = LANES;
        }
        float[] rendered = new float[frames];
        for (int begin = 0; begin < frames; begin += BLOCK) {
            int limit = Math.min(BLOCK, frames - begin), first = begin;
            sources.forEach((port, signals) -> fill(port, signals, first));
            module.flush();
            module.clock(first);
            Recording.run(module, 0, limit);
            for (int i = 0; i < limit; i++) {
                rendered[begin + i] = output.data[i * LANES + lane];
            }
        }
        return rendered;
    }

    /** What becomes of a sine of that frequency on "in", as a factor, after half a second. */
    public double gainAt(double hertz) {
        return gainAt("out", hertz);
    }

    /** The same for another output than "out". */
    public double gainAt(String output, double hertz) {
        set("in", time -> 0.1 * Math.sin(2 * Math.PI * hertz * time));
        float[] rendered = render(output, 0, (int) rate);
        return Waves.amplitudeAt(hertz, Waves.part(rendered, rendered.length / 2, rendered.length), rate) / 0.1;
    }

    private void fill(Input port, DoubleUnaryOperator[] signals, int first) {
        if (port.data.length < BLOCK * LANES) {
            port.data = new float[BLOCK * LANES];
        }
        port.step = port.isHeld() ? 0 : LANES;
        for (int i = 0; i < (port.isHeld() ? 1 : BLOCK); i++) {
            for (int lane = 0; lane < LANES; lane++) {
                double value = Math.clamp(signals[lane].applyAsDouble((first + i) / (double) rate), port.minimum(), port.maximum(rate));
                port.data[i * LANES + lane] = port.conversion().apply((float) value);
            }
        }
    }

    private DoubleUnaryOperator[] atDefault(Input port) {
        DoubleUnaryOperator[] signals = new DoubleUnaryOperator[LANES];
        Arrays.fill(signals, (DoubleUnaryOperator) time -> port.normally());
        return signals;
    }

    private Input input(String symbol) {
        return module.inputs().stream().filter(port -> port.symbol().equals(symbol)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no input " + symbol));
    }

    private Output output(String symbol) {
        return module.outputs().stream().filter(port -> port.symbol().equals(symbol)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no output " + symbol));
    }
}
