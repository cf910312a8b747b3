package org.chronus.presets.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chronus.modules.patch.plan.GraphNode;
import org.chronus.modules.patch.plan.GraphNode.BuiltIn;
import org.chronus.modules.patch.plan.GraphOrder;
import org.chronus.modules.patch.plan.GraphOrder.Loop;
import org.chronus.presets.graph.GraphBuilder.PlacedCable;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.TextPosition;

/**
 * Reports loops that do not pass through a {@code feedback} module. The pitch of the note is a node like a module: what is cabled to it
 * must not read it. For the one thread that reads the file.
 */
public final class LoopCheck {
    private LoopCheck() { }

    public static void check(GraphBuilder graph, Problems problems) {
        List<GraphNode> nodes = new ArrayList<>(graph.plans());
        if (!graph.isMix()) {
            nodes.add(BuiltIn.NOTE_PITCH);
        }
        for (Loop loop : GraphOrder.of(nodes, graph.cables().stream().map(PlacedCable::plan).toList()).loops()) {
            GraphNode first = loop.nodes().getFirst();
            String words = Stream.concat(loop.nodes().stream(), Stream.of(first)).map(GraphNode::id).collect(Collectors.joining(" -> "));
            problems.error(place(graph, loop.nodes().getLast(), first), "a loop without a feedback module: " + words,
                    "lead one of its cables through a module of type feedback, which is 64 frames late");
        }
    }

    /** Where it is written that a node reads another: at the cable, or at the module that follows the note by itself. */
    private static TextPosition place(GraphBuilder graph, GraphNode source, GraphNode target) {
        return graph.cables().stream().filter(cable -> target.inputs().contains(cable.plan().target()))
                .filter(cable -> cable.plan().sources().stream().anyMatch(source.outputs()::contains))
                .map(PlacedCable::place).findFirst()
                .orElseGet(() -> graph.modules().get(target.id()).place());
    }
}
