package org.chronus.modules.patch.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;

/**
 * The order in which the modules of a graph run: every module after those that it reads, otherwise as written. What enters a
 * {@code feedback} module is not waited for. Any thread but the audio thread.
 */
public final class GraphOrder {
    private final Map<String, ModulePlan> byId = new HashMap<>();
    private final Map<String, Set<String>> sources = new HashMap<>();
    private final List<ModulePlan> ordered = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private final Deque<String> path = new ArrayDeque<>();

    private GraphOrder(List<ModulePlan> modules, List<CablePlan> cables) {
        for (ModulePlan module : modules) {
            byId.put(module.id(), module);
            sources.put(module.id(), new java.util.TreeSet<>());
        }
        for (CablePlan cable : cables) {
            ModulePlan target = byId.get(moduleOf(cable.target()));
            if (target != null && !target.type().equals("feedback")) {
                for (String source : cable.sources()) {
                    sources.get(target.id()).add(moduleOf(source));
                }
            }
        }
        modules.forEach(module -> visit(module.id()));
    }

    /**
     * The modules in running order.
     *
     * @throws IllegalArgumentException if a loop does not pass through a feedback module
     */
    public static List<ModulePlan> of(List<ModulePlan> modules, List<CablePlan> cables) {
        return new GraphOrder(modules, cables).ordered;
    }

    /** {@code filter} of {@code filter.cutoff}. */
    public static String moduleOf(String port) {
        int dot = port.indexOf('.');
        return dot < 0 ? port : port.substring(0, dot);
    }

    private void visit(String id) {
        if (!byId.containsKey(id) || done.contains(id)) {
            return;
        }
        if (path.contains(id)) {
            throw new IllegalArgumentException("the loop through " + id + " has no feedback module in it");
        }
        path.push(id);
        sources.get(id).forEach(this::visit);
        path.pop();
        done.add(id);
        ordered.add(byId.get(id));
    }
}
