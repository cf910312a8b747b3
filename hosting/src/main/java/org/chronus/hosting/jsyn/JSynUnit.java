package org.chronus.hosting.jsyn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.chronus.hosting.PluginException;
import org.chronus.hosting.jsyn.PortShape.Kind;

/**
 * A unit that runs: its ports as arrays of 8 numbers, and how it was when it was new. Made by the loader; then it belongs to whoever runs
 * its patch.
 */
final class JSynUnit {
    private final JSynApi api;
    private final Object unit;
    /** By input of the shape: the arrays that it is written to, one but for hidden gates; none of a variable. */
    private final double[][][] inputs;
    private final Object[] variables;
    private final double[][] outputs;
    private final Object[] randoms;
    private final ObjectGraph graph;
    private ObjectState state;

    /** @param room samples or grains that it is given room for, if it needs any */
    JSynUnit(JSynApi api, UnitShape shape, int rate, int room) throws PluginException {
        this.api = api;
        unit = shape.make(api);
        List<Object> ports = new ArrayList<>(api.ports(unit));
        List<Object> hidden = hiddenGates(api, unit, ports);
        if (api.source.isInstance(unit)) {
            ports.add(api.output(unit));
        }
        api.connect(unit, rate);
        if (shape.room()) {
            api.call(unit, "allocate", new Class<?>[] {int.class}, room);
        }
        inputs = new double[shape.inputs().size()][][];
        variables = new Object[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            PortShape port = shape.inputs().get(i);
            if (port.port() == PortShape.HIDDEN) {
                inputs[i] = new double[hidden.size()][];
                for (int gate = 0; gate < hidden.size(); gate++) {
                    inputs[i][gate] = api.values(hidden.get(gate), 0);
                }
            } else if (port.kind() == Kind.VARIABLE) {
                inputs[i] = new double[0][];
                variables[i] = ports.get(port.port());
            } else {
                inputs[i] = new double[][] {api.values(ports.get(port.port()), port.part())};
            }
        }
        outputs = new double[shape.outputs().size()][];
        for (int i = 0; i < outputs.length; i++) {
            PortShape port = shape.outputs().get(i);
            outputs[i] = api.values(ports.get(port.port()), port.part());
        }
        graph = new ObjectGraph(unit, api.loader, api.engine);
        for (Object gate : graph.of(api.gatePort)) {
            // Else the end of an envelope would walk through the ports, which allocates.
            api.call(gate, "setAutoDisableEnabled", new Class<?>[] {boolean.class}, false);
        }
        randoms = graph.of(api.random).toArray();
    }

    /** Gates that nothing within the unit is connected to, and that it does not offer. */
    static List<Object> hiddenGates(JSynApi api, Object unit, List<Object> ports) throws PluginException {
        List<Object> hidden = new ArrayList<>();
        for (Object gate : new ObjectGraph(unit, api.loader, api.engine).of(api.gatePort)) {
            if (!ports.contains(gate) && !api.isConnected(gate, 0)) {
                hidden.add(gate);
            }
        }
        return hidden;
    }

    /** Remembers how it is now, for {@link #restart}. What it shares with the other unit stays as it is. */
    void remember(JSynUnit other) {
        Predicate<Object> shared = other.graph::contains;
        state = new ObjectState(graph.objects(), shared.negate());
    }

    /** [audio] As it was remembered; its random numbers begin anew. */
    void restart(int seed) {
        state.restore();
        for (int i = 0; i < randoms.length; i++) {
            api.setSeed.seed(randoms[i], seed + i * 0x51ED27);
        }
    }

    /**
     * [audio] Frames {@code start} to {@code limit - 1} of its block of 8. If it throws, what comes out is not a number: then the engine
     * restarts this lane, and no other notices.
     */
    void generate(int start, int limit) {
        try {
            tryGenerate(start, limit);
        } catch (RuntimeException e) {
            for (double[] output : outputs) {
                Arrays.fill(output, Double.NaN);
            }
        }
    }

    /** The same, with what it throws. */
    void tryGenerate(int start, int limit) {
        api.generate.generate(unit, start, limit);
    }

    /** [audio] A number for frames of an input's block. */
    void fill(int input, int from, int to, double value) {
        for (int target = 0; target < inputs[input].length; target++) {
            Arrays.fill(inputs[input][target], from, to, value);
        }
    }

    /** [audio] Every {@code step}th number of a signal for frames of an input's block. */
    void write(int input, int from, int to, float[] signal, int index, int step) {
        for (int target = 0; target < inputs[input].length; target++) {
            double[] values = inputs[input][target];
            for (int i = from, at = index; i < to; i++, at += step) {
                values[i] = signal[at];
            }
        }
    }

    /** [audio] A number for an input that is a variable. */
    void set(int input, double value) {
        api.setVariable.set(variables[input], value);
    }

    /** What an input that is a variable has. Any thread but audio. */
    double variable(int input) throws PluginException {
        return api.number(variables[input], "get");
    }

    /** The block of an output. */
    double[] output(int index) {
        return outputs[index];
    }
}
