package org.chronus.instrument.control.ports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;

/** The places of a patch's modules, in the words of {@code set}: {@code osc1}, or {@code part/osc1} if several have one. Immutable; any thread. */
final class ModulePlaces {
    static final String MIX = "mix";

    /** A part, whose instrument counts as a module, or the mix. */
    record Graph(String part, List<ModulePlan> modules) { }

    private final List<Graph> graphs = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    ModulePlaces(PatchPlan plan) {
        plan.parts().forEach(part -> graphs.add(new Graph(part.id(),
                Stream.concat(part.graph().modules().stream(), part.instrument().stream()).toList())));
        if (!plan.mix().modules().isEmpty()) {
            graphs.add(new Graph(MIX, plan.mix().modules()));
        }
        graphs.forEach(graph -> graph.modules().forEach(module -> counts.merge(module.id(), 1, Integer::sum)));
    }

    /** The parts, and the mix if there is anything in it. */
    List<Graph> graphs() {
        return graphs;
    }

    String of(Graph graph, ModulePlan module) {
        return counts.get(module.id()) == 1 ? module.id() : graph.part() + "/" + module.id();
    }
}
