package org.chronus.presets.draft;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.presets.graph.PortWord;
import org.chronus.presets.text.NameSuggestion;
import org.chronus.presets.text.ReadResult;

/**
 * Finds the graph of a draft that an edit is for: the one named before the {@code /} of a word, else the one that has a module that is
 * named, else the only part. Immutable; for one edit.
 */
final class DraftGraphFinder {
    private static final String MIX = "mix";

    private final PresetDraft draft;
    private final Map<String, DraftGraph> graphs;
    private final ReadResult<String> found;

    /** @param source what is cabled to {@code place}; empty if it is no cable */
    DraftGraphFinder(PresetDraft draft, Map<String, DraftGraph> graphs, String place, String source) {
        this.draft = draft;
        this.graphs = graphs;
        found = find(place, source);
    }

    /** {@code osc} of {@code lead/osc}. */
    static String id(String place) {
        return PortWord.ofAddress(place).name();
    }

    /** A product without the graphs in front of its words. */
    static String bare(String product) {
        return String.join("*", List.of(product.split("\\*", -1)).stream().map(word -> id(word.strip())).toList());
    }

    /** The graph's; empty if it is not known which. */
    String name() {
        return found.found().orElse("");
    }

    /** Nothing if it is not known which. */
    Optional<DraftGraph> graph() {
        return found.found().map(graphs::get);
    }

    /** Edits a copy; {@code edit} returns a refusal, or nothing. */
    ReadResult<PresetDraft> inGraph(Function<DraftGraph, Optional<ReadResult<PresetDraft>>> edit) {
        return inGraph(edit, DraftControllers.Heads.UNCHANGED);
    }

    /** The same, when more changes besides. */
    ReadResult<PresetDraft> inGraph(Function<DraftGraph, Optional<ReadResult<PresetDraft>>> edit, DraftControllers.Heads heads) {
        if (found.found().isEmpty()) {
            return found.withoutValue();
        }
        DraftGraph copy = graphs.get(found.value()).copy();
        return edit.apply(copy).orElseGet(() -> draft.with(found.value(), copy, heads));
    }

    private ReadResult<String> find(String place, String source) {
        Set<String> named = new LinkedHashSet<>(), homes = new LinkedHashSet<>();
        for (String word : (source + "*" + place).split("\\*")) {
            PortWord address = PortWord.ofAddress(word.strip());
            String id = address.module();
            if (address.part().isPresent()) {
                named.add(address.part().get());
            } else if (graphs.containsKey(id) && !source.isEmpty()) {
                homes.add(MIX);
            } else {
                graphs.forEach((name, graph) -> {
                    if (graph.modules().containsKey(id)) {
                        homes.add(name);
                    }
                });
            }
        }
        List<String> candidates = List.copyOf(named.isEmpty() ? homes : named);
        if (candidates.isEmpty()) {
            candidates = graphs.keySet().stream().filter(name -> !name.equals(MIX)).toList();
        }
        return choose(candidates, source.isEmpty());
    }

    private ReadResult<String> choose(List<String> candidates, boolean isModule) {
        String first = candidates.getFirst();
        if (!graphs.containsKey(first)) {
            return ReadResult.refused(first, "there is no part of that name", NameSuggestion.cure(first, graphs.keySet()));
        }
        if (candidates.size() == 1) {
            return ReadResult.of(first);
        }
        boolean reachesOver = !isModule && candidates.contains(MIX);
        return reachesOver && graphs.containsKey(PatchPlan.VOICES)
                ? ReadResult.refused(first, "one is in the voices and the other in the mix", "cable to out, and from voices to the mix's module")
                : ReadResult.refused(first, "it could be in any of " + String.join(", ", candidates), "write for example " + first + "/ before it");
    }
}
