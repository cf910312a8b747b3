package org.chronus.modules.patch.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.chronus.modules.NoteSignal;
import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;

/**
 * The topological order of a graph: every node after those that it reads, otherwise as given; and the loops that have none. What enters
 * a {@code feedback} module is not waited for. Immutable once made; any thread but the audio thread.
 */
public final class GraphOrder {
    private final Map<GraphNode, Set<GraphNode>> sources = new HashMap<>();
    private final List<GraphNode> ordered = new ArrayList<>();
    private final List<Loop> loops = new ArrayList<>();
    private final Set<GraphNode> done = new HashSet<>();
    private final List<GraphNode> path = new ArrayList<>();

    /** Nodes each of which reads the one before it; the first reads the last. */
    public record Loop(List<GraphNode> nodes) {
        /** Copies the list. */
        public Loop {
            nodes = List.copyOf(nodes);
        }
    }

    private GraphOrder(List<? extends GraphNode> nodes, List<CablePlan> cables) {
        Map<Source, GraphNode> writers = new HashMap<>();
        Map<Target, GraphNode> readers = new HashMap<>();
        for (GraphNode node : nodes) {
            node.outputs().forEach(output -> writers.put(output, node));
            node.inputs().forEach(input -> readers.put(input, node));
            sources.put(node, new TreeSet<>(Comparator.comparing(GraphNode::id)));
        }
        for (CablePlan cable : cables) {
            cable.sources().forEach(source -> connect(writers.get(source), readers.get(cable.target())));
        }
        for (GraphNode node : nodes) {
            if (node instanceof ModulePlan module) {
                for (NoteSignal signal : module.followed()) {
                    connect(writers.get(new Source.NoteOutput(signal)), module);
                }
            }
        }
        nodes.forEach(this::visit);
    }

    /** The order of these nodes; cables that begin or end elsewhere do not count. Of nodes that may come in any order the first goes first. */
    public static GraphOrder of(List<? extends GraphNode> nodes, List<CablePlan> cables) {
        return new GraphOrder(nodes, cables);
    }

    /**
     * The nodes in running order.
     *
     * @throws IllegalArgumentException if a loop does not pass through a feedback module
     */
    public List<GraphNode> nodes() {
        if (!loops.isEmpty()) {
            throw new IllegalArgumentException("the loop through " + loops.getFirst().nodes().getFirst().id() + " has no feedback module in it");
        }
        return List.copyOf(ordered);
    }

    /** Loops that do not pass through a feedback module; each node of the first one found begins it. */
    public List<Loop> loops() {
        return List.copyOf(loops);
    }

    private void connect(GraphNode source, GraphNode target) {
        if (source != null && target != null && !target.isFeedback()) {
            sources.get(target).add(source);
        }
    }

    private void visit(GraphNode node) {
        int begin = path.indexOf(node);
        if (begin >= 0) {
            // The path leads from readers to what they read: against the signal.
            List<GraphNode> loop = new ArrayList<>(path.subList(begin + 1, path.size()).reversed());
            loop.addFirst(node);
            loops.add(new Loop(loop));
        } else if (!done.contains(node)) {
            path.add(node);
            sources.get(node).forEach(this::visit);
            path.removeLast();
            done.add(node);
            ordered.add(node);
        }
    }
}
