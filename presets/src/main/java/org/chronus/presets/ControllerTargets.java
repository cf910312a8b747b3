package org.chronus.presets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chronus.presets.Node.Text;

/** Finds the port that a controller is to set: in the part, then in the mix; or in the part that it names. */
final class ControllerTargets {
    private final List<PartDraft> parts;
    private final Graph mix;
    private final Problems problems;

    /**
     * A port.
     *
     * @param part   where it is; none for the mix
     * @param target {@code module.port}
     */
    record Found(Optional<PartDraft> part, String target, Port port) { }

    ControllerTargets(List<PartDraft> parts, Graph mix, Problems problems) {
        this.parts = parts;
        this.mix = mix;
        this.problems = problems;
    }

    /** Nothing, and reported, if there is no such port. */
    Optional<Found> find(Text name, Optional<PartDraft> owner) {
        List<String> words = List.of(name.value().split("\\.", -1));
        Optional<PartDraft> part = owner;
        if (words.size() == 3) {
            part = parts.stream().filter(each -> each.id().equals(words.getFirst())).findFirst();
            if (part.isEmpty()) {
                return refuse(name, "there is no part \"" + Problems.quote(words.getFirst()) + "\"",
                        Nearest.cure(words.getFirst(), parts.stream().map(PartDraft::id).toList()));
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

    private String cure(Text name, String id, Optional<PartDraft> part) {
        if (part.isEmpty()) {
            for (PartDraft each : parts) {
                if (each.graph().modules().containsKey(id)) {
                    return "did you mean " + each.id() + "." + Problems.quote(name.value()) + "?";
                }
            }
        }
        List<String> names = new ArrayList<>(part.map(each -> each.graph().modules().keySet()).orElse(java.util.Set.of()));
        names.addAll(mix.modules().keySet());
        return NameHelp.cure(id, names, part.map(PartDraft::graph).orElse(mix));
    }

    private Optional<Found> port(Text name, Optional<PartDraft> part, Graph graph, String id, String symbol) {
        Optional<ModuleShape> shape = graph.modules().get(id).shape();
        if (shape.isEmpty()) {
            return Optional.empty();
        }
        if (shape.get().choices().containsKey(symbol)) {
            return refuse(name, symbol + " of " + id + " is chosen when the preset is built", "no controller can set it");
        }
        if (!shape.get().inputs().containsKey(symbol)) {
            return refuse(name, id + " (" + shape.get().type() + ") has no input \"" + Problems.quote(symbol) + "\"",
                    Nearest.cure(symbol, shape.get().inputs().keySet()));
        }
        return Optional.of(new Found(part, id + "." + symbol, Port.of(shape.get().inputs().get(symbol))));
    }

    private Optional<Found> refuse(Text name, String what, String cure) {
        problems.error(name.place(), what, cure);
        return Optional.empty();
    }
}
