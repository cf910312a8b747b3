package org.chronus.modules.patch;

import static org.chronus.modules.Module.LANES;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Signal;
import org.chronus.modules.patch.cable.Cabling;
import org.chronus.modules.patch.cable.Parameter;
import org.chronus.modules.patch.cable.Product;
import org.chronus.modules.patch.note.LaneRamp;
import org.chronus.modules.patch.plan.GraphNode;
import org.chronus.modules.patch.plan.GraphOrder;
import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.Source;
import org.chronus.modules.patch.plan.Target;
import org.chronus.modules.patch.plan.Target.ModuleInput;

/**
 * What all instances of a graph have in common: the order of the nodes, the parameters, and the scratch blocks, which the instances
 * use one after the other. Built by the loader; the parameters run on the audio thread.
 */
final class GraphBlueprint {
    private final ModuleFactory factory;
    private final int width;
    private final List<GraphNode> ordered;
    private final Map<Target, List<CablePlan>> cables;
    private final Set<Source> read = new HashSet<>();
    private final ScratchBlocks scratch;
    private final float[] unread = new float[LANES];
    private final Map<Target, Parameter> parameters = new HashMap<>();
    private final List<Parameter> all = new ArrayList<>();
    private int latency;

    /**
     * @param cables  those whose targets are here
     * @param readers every cable that may read from here
     * @param width   lanes that are heard
     * @throws IllegalArgumentException if nodes form a loop, or a cable leads nowhere
     */
    GraphBlueprint(ModuleFactory factory, int width, List<? extends GraphNode> nodes, List<CablePlan> cables, List<CablePlan> readers) {
        this.factory = factory;
        this.width = width;
        // An order that depends on the sources' kinds alone: rounding must not depend on what happens to be constant.
        this.cables = cables.stream().sorted(Comparator.comparing(GraphBlueprint::variesAlways)).collect(Collectors.groupingBy(CablePlan::target));
        ordered = GraphOrder.of(nodes, cables).nodes();
        Set<Target> known = ordered.stream().flatMap(node -> node.inputs().stream()).collect(Collectors.toSet());
        cables.stream().map(CablePlan::target).filter(target -> !known.contains(target)).findFirst().ifPresent(target -> {
            throw new IllegalArgumentException("there is no " + target + " to cable to");
        });
        scratch = new ScratchBlocks(ordered, readers);
        readers.forEach(cable -> read.addAll(cable.sources()));
    }

    List<GraphNode> ordered() {
        return ordered;
    }

    /** The values of all module inputs, once an instance was built. */
    Map<ModuleInput, Parameter> parameters() {
        Map<ModuleInput, Parameter> ofModules = new HashMap<>();
        parameters.forEach((target, parameter) -> {
            if (target instanceof ModuleInput input) {
                ofModules.put(input, parameter);
            }
        });
        return ofModules;
    }

    /** The value of an input, once an instance was built. */
    Parameter parameter(Target input) {
        return parameters.get(input);
    }

    /** An instance was built whose last module hears what comes in so many frames late. */
    void latency(int frames) {
        latency = frames;
    }

    /** Frames by which its sound comes later than its notes, or than what goes into it; once an instance was built. */
    int latency() {
        return latency;
    }

    /** What is cabled to a node and varies all the time: the outputs of other nodes. */
    Set<Source> sources(GraphNode node) {
        return node.inputs().stream().flatMap(target -> cables.getOrDefault(target, List.of()).stream())
                .flatMap(cable -> cable.sources().stream()).filter(Source::isAudioRate).collect(Collectors.toSet());
    }

    /** True if some cable, or an input's default, reads it. */
    boolean isRead(Source source) {
        return read.contains(source);
    }

    /** A module with its choices, activated. */
    Module make(ModulePlan plan) {
        return factory.make(plan, width);
    }

    /** Activates a module that is part of every graph. */
    void prepare(Module module) {
        module.prepare(factory.sampleRate(), width);
    }

    /** Points an output at its block, or at nothing if no cable reads it. */
    void connect(Source source, Output output) {
        float[] block = scratch.output(source);
        output.data = block == null ? unread : block;
        output.step = block == null ? 0 : LANES;
    }

    /**
     * What reaches an input of one instance.
     *
     * @param target  the input's name
     * @param index   which of the node's inputs it is
     * @param signals what can be read in that instance
     */
    Cabling cabling(GraphNode node, Target target, int index, Input input, Map<Source, Signal> signals) {
        List<Product> sums = new ArrayList<>(), exponents = new ArrayList<>();
        Source followed = followed(node, input, signals);
        if (followed != null) {
            (input.followsInOctaves() ? exponents : sums).add(new Product(new Signal[] {heard(signals.get(followed), input)}, 1));
            read.add(followed);
        }
        List<CablePlan> cabled = cables.getOrDefault(target, List.of());
        for (CablePlan cable : cabled) {
            Signal[] sources = cable.sources().stream().map(source -> heard(find(source, signals), input)).toArray(Signal[]::new);
            (cable.octaves() ? exponents : sums).add(new Product(sources, cable.amount()));
        }
        boolean replaced = followed != null && !input.followsInOctaves() || input.isReplaced() && !cabled.isEmpty();
        Parameter parameter = parameters.computeIfAbsent(target, key -> add(parameter(node, input, replaced)));
        float[] scratchBlock = node.isEnd() ? ScratchBlocks.block() : scratch.input(index);
        return new Cabling(input, parameter, sums.toArray(Product[]::new), exponents.toArray(Product[]::new), scratchBlock,
                factory.sampleRate());
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

    /** True if a factor is the output of a module or part. */
    private static boolean variesAlways(CablePlan cable) {
        return cable.sources().stream().anyMatch(Source::isAudioRate);
    }

    /** The signal of the note that is cabled to an input by default; null if the preset gives it a value, or this graph has no notes. */
    private static Source followed(GraphNode node, Input input, Map<Source, Signal> signals) {
        if (node instanceof ModulePlan module && module.follows(input)) {
            Source source = new Source.NoteOutput(input.follows().orElseThrow());
            return signals.containsKey(source) ? source : null;
        }
        return null;
    }

    private Parameter parameter(GraphNode node, Input input, boolean replaced) {
        float normally = replaced ? 0 : (float) input.normally();
        return switch (node) {
            case ModulePlan module -> new Parameter(input, module.values().getOrDefault(input.symbol(), normally),
                    module.inBeats().contains(input.symbol()), factory.sampleRate());
            case GraphNode.BuiltIn _ -> new Parameter(input, normally, false, factory.sampleRate());
        };
    }

    private Parameter add(Parameter parameter) {
        all.add(parameter);
        return parameter;
    }

    /** What a held input has of a signal that ramps is where that goes: it would keep where the ramp begins. */
    private static Signal heard(Signal signal, Input input) {
        return input.isHeld() && signal instanceof LaneRamp ramp ? ramp.goal() : signal;
    }

    private static Signal find(Source source, Map<Source, Signal> signals) {
        Signal signal = signals.get(source);
        if (signal == null) {
            throw new IllegalArgumentException("there is no " + source + " to cable from here");
        }
        return signal;
    }
}
