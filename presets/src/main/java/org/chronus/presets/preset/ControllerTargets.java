package org.chronus.presets.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chronus.modules.ModuleShape;
import org.chronus.presets.graph.GraphBuilder;
import org.chronus.presets.graph.ModuleNameSuggestion;
import org.chronus.presets.text.NameSuggestion;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.YamlNode.Text;
import org.chronus.presets.value.ValueSpec;

/** Finds the port that a controller is to set: in the part, then in the mix; or in the part that it names. */
final class ControllerTargets {
    private final List<PartBuilder> parts;
    private final GraphBuilder mix;
    private final Problems problems;

    /**
     * A port.
     *
     * @param part   where it is; none for the mix
     * @param target {@code module.port}
     */
    record Found(Optional<PartBuilder> part, String target, ValueSpec port) { }

    ControllerTargets(List<PartBuilder> parts, GraphBuilder mix, Problems problems) {
        this.parts = parts;
        this.mix = mix;
        this.problems = problems;
    }

    /** Nothing, and reported, if there is no such port. */
    Optional<Found> find(Text name, Optional<PartBuilder> owner) {
        List<String> words = List.of(name.value().split("\\.", -1));
        Optional<PartBuilder> part = owner;
        if (words.size() == 3) {
            part = parts.stream().filter(each -> each.id().equals(words.getFirst())).findFirst();
            if (part.isEmpty()) {
                return refuse(name, "there is no part \"" + Problems.quote(words.getFirst()) + "\"",
                        NameSuggestion.cure(words.getFirst(), parts.stream().map(PartBuilder::id).toList()));
            }
        } else if (words.size() != 2) {
            return refuse(name, "\"" + Problems.quote(name.value()) + "\" is no port", "write module.port, such as filter.cutoff");
        }
        String id = words.get(words.size() - 2), symbol = words.getLast();
        if (part.isPresent() && part.get().graph().modules().containsKey(id)) {
            return port(name, part, part.get().graph(), id, symbol);
        }
        if (words.size() == 2 && mix.modules().containsKey(id)) {
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
        Optional<ModuleShape> shape = graph.modules().get(id).shape();
        if (shape.isEmpty()) {
            return Optional.empty();
        }
        if (shape.get().choices().containsKey(symbol)) {
            return refuse(name, symbol + " of " + id + " is chosen when the preset is built", "no controller can set it");
        }
        if (!shape.get().inputs().containsKey(symbol)) {
            return refuse(name, id + " (" + graph.modules().get(id).plan().type() + ") has no input \"" + Problems.quote(symbol) + "\"",
                    NameSuggestion.cure(symbol, shape.get().inputs().keySet()));
        }
        return Optional.of(new Found(part, id + "." + symbol, ValueSpec.of(shape.get().inputs().get(symbol))));
    }

    private Optional<Found> refuse(Text name, String what, String cure) {
        problems.error(name.place(), what, cure);
        return Optional.empty();
    }
}
