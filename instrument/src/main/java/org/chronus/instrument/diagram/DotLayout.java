package org.chronus.instrument.diagram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chronus.instrument.diagram.BoxLayout.Point;
import org.graphper.api.Graphviz;
import org.graphper.api.Line;
import org.graphper.api.Node;
import org.graphper.api.attributes.Layout;
import org.graphper.api.attributes.NodeShapeEnum;
import org.graphper.api.attributes.Port;
import org.graphper.api.attributes.Rankdir;
import org.graphper.api.attributes.Splines;
import org.graphper.draw.DrawGraph;
import org.graphper.draw.ExecuteException;
import org.graphper.draw.LineDrawProp;
import org.graphper.draw.NodeDrawProp;

/**
 * Finds places for the boxes of a graph, in layers from left to right, and ways for its cables, by the algorithm of Graphviz's dot as graph-support
 * has it. Only this type knows that library. One use; one thread.
 */
final class DotLayout {
    private static final double INCH = 72, BETWEEN_BOXES = 22, BETWEEN_LAYERS = 60;
    /** Points of a piece of a spline. */
    private static final int PIECE = 3;
    /** Many times those of any factory preset; they take seconds, and four times as many take minutes. */
    private static final int MOST_WAYS = 1_000;

    private final BoxGraph graph;
    private final Map<Box, Node> nodes = new LinkedHashMap<>();
    /** One for all cables between two boxes. */
    private final Map<Way, Line> lines = new LinkedHashMap<>();

    private record Way(Box from, Box to) { }

    private DotLayout(BoxGraph graph) {
        this.graph = graph;
        graph.boxes().forEach(box -> nodes.put(box, node(box, nodes.size())));
        graph.cables().forEach(cable -> cable.ends().forEach(end ->
                lines.computeIfAbsent(new Way(end.box(), cable.box()), way -> line(way, lines.size()))));
    }

    static BoxLayout of(BoxGraph graph) throws DiagramTooLarge {
        DotLayout layout = new DotLayout(graph);
        if (layout.lines.size() > MOST_WAYS) {
            throw new DiagramTooLarge(layout.lines.size(), MOST_WAYS);
        }
        return graph.boxes().isEmpty() ? new BoxLayout(Map.of(), List.of(), Map.of(), 0, 0) : layout.layout();
    }

    /** Names keep the library from an order by chance. */
    private static Node node(Box box, int number) {
        return Node.builder().id("box-" + number).shape(NodeShapeEnum.RECT).fixedSize(true)
                .width(box.width() / INCH).height(box.height() / INCH).build();
    }

    private Line line(Way way, int number) {
        return Line.builder(nodes.get(way.from()), nodes.get(way.to())).id("way-" + number).tailPort(Port.EAST).headPort(Port.WEST).build();
    }

    private BoxLayout layout() {
        Graphviz.GraphvizBuilder builder = Graphviz.digraph().rankdir(Rankdir.LR).splines(Splines.SPLINE).nodeSep(BETWEEN_BOXES / INCH)
                .rankSep(BETWEEN_LAYERS / INCH);
        nodes.values().forEach(builder::addNode);
        lines.forEach((way, line) -> {
            if (way.from() != way.to()) {
                builder.addLine(line);
            }
        });
        DrawGraph drawn = run(builder.build());

        Map<Box, Point> places = new LinkedHashMap<>();
        for (Map.Entry<Box, Node> each : nodes.entrySet()) {
            NodeDrawProp place = drawn.getNodeDrawProp(each.getValue());
            places.put(each.getKey(), new Point(place.getX() - each.getKey().width() / 2, place.getY() - each.getKey().height() / 2));
        }
        Map<Cable, List<List<Point>>> curves = new HashMap<>();
        for (Cable cable : graph.cables()) {
            curves.put(cable, cable.ends().stream().map(end -> end.box() == cable.box()
                    ? loop(begin(places, end), end(places, cable), places.get(cable.box()).y() - BETWEEN_BOXES / 2)
                    : curve(drawn.getLineDrawProp(lines.get(new Way(end.box(), cable.box()))), begin(places, end), end(places, cable))).toList());
        }
        return BoxLayout.of(places, graph.cables(), curves);
    }

    private static DrawGraph run(Graphviz graph) {
        try {
            return Layout.DOT.getLayoutEngine().layout(graph);
        } catch (ExecuteException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Point begin(Map<Box, Point> places, Cable.End end) {
        return places.get(end.box()).plus(new Point(end.box().width(), end.box().outputMiddle(end.output())));
    }

    private static Point end(Map<Box, Point> places, Cable cable) {
        return places.get(cable.box()).plus(new Point(0, Box.middle(cable.row())));
    }

    /**
     * From port to port. The library leads from the middle of a side to the middle of another, and may begin with the target: only what is between
     * the first piece and the last stays as it is, and at its ports a cable is level.
     */
    private static List<Point> curve(LineDrawProp line, Point begin, Point end) {
        List<Point> points = new ArrayList<>();
        line.forEach(point -> points.add(new Point(point.getX(), point.getY())));
        if (distance(points.getFirst(), begin) > distance(points.getLast(), begin)) {
            Collections.reverse(points);
        }
        int last = points.size() - 1;
        points.set(0, begin);
        points.set(last, end);
        points.set(1, new Point((begin.x() + points.get(PIECE).x()) / 2, begin.y()));
        points.set(last - 1, new Point((points.get(last - PIECE).x() + end.x()) / 2, end.y()));
        return points;
    }

    /** From a box to itself, around its upper edge. */
    private static List<Point> loop(Point begin, Point end, double top) {
        double right = begin.x() + BETWEEN_BOXES, left = end.x() - BETWEEN_BOXES;
        return List.of(begin, new Point(right, begin.y()), new Point(right, top), new Point((begin.x() + end.x()) / 2, top), new Point(left, top),
                new Point(left, end.y()), end);
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }
}
