package org.chronus.presets.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.chronus.modules.Input;
import org.chronus.modules.Unit;
import org.chronus.presets.graph.GraphBuilder.Laid;
import org.chronus.presets.graph.GraphBuilder.Placed;
import org.chronus.presets.text.Problems;

/**
 * Looks at a whole part, or the mix, for what no single line shows: that it cannot be heard, or that a shared module listens to a voice.
 */
public final class GraphCheck {
    private static final String NOTE = "note";

    private final GraphBuilder graph;
    private final Set<String> controlled;
    private final Problems problems;

    /** @param controlled every {@code module.port} that a controller sets */
    public GraphCheck(GraphBuilder graph, Set<String> controlled, Problems problems) {
        this.graph = graph;
        this.controlled = controlled;
        this.problems = problems;
    }

    /** No shared module listens to a voice. */
    public void checkShared() {
        graph.modules().values().stream().filter(placed -> placed.plan().perPatch()).forEach(this::shared);
    }

    /**
     * What is there can be heard.
     *
     * @param silent true if nothing need be
     */
    public void checkHeard(boolean silent) {
        Set<String> heard = heard();
        boolean reaches = graph.cables().stream().anyMatch(cable -> GraphBuilder.moduleOf(cable.plan().target()).equals("out"));
        if (!reaches && !silent && !graph.isIncomplete()) {
            String last = graph.modules().isEmpty() ? "amp" : List.copyOf(graph.modules().keySet()).getLast();
            problems.error(graph.place(), graph.isMix() ? "in the mix nothing reaches out" : "nothing reaches out",
                    "cable the last module to it, such as \"" + (graph.isMix() && graph.modules().isEmpty() ? "voices" : last) + " -> out\"");
        }
        if (reaches && graph.isMix() && !graph.isIncomplete()) {
            parts(heard);
        }
        for (Placed placed : graph.modules().values()) {
            if (reaches && !graph.isIncomplete() && !heard.contains(placed.plan().id())) {
                problems.warning(placed.place(), placed.plan().id() + " reaches no output", "cable it to something that does, or remove it");
            }
            gains(placed);
        }
    }

    private Set<String> heard() {
        Set<String> heard = new HashSet<>(Set.of("out", NOTE));
        int before;
        do {
            before = heard.size();
            for (Laid cable : graph.cables()) {
                if (heard.contains(GraphBuilder.moduleOf(cable.plan().target()))) {
                    cable.plan().sources().forEach(source -> heard.add(GraphBuilder.moduleOf(source)));
                }
            }
        } while (heard.size() > before);
        return heard;
    }

    private void parts(Set<String> heard) {
        if (heard.contains("voices")) {
            return;
        }
        List<String> lost = graph.parts().stream().filter(part -> !heard.contains(part)).toList();
        if (lost.size() == graph.parts().size()) {
            problems.error(graph.place(), "in the mix no part reaches out", "begin with a cable such as \"voices -> out\"");
        } else {
            lost.stream().filter(part -> !part.equals("voices")).forEach(part -> problems.warning(graph.place(),
                    "in the mix the part " + part + " reaches no output", "cable it: " + part + " -> out"));
        }
    }

    private void gains(Placed placed) {
        placed.shape().ifPresent(shape -> shape.inputs().values().forEach(input -> gain(placed, input)));
    }

    private void gain(Placed placed, Input input) {
        String port = placed.plan().id() + "." + input.symbol();
        double value = placed.plan().values().getOrDefault(input.symbol(), (float) input.normally());
        boolean moved = controlled.contains(port) || graph.cables().stream().anyMatch(cable -> cable.plan().target().equals(port));
        if (input.unit() == Unit.GAIN && input.normally() == 0 && input.follows().isEmpty() && value == 0 && !moved && !graph.isIncomplete()) {
            problems.error(placed.place(), port + " is 0 and nothing is cabled to it",
                    "cable an envelope to it, \"env -> " + port + "\", or write " + input.symbol() + ": 1");
        }
    }

    private void shared(Placed placed) {
        String id = placed.plan().id();
        String cure = "remove per: patch from " + id;
        for (Laid cable : graph.cables()) {
            if (GraphBuilder.moduleOf(cable.plan().target()).equals(id)) {
                cable.plan().sources().stream().filter(this::isOfAVoice).forEach(source -> problems.error(cable.place(),
                        id + " is per: patch and cannot hear a single voice's " + source, cure));
            }
        }
        placed.shape().ifPresent(shape -> shape.inputs().values().forEach(input -> {
            if (input.follows().startsWith(NOTE + ".") && !placed.plan().values().containsKey(input.symbol())) {
                problems.error(placed.place(), id + " is per: patch and cannot hear a single voice's " + input.follows(),
                        cure + ", or give it a " + input.symbol() + " of its own");
            }
        }));
    }

    private boolean isOfAVoice(String source) {
        String id = GraphBuilder.moduleOf(source);
        Placed placed = graph.modules().get(id);
        return id.equals(NOTE) || placed != null && !placed.plan().perPatch();
    }
}
