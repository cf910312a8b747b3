package org.chronus.hosting.jsyn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.chronus.hosting.PluginException;
import org.chronus.hosting.jsyn.PortShape.Kind;

/**
 * What a class of units is like, found out on units that were made and run for that. Immutable; any thread.
 *
 * @param type        the class
 * @param preset      the number of its preset that it is set to; {@link #NO_PRESET} if it is as it is made
 * @param inputs      in the order of its ports
 * @param outputs     in the order of its ports, or what it makes as a {@code UnitSource}
 * @param wholeBlocks true if it can only be run 8 frames at a time: then it comes so many later
 * @param room        true if it must be given room for samples or grains before it runs
 */
record UnitShape(Class<?> type, int preset, List<PortShape> inputs, List<PortShape> outputs, boolean wholeBlocks, boolean room) {
    static final int NO_PRESET = -1;

    /** Copies the lists. */
    UnitShape {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** @throws PluginException if its units cannot be modules; the reason is for people */
    static UnitShape of(JSynApi api, Class<?> type) throws PluginException {
        Object example = api.make(type);
        List<Object> ports = api.ports(example);
        Set<String> inputNames = new HashSet<>(), outputNames = new HashSet<>();
        List<PortShape> inputs = new ArrayList<>(), outputs = new ArrayList<>();
        for (int i = 0; i < ports.size(); i++) {
            Object port = ports.get(i);
            if (api.inputPort.isInstance(port)) {
                addInput(api, example, port, i, inputNames, inputs);
            } else if (api.outputPort.isInstance(port)) {
                addParts(api, port, i, true, Kind.OUTPUT, outputNames, outputs);
            } else if (api.variablePort.isInstance(port)) {
                String symbol = PortShape.symbol(api.name(port), 0, 1, false, inputNames);
                inputs.add(new PortShape(symbol, i, 0, Kind.VARIABLE, 0, 1, api.number(port, "get")));
            }
        }
        if (outputs.isEmpty() && api.source.isInstance(example) && api.output(example) != null) {
            addParts(api, api.output(example), ports.size(), true, Kind.OUTPUT, outputNames, outputs);
        }
        if (outputs.isEmpty()) {
            throw new PluginException("it has no output of sound");
        }
        if (!JSynUnit.hiddenGates(api, example, ports).isEmpty()) {
            inputs.add(PortShape.hiddenGates(inputNames));
        }
        boolean room = Arrays.stream(type.getMethods()).anyMatch(method -> method.getName().equals("allocate")
                && List.of(method.getParameterTypes()).equals(List.of(int.class)));
        return new UnitTrial(api, new UnitShape(type, NO_PRESET, inputs, outputs, false, room)).judge();
    }

    /** What the trial has found. */
    UnitShape with(List<PortShape> others, boolean whole) {
        return new UnitShape(type, preset, others, outputs, whole, room);
    }

    /** The same for units that are set to a preset, with what its ports have then. */
    UnitShape atPreset(JSynApi api, int number) throws PluginException {
        UnitShape there = new UnitShape(type, number, inputs, outputs, wholeBlocks, room);
        List<Object> ports = api.ports(there.make(api));
        List<PortShape> moved = new ArrayList<>();
        for (PortShape port : inputs) {
            boolean kept = port.kind() == Kind.GATE || port.kind() == Kind.VARIABLE;
            moved.add(kept ? port : port.at(api.values(ports.get(port.port()), port.part())[0]));
        }
        return there.with(moved, wholeBlocks);
    }

    /** A new unit, without an engine. */
    Object make(JSynApi api) throws PluginException {
        Object unit = api.make(type);
        if (preset != NO_PRESET) {
            api.call(unit, "usePreset", new Class<?>[] {int.class}, preset);
        }
        return unit;
    }

    private static void addInput(JSynApi api, Object unit, Object port, int index, Set<String> taken, List<PortShape> shapes)
            throws PluginException {
        boolean pitch = api.voice.isInstance(unit) && api.name(port).equals("Frequency");
        addParts(api, port, index, false, api.gatePort.isInstance(port) ? Kind.GATE : pitch ? Kind.PITCH : Kind.SIGNAL, taken, shapes);
    }

    /** What JSyn itself is connected to takes nothing from outside. */
    private static void addParts(JSynApi api, Object port, int index, boolean output, Kind kind, Set<String> taken, List<PortShape> shapes)
            throws PluginException {
        int parts = api.parts(port);
        for (int part = 0; part < parts; part++) {
            if (output) {
                shapes.add(new PortShape(PortShape.symbol(api.name(port), part, parts, true, taken), index, part, kind, 0, 1, 0));
            } else if (!api.isConnected(port, part)) {
                shapes.add(new PortShape(PortShape.symbol(api.name(port), part, parts, false, taken), index, part, kind,
                        api.number(port, "getMinimum"), api.number(port, "getMaximum"), api.values(port, part)[0]));
            }
        }
    }
}
