package org.chronus.instrument.diagram;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the boxes and cables of a graph stand, from the upper left corner of the whole. Immutable.
 *
 * @param boxes  their upper left corners, in the order of the graph
 * @param cables all of them
 * @param curves of each cable one from each box that it comes from, as cubic splines: a point, then three to each piece
 */
record BoxLayout(Map<Box, Point> boxes, List<Cable> cables, Map<Cable, List<List<Point>>> curves, double width, double height) {
    /** From a box's edge to its letters. */
    static final double INDENT = 10;

    /** A place in the picture; y grows downwards. */
    record Point(double x, double y) {
        Point plus(Point other) {
            return new Point(x + other.x, y + other.y);
        }
    }

    /** From places anywhere: the whole is moved to where nothing is left of or above it. */
    static BoxLayout of(Map<Box, Point> boxes, List<Cable> cables, Map<Cable, List<List<Point>>> curves) {
        List<Point> drawn = Stream.concat(
                boxes.entrySet().stream().flatMap(each -> Stream.of(each.getValue(), lowerRight(each.getKey(), each.getValue()))),
                curves.values().stream().flatMap(List::stream).flatMap(List::stream)).toList();
        double left = drawn.stream().mapToDouble(Point::x).min().orElse(0), top = drawn.stream().mapToDouble(Point::y).min().orElse(0);
        double right = drawn.stream().mapToDouble(Point::x).max().orElse(0), bottom = drawn.stream().mapToDouble(Point::y).max().orElse(0);
        Point moved = new Point(-left, -top);
        Map<Box, Point> places = new LinkedHashMap<>();
        boxes.forEach((box, place) -> places.put(box, place.plus(moved)));
        Map<Cable, List<List<Point>>> ways = new HashMap<>();
        curves.forEach((cable, all) -> ways.put(cable, all.stream().map(curve -> curve.stream().map(moved::plus).toList()).toList()));
        return new BoxLayout(places, cables, ways, right - left, bottom - top);
    }

    private static Point lowerRight(Box box, Point place) {
        return place.plus(new Point(box.width(), box.height()));
    }

    List<List<Point>> curves(Cable cable) {
        return curves.get(cable);
    }
}
