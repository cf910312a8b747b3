package org.chronus.presets.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chronus.presets.graph.GraphBuilder.Laid;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.TextPosition;

/**
 * Finds loops that do not pass through a {@code feedback} module. The pitch of the note counts as a module: whoever is cabled to it must
 * not read it.
 */
public final class LoopCheck {
    private static final String NOTE = "note.pitch";

    private final GraphBuilder graph;
    private final Problems problems;
    private final Map<String, Map<String, TextPosition>> targets = new HashMap<>();
    private final List<String> path = new ArrayList<>();
    private final Set<String> done = new HashSet<>();

    private LoopCheck(GraphBuilder graph, Problems problems) {
        this.graph = graph;
        this.problems = problems;
    }

    public static void check(GraphBuilder graph, Problems problems) {
        LoopCheck check = new LoopCheck(graph, problems);
        graph.cables().forEach(check::add);
        graph.modules().values().forEach(check::addFollowers);
        graph.modules().keySet().forEach(id -> check.visit(id, graph.place()));
    }

    private void add(Laid cable) {
        String port = cable.plan().target();
        String target = node(port);
        GraphBuilder.Placed placed = graph.modules().get(target);
        boolean delayed = placed != null && placed.plan().type().equals("feedback") && port.endsWith(".in");
        if (!delayed) {
            cable.plan().sources().forEach(source -> connect(node(source), target, cable.place()));
        }
    }

    private void addFollowers(GraphBuilder.Placed placed) {
        placed.shape().ifPresent(shape -> shape.inputs().values().forEach(input -> {
            if (input.follows().equals(NOTE) && !placed.plan().values().containsKey(input.symbol()) && !graph.isMix()) {
                connect(NOTE, placed.plan().id(), placed.place());
            }
        }));
    }

    private void connect(String source, String target, TextPosition place) {
        targets.computeIfAbsent(source, key -> new LinkedHashMap<>()).putIfAbsent(target, place);
    }

    private static String node(String port) {
        return port.equals(NOTE) ? NOTE : GraphBuilder.moduleOf(port);
    }

    private void visit(String id, TextPosition place) {
        int begin = path.indexOf(id);
        if (begin >= 0) {
            String loop = String.join(" -> ", path.subList(begin, path.size())) + " -> " + id;
            problems.error(place, "a loop without a feedback module: " + loop,
                    "lead one of its cables through a module of type feedback, which is 64 frames late");
        } else if (!done.contains(id)) {
            path.add(id);
            targets.getOrDefault(id, Map.of()).forEach(this::visit);
            path.removeLast();
            done.add(id);
        }
    }
}
