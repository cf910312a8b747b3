package org.chronus.presets.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chronus.modules.ModuleShape;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.Target.ModuleInput;
import org.chronus.presets.graph.GraphBuilder;
import org.chronus.presets.graph.ModuleNameSuggestion;
import org.chronus.presets.graph.PortWord;
import org.chronus.presets.text.NameSuggestion;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.YamlNode.Text;
import org.chronus.presets.value.ValueSpec;

/**
 * Resolves the input that a controller sets: in the part, then in the mix; or in the part that it names. For the one thread that reads the
 * file.
 */
final class ControllerTargets {
    private final List<PartBuilder> parts;
    private final GraphBuilder mix;
    private final Problems problems;

    /**
     * An input.
     *
     * @param part where it is; none for the mix
     */
    record Found(Optional<PartBuilder> part, ModuleInput target, ValueSpec port) { }

    ControllerTargets(List<PartBuilder> parts, GraphBuilder mix, Problems problems) {
        this.parts = parts;
        this.mix = mix;
        this.problems = problems;
    }

    /** Nothing, and reported, if there is no such port. */
    Optional<Found> find(Text name, Optional<PartBuilder> owner) {
        Optional<PortWord> word = PortWord.ofController(name.value());
        if (word.isEmpty()) {
            return refuse(name, "\"" + Problems.quote(name.value()) + "\" is no port", "write module.port, such as filter.cutoff");
        }
        Optional<PartBuilder> part = owner;
        if (word.get().part().isPresent()) {
            String partId = word.get().part().get();
            part = parts.stream().filter(each -> each.id().equals(partId)).findFirst();
            if (part.isEmpty()) {
                return refuse(name, "there is no part \"" + Problems.quote(partId) + "\"",
                        NameSuggestion.cure(partId, parts.stream().map(PartBuilder::id).toList()));
            }
        }
        String id = word.get().module(), symbol = word.get().port();
        if (part.isPresent() && part.get().graph().modules().containsKey(id)) {
            return port(name, part, part.get().graph(), id, symbol);
        }
        if (word.get().part().isEmpty() && mix.modules().containsKey(id)) {
            return port(name, Optional.empty(), mix, id, symbol);
        }
        return refuse(name, "there is no module \"" + Problems.quote(id) + "\"", cure(name, id, part));
    }

    private String cure(Text name, String id, Optional<PartBuilder> part) {
        if (part.isEmpty()) {
            for (PartBuilder each : parts) {
                if (each.graph().modules().containsKey(id)) {
                    return "did you mean " + each.id() + "." + Problems.quote(name.value()) + "?";
                }
            }
        }
        List<String> names = new ArrayList<>(part.map(each -> each.graph().modules().keySet()).orElse(java.util.Set.of()));
        names.addAll(mix.modules().keySet());
        return ModuleNameSuggestion.cure(id, names, part.map(PartBuilder::graph).orElse(mix));
    }

    private Optional<Found> port(Text name, Optional<PartBuilder> part, GraphBuilder graph, String id, String symbol) {
        Optional<ModulePlan> plan = graph.modules().get(id).plan();
        if (plan.isEmpty()) {
            return Optional.empty();
        }
        ModuleShape shape = plan.get().type().shape();
        if (shape.choices().containsKey(symbol)) {
            return refuse(name, symbol + " of " + id + " is chosen when the preset is built", "no controller can set it");
        }
        if (!shape.inputs().containsKey(symbol)) {
            return refuse(name, id + " (" + plan.get().type() + ") has no input \"" + Problems.quote(symbol) + "\"",
                    NameSuggestion.cure(symbol, shape.inputs().keySet()));
        }
        return Optional.of(new Found(part, plan.get().input(symbol), ValueSpec.of(shape.inputs().get(symbol))));
    }

    private Optional<Found> refuse(Text name, String what, String cure) {
        problems.error(name.place(), what, cure);
        return Optional.empty();
    }
}
