package org.chronus.presets.graph;

import java.util.Collection;
import java.util.List;

import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.presets.text.NameSuggestion;

/** Suggests the module that a wrong name in a cable was probably meant for: by its letters, or by its type. Stateless; any thread. */
public final class ModuleNameSuggestion {
    private ModuleNameSuggestion() { }

    public static String cure(String word, Collection<String> names, GraphBuilder graph) {
        return NameSuggestion.of(word, names).or(() -> {
            List<String> types = graph.plans().stream().map(plan -> plan.type().name()).distinct().toList();
            return NameSuggestion.of(word, types).flatMap(type -> graph.plans().stream()
                    .filter(plan -> plan.type().name().equals(type)).map(ModulePlan::id).findFirst());
        }).map(near -> "did you mean " + near + "?").orElseGet(() -> NameSuggestion.cure("", names));
    }
}
