package org.chronus.hosting.jsyn;

import static org.chronus.hosting.jsyn.JSynApi.FRAMES;

import java.util.Arrays;
import java.util.List;

import org.chronus.hosting.PluginException;
import org.chronus.hosting.jsyn.PortShape.Kind;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.Output;
import org.chronus.modules.Seed;
import org.chronus.modules.TextSetting;
import org.chronus.modules.Unit;

/**
 * A module that runs JSyn's units, one for each lane that is heard. It calls them in JSyn's blocks of 8 frames, counted from the grid line:
 * a call that is cut inside such a block runs a part of it. Units that cannot do that run whole blocks and come 8 frames late, so that here
 * as everywhere cuts change no bit.
 *
 * <p>A lane that starts anew is put back to how its unit was when it was new: envelopes at rest, delays empty, phases at their beginning.
 * Numbers that a unit draws from Java's own {@code Math.random}, as grains do, cannot be repeated.
 *
 * <p>Threads: as any module.
 */
final class JSynModule extends Module {
    /** What a frequency that follows the note is at C4, in Hz. */
    private static final double C4 = 440 * Math.pow(2, -0.75);
    private static final double SMOOTHING = 0.005;
    private static final int ASLEEP = Integer.MAX_VALUE;

    private final JSynApi api;
    private final UnitShape shape;
    private final Input[] inputs;
    private final Output[] outputs;
    private final TextSetting room;
    private final Seed seed = seed();
    private JSynUnit[] units = {};
    /** By lane: true until the first frame after a restart. */
    private boolean[] isNew = {};
    /** By lane: the first frame of the present block that it runs; {@link #ASLEEP} if it runs none. */
    private final int[] first = new int[LANES];
    /** By lane and input: what its whole block is filled with; not a number if with several. */
    private float[][] constants = {};

    JSynModule(JSynApi api, UnitShape shape) {
        this.api = api;
        this.shape = shape;
        inputs = shape.inputs().stream().map(port -> declare(input(port.symbol()), port)).toArray(Input[]::new);
        outputs = shape.outputs().stream().map(port -> output(port.symbol())).toArray(Output[]::new);
        room = shape.room() ? text("room").means("how many samples, or grains, it has room for; a second's, or 8, unless said") : null;
    }

    /** Gives an input the range and more of a port. */
    static Input declare(Input input, PortShape port) {
        switch (port.kind()) {
            case GATE -> input.range(0, 1).follows(NoteSignal.GATE);
            case PITCH -> input.range(port.lowest(), port.highest(), Unit.HERTZ).normally(C4).logarithmic().follows(NoteSignal.OCTAVE);
            case VARIABLE -> input.normally(port.normally()).held();
            case SIGNAL, OUTPUT -> {
                if (port.isBounded()) {
                    input.range(port.lowest(), port.highest(), port.unit()).smoothed(SMOOTHING);
                } else {
                    input.replaced();
                }
                input.normally(port.normally());
                if (port.isBounded() && port.isLogarithmic()) {
                    input.logarithmic();
                }
            }
        }
        return input;
    }

    @Override public int latency() {
        return shape.wholeBlocks() ? FRAMES : 0;
    }

    @Override public double tail() {
        boolean oscillator = shape.inputs().stream().allMatch(port -> port.kind() == Kind.PITCH || port.symbol().equals("amplitude"));
        return oscillator ? 0 : Double.POSITIVE_INFINITY;
    }

    @Override protected void activate() {
        int rate = Math.round(sampleRate());
        units = new JSynUnit[width()];
        isNew = new boolean[width()];
        constants = new float[width()][inputs.length];
        try {
            int space = room == null ? 0 : room(rate);
            for (int lane = 0; lane < units.length; lane++) {
                units[lane] = new JSynUnit(api, shape, rate, space);
            }
        } catch (PluginException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        for (int lane = 0; lane < units.length; lane++) {
            units[lane].remember(units[lane == 0 ? 1 : 0]);
        }
    }

    private int room(int rate) throws PluginException {
        String text = room.value().orElse("");
        if (!text.isEmpty() && !text.matches("[1-9]\\d{0,7}")) {
            throw new PluginException("room: \"" + text + "\" is no number of samples or grains: write for example \"24000\"");
        }
        return text.isEmpty() ? UnitTrial.room(shape, rate) : Integer.parseInt(text);
    }

    @Override protected void release() {
        units = new JSynUnit[0];
    }

    @Override protected void reset(int lane) {
        if (lane < units.length) {
            units[lane].restart(seed.data[lane]);
            isNew[lane] = true;
            Arrays.fill(constants[lane], Float.NaN);
        }
    }

    /** [audio] Runs no more, and is silent, until it wakes. */
    void sleep(int lane) {
        first[lane] = ASLEEP;
    }

    /** [audio] Runs from a frame of the present block on. */
    void wake(int lane, int frame) {
        first[lane] = frame;
    }

    @Override public void generate(int start, int limit) {
        for (int lane = 0; lane < units.length; lane++) {
            int i = Math.min(limit, Math.max(start, first[lane]));
            mute(lane, lane + 1, start, i);
            while (i < limit) {
                int from = i % FRAMES, to = Math.min(FRAMES, from + limit - i);
                run(lane, i, from, to);
                i += to - from;
            }
            if (limit == BLOCK && first[lane] != ASLEEP) {
                first[lane] = 0;
            }
        }
        mute(units.length, LANES, start, limit);
    }

    /** [audio] Frames {@code from} to {@code to - 1} of a block of 8, the first of which is frame {@code frame} of ours. */
    private void run(int lane, int frame, int from, int to) {
        JSynUnit unit = units[lane];
        for (int port = 0; port < inputs.length; port++) {
            write(unit, lane, port, frame, from, to);
        }
        isNew[lane] = false;
        if (!shape.wholeBlocks()) {
            unit.generate(from, to);
        }
        for (int port = 0; port < outputs.length; port++) {
            read(unit.output(port), outputs[port], frame * outputs[port].step + lane, from, to);
        }
        if (shape.wholeBlocks() && to == FRAMES) {
            unit.generate(0, FRAMES);
        }
    }

    private void write(JSynUnit unit, int lane, int port, int frame, int from, int to) {
        float[] signal = inputs[port].data;
        int step = inputs[port].step, index = frame * step + lane;
        float value = signal[index];
        boolean filled = value == constants[lane][port];
        if (shape.inputs().get(port).kind() == Kind.VARIABLE) {
            if (!filled) {
                unit.set(port, value);
                constants[lane][port] = value;
            }
            return;
        }
        if (isNew[lane] && from > 0) {
            // What was before it began: its first value, but no gate was open.
            unit.fill(port, 0, from, shape.inputs().get(port).kind() == Kind.GATE ? 0 : value);
        }
        if (step != 0) {
            unit.write(port, from, to, signal, index, step);
            constants[lane][port] = Float.NaN;
        } else if (!filled) {
            unit.fill(port, from, to, value);
            constants[lane][port] = from == 0 && to == FRAMES ? value : Float.NaN;
        }
    }

    private static void read(double[] values, Output output, int index, int from, int to) {
        float[] data = output.data;
        int step = output.step;
        for (int i = from, at = index; i < to; i++, at += step) {
            data[at] = (float) values[i];
        }
    }

    private void mute(int firstLane, int lastLane, int start, int limit) {
        for (int port = 0; port < outputs.length && firstLane < lastLane; port++) {
            Output output = outputs[port];
            for (int i = start; i < limit; i++) {
                Arrays.fill(output.data, i * output.step + firstLane, i * output.step + lastLane, 0f);
            }
        }
    }

    /** The ports' declarations, in words. */
    static String meaning(UnitShape shape) {
        List<String> names = shape.outputs().stream().map(PortShape::symbol).toList();
        return "unit generator of JSyn: " + String.join(", ", names);
    }
}
