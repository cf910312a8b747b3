package org.chronus.modules.patch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Signal;
import org.chronus.modules.Unit;
import org.chronus.modules.mixing.Feedback;
import org.chronus.modules.patch.cable.Cabling;
import org.chronus.modules.patch.cable.Parameter;
import org.chronus.modules.patch.plan.PatchPlan;

/**
 * One running instance of a graph: its modules in order, each with what is cabled to its inputs. Built by the loader, run on the audio
 * thread.
 */
final class Graph {
    private static final Cabling[] NONE = { };

    private final Module[] modules;
    private final Cabling[][] cablings;
    private final Feedback[] feedbacks;
    private final Cabling[] loops;
    /** Of each module the first that is a frequency, or null. */
    private final Parameter[] rates;
    private final Map<String, Signal> signals = new HashMap<>();
    private final Map<String, Module> byId = new HashMap<>();

    /** Follows the blueprint; {@code own} modules have been made already, by their ids; the rest comes from the catalog. */
    Graph(GraphBlueprint blueprint, Map<String, Signal> outside, Map<String, Module> own) {
        signals.putAll(outside);
        List<Module> ordered = new ArrayList<>();
        for (PatchPlan.ModulePlan plan : blueprint.ordered()) {
            Module module = own.containsKey(plan.id()) ? own.get(plan.id()) : blueprint.make(plan);
            ordered.add(module);
            byId.put(plan.id(), module);
            for (Output output : module.outputs()) {
                blueprint.connect(plan.id(), output);
                signals.put(plan.id() + "." + output.symbol(), output);
            }
        }
        modules = ordered.toArray(Module[]::new);
        cablings = new Cabling[modules.length][];
        rates = new Parameter[modules.length];
        List<Feedback> delays = new ArrayList<>();
        List<Cabling> entrances = new ArrayList<>();
        for (int i = 0; i < modules.length; i++) {
            String id = blueprint.ordered().get(i).id();
            List<Cabling> inputs = new ArrayList<>();
            for (Input input : modules[i].inputs()) {
                inputs.add(blueprint.cabling(id, inputs.size(), input, signals));
                if (rates[i] == null && input.unit() == Unit.HERTZ) {
                    rates[i] = blueprint.parameters().get(id + "." + input.symbol());
                }
            }
            if (modules[i] instanceof Feedback feedback) {
                delays.add(feedback);
                entrances.addAll(inputs);
                inputs.clear();
            }
            cablings[i] = inputs.toArray(NONE);
        }
        feedbacks = delays.toArray(Feedback[]::new);
        loops = entrances.toArray(NONE);
    }

    Module module(String id) {
        return byId.get(id);
    }

    Map<String, Signal> signals() {
        return signals;
    }

    /**
     * Runs every module over these frames. Held inputs are read again if {@code afresh}; what is constant is worked out again if
     * {@code changed}, which must be true if any constant from outside the graph's modules has another value than the last time.
     */
    void generate(int start, int limit, boolean afresh, boolean changed) {
        for (int i = 0; i < modules.length; i++) {
            Cabling[] inputs = cablings[i];
            for (int j = 0; j < inputs.length; j++) {
                inputs[j].generate(start, limit, afresh, changed);
            }
            modules[i].generate(start, limit);
        }
        for (int i = 0; i < feedbacks.length; i++) {
            loops[i].generate(start, limit, afresh, changed);
            feedbacks[i].capture(start, limit);
        }
    }

    /** A voice starts on this lane. */
    void restart(int lane, int start) {
        for (int i = 0; i < modules.length; i++) {
            modules[i].restart(lane, start);
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
