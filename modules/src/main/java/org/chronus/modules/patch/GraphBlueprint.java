package org.chronus.modules.patch;

import static org.chronus.modules.Module.LANES;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Signal;
import org.chronus.modules.patch.cable.Cabling;
import org.chronus.modules.patch.cable.Parameter;
import org.chronus.modules.patch.cable.Product;
import org.chronus.modules.patch.plan.GraphOrder;
import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.ScratchPlan;

/**
 * What all instances of a graph have in common: the order of the modules, the parameters, and the scratch blocks, which the instances
 * use one after the other. Loader thread.
 */
final class GraphBlueprint {
    private final ModuleFactory factory;
    private final int width;
    private final List<ModulePlan> ordered;
    private final List<CablePlan> cables;
    private final Set<String> read = new HashSet<>();
    private final ScratchPlan scratch;
    private final float[] unread = new float[LANES];
    private final Map<String, Parameter> parameters = new HashMap<>();
    private final List<Parameter> all = new ArrayList<>();

    /**
     * @param cables those whose targets are here
     * @param readers every cable that may read from here
     * @param width  lanes that are heard
     * @throws IllegalArgumentException if modules form a loop, or the catalog does not know one
     */
    GraphBlueprint(ModuleFactory factory, int width, List<ModulePlan> modules, List<CablePlan> cables,
                   List<CablePlan> readers) {
        this.factory = factory;
        this.width = width;
        this.cables = cables;
        ordered = GraphOrder.of(modules, cables);
        scratch = new ScratchPlan(ordered, cables, readers);
        readers.forEach(cable -> read.addAll(cable.sources()));
    }

    List<ModulePlan> ordered() {
        return ordered;
    }

    /** By {@code module.port}; those of every input once an instance was built. */
    Map<String, Parameter> parameters() {
        return parameters;
    }

    /** True if some cable, or an input's default, reads this {@code module.port}. */
    boolean isRead(String port) {
        return read.contains(port);
    }

    /** A module of the catalog, with its choices, activated. */
    Module make(ModulePlan plan) {
        return factory.make(plan, width);
    }

    /** Activates a module that is part of every graph. */
    void prepare(Module module) {
        module.prepare(factory.sampleRate(), width);
    }

    /** Points an output at its block, or at nothing if no cable reads it. */
    void connect(String id, Output output) {
        float[] block = scratch.output(id + "." + output.symbol());
        output.data = block == null ? unread : block;
        output.step = block == null ? 0 : LANES;
    }

    /** What reaches an input of one instance. */
    Cabling cabling(String id, int index, Input input, Map<String, Signal> signals) {
        String port = id + "." + input.symbol();
        List<Product> sums = new ArrayList<>(), exponents = new ArrayList<>();
        boolean valued = plan(id).values().containsKey(input.symbol());
        if (!valued && signals.containsKey(input.follows())) {
            sums.add(new Product(new Signal[] {signals.get(input.follows())}, 1));
            read.add(input.follows());
        }
        // An order that depends on names alone: rounding must not depend on what happens to be constant.
        cables.stream().filter(cable -> cable.target().equals(port)).sorted(Comparator.comparing(GraphBlueprint::isLively)).forEach(cable -> {
            Signal[] sources = cable.sources().stream().map(source -> find(source, signals)).toArray(Signal[]::new);
            (cable.octaves() ? exponents : sums).add(new Product(sources, cable.amount()));
        });
        Parameter parameter = parameters.computeIfAbsent(port, key -> add(new Parameter(input,
                valued ? plan(id).values().get(input.symbol()) : followed(input, signals) ? 0 : (float) input.normally(),
                plan(id).inBeats().contains(input.symbol()), factory.sampleRate())));
        float[] walk = plan(id).type().equals("out") ? ScratchPlan.block() : scratch.input(index);
        return new Cabling(input, parameter, sums.toArray(Product[]::new), exponents.toArray(Product[]::new), walk, factory.sampleRate());
    }

    /** Every parameter back to its value in the preset, at once. */
    void clear() {
        all.forEach(Parameter::clear);
    }

    /** [audio] The tempo is that multiple of the patch's own. */
    void tempo(float multiple, boolean atOnce) {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).tempo(multiple, atOnce);
        }
    }

    /** [audio] The parameters' frames of a block. Returns false if none has changed since the last time. */
    boolean generate(int start, int limit) {
        boolean changed = false;
        for (int i = 0; i < all.size(); i++) {
            changed |= all.get(i).generate(start, limit);
        }
        return changed;
    }

    /** True if a module's output is in it, which varies all the time, other than keys and wheels. */
    private static boolean isLively(CablePlan cable) {
        return cable.sources().stream().anyMatch(source -> !source.startsWith("note.") && !source.startsWith("cc.") && !source.equals("bend"));
    }

    private static boolean followed(Input input, Map<String, Signal> signals) {
        return signals.containsKey(input.follows());
    }

    private Parameter add(Parameter parameter) {
        all.add(parameter);
        return parameter;
    }

    private static Signal find(String source, Map<String, Signal> signals) {
        Signal signal = signals.get(source);
        if (signal == null) {
            throw new IllegalArgumentException("there is no " + source + " to cable from here");
        }
        return signal;
    }

    private ModulePlan plan(String id) {
        return ordered.stream().filter(module -> module.id().equals(id)).findFirst().orElseThrow();
    }
}
