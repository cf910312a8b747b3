package org.chronus.modules.patch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Signal;
import org.chronus.modules.Unit;
import org.chronus.modules.mixing.Feedback;
import org.chronus.modules.patch.cable.Cabling;
import org.chronus.modules.patch.cable.DelayedSignal;
import org.chronus.modules.patch.cable.Parameter;
import org.chronus.modules.patch.note.LaneGains;
import org.chronus.modules.patch.plan.GraphNode;
import org.chronus.modules.patch.plan.GraphNode.BuiltIn;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.Source;
import org.chronus.modules.patch.plan.Target;

/**
 * One running instance of a graph: its modules in order, each with what is cabled to its inputs. Built by the loader, run on the audio
 * thread.
 */
final class Graph {
    private static final Cabling[] NONE = { };

    private static final DelayedSignal[] ON_TIME = { };

    private final Module[] modules;
    private final Cabling[][] cablings;
    /** By module: what reaches it sooner than the rest of its sources. */
    private final DelayedSignal[][] delayed;
    private final Feedback[] feedbacks;
    private final Cabling[] feedbackInputs;
    /** By module: the value of its first input in Hz; null if it has none. */
    private final Parameter[] rates;
    private final Map<Source, Signal> signals;
    /** What looks at an output of a module; null if nothing does. */
    private Probe probe;
    private int probed = -1, probedPort;

    /**
     * Follows the blueprint.
     *
     * @param outside what it can read beside its own modules
     * @param builtIn the modules of its built-in nodes
     */
    Graph(GraphBlueprint blueprint, Map<Source, Signal> outside, Map<BuiltIn, Module> builtIn) {
        signals = new HashMap<>(outside);
        List<Module> ordered = new ArrayList<>();
        for (GraphNode node : blueprint.ordered()) {
            Module module = switch (node) {
                case ModulePlan plan -> blueprint.make(plan);
                case BuiltIn there -> builtIn.get(there);
            };
            ordered.add(module);
            List<Source> sources = node.outputs();
            for (int i = 0; i < sources.size(); i++) {
                blueprint.connect(sources.get(i), module.outputs().get(i));
                signals.put(sources.get(i), module.outputs().get(i));
            }
        }
        modules = ordered.toArray(Module[]::new);
        cablings = new Cabling[modules.length][];
        delayed = new DelayedSignal[modules.length][];
        Map<Source, Integer> arrivals = new HashMap<>();
        int last = 0;
        rates = new Parameter[modules.length];
        List<Feedback> delays = new ArrayList<>();
        List<Cabling> loopInputs = new ArrayList<>();
        for (int i = 0; i < modules.length; i++) {
            GraphNode node = blueprint.ordered().get(i);
            List<Target> targets = node.inputs();
            List<Cabling> inputs = new ArrayList<>();
            Map<Source, Signal> aligned = new HashMap<>(signals);
            last = align(blueprint.sources(node), arrivals, aligned, i);
            for (Source output : node.outputs()) {
                arrivals.put(output, last + modules[i].latency());
            }
            for (Input input : modules[i].inputs()) {
                Target target = targets.get(inputs.size());
                inputs.add(blueprint.cabling(node, target, inputs.size(), input, aligned));
                if (rates[i] == null && input.unit() == Unit.HERTZ) {
                    rates[i] = blueprint.parameter(target);
                }
            }
            if (modules[i] instanceof Feedback feedback) {
                delays.add(feedback);
                loopInputs.addAll(inputs);
                inputs.clear();
            }
            cablings[i] = inputs.toArray(NONE);
        }
        blueprint.latency(last);
        feedbacks = delays.toArray(Feedback[]::new);
        feedbackInputs = loopInputs.toArray(NONE);
    }

    /** Delays what reaches a module sooner than the latest of its sources. Returns by how many frames that is late. */
    private int align(Set<Source> sources, Map<Source, Integer> arrivals, Map<Source, Signal> aligned, int module) {
        int latest = sources.stream().mapToInt(source -> arrivals.getOrDefault(source, 0)).max().orElse(0);
        List<DelayedSignal> early = new ArrayList<>();
        for (Source source : sources) {
            int wait = latest - arrivals.getOrDefault(source, 0);
            if (wait > 0 && signals.containsKey(source)) {
                early.add(new DelayedSignal(signals.get(source), wait));
                aligned.put(source, early.getLast());
            }
        }
        delayed[module] = early.toArray(ON_TIME);
        return latest;
    }

    /** Its module, of a graph that has but one. */
    Module only() {
        return modules[0];
    }

    /** What can be read in it: what it was given, and the outputs of its own modules. */
    Map<Source, Signal> signals() {
        return signals;
    }

    /** Seconds for which the most lasting of its modules may sound on; infinite if unknown. */
    double tail() {
        double longest = 0;
        for (int i = 0; i < modules.length; i++) {
            longest = Math.max(longest, modules[i].tail());
        }
        return longest;
    }

    /** Runs what all voices share, or a mix: held inputs are read again at grid lines. */
    void generate(int start, int limit, boolean changed) {
        generate(start, limit, start == 0 ? Cabling.ALL_LANES : Cabling.NO_LANES, changed);
    }

    /**
     * Runs every module over these frames. Held inputs are read again on the lanes of {@code read}; what is constant is worked out again if
     * {@code changed}, which must be true if any constant from outside the graph's modules has another value than the last time.
     */
    void generate(int start, int limit, int read, boolean changed) {
        for (int i = 0; i < modules.length; i++) {
            for (DelayedSignal early : delayed[i]) {
                early.generate(start, limit);
            }
            Cabling[] inputs = cablings[i];
            for (int j = 0; j < inputs.length; j++) {
                inputs[j].generate(start, limit, read, changed);
            }
            modules[i].generate(start, limit);
            if (i == probed) {
                probe.add(modules[i].outputs().get(probedPort), start, limit);
            }
        }
        for (int i = 0; i < feedbacks.length; i++) {
            feedbackInputs[i].generate(start, limit, read, changed);
            feedbacks[i].capture(start, limit);
        }
    }

    /** Of a graph that has but one module: what its inputs read. */
    void read(int start, int limit, int read, boolean changed) {
        for (Cabling cabling : cablings[0]) {
            cabling.generate(start, limit, read, changed);
        }
    }

    /** A probe, or null, at an output of the module of this number in their order; -1 for none. */
    void attach(Probe to, int module, int port) {
        probe = to;
        probed = module;
        probedPort = port;
    }

    /** Its lanes are voices: a probe hears those that play. */
    void playing(LaneGains gains) {
        if (probe != null) {
            probe.hear(gains);
        }
    }

    /** A voice starts on this lane. */
    void restart(int lane, int start) {
        for (int i = 0; i < modules.length; i++) {
            modules[i].restart(lane, start);
            for (DelayedSignal early : delayed[i]) {
                early.restart(lane);
            }
        }
    }

    /** All lanes start anew. */
    void restart() {
        for (int lane = 0; lane < Module.LANES; lane++) {
            restart(lane, 1);
        }
    }

    /** A song is there, in minutes of the patch's own tempo: what has a rate in beats finds its place. */
    void locate(double minutes) {
        for (int i = 0; i < modules.length; i++) {
            float rate = rates[i] == null ? 0 : rates[i].rateInBeats();
            if (rate > 0) {
                modules[i].locate(minutes * 60 * rate);
            }
        }
    }

    /** At a grid line. */
    void flush() {
        for (int i = 0; i < modules.length; i++) {
            modules[i].flush();
        }
    }
}
