package org.chronus.instrument.diagram;

/**
 * A part or the mix with its boxes where they stand. Immutable.
 *
 * @param name of the part; {@code mix}
 * @param line what else is said of it
 */
record Frame(String name, String line, BoxLayout layout) {
    private static final double HEADING = 40, MARGIN = 20;

    double width() {
        return Math.max(layout.width(), (name.length() + 3 + line.length()) * Box.LETTER) + 2 * MARGIN;
    }

    double height() {
        return layout.height() + HEADING + MARGIN;
    }

    /** From its left edge to the left edge of its boxes. */
    static double left() {
        return MARGIN;
    }

    /** From its top edge to the top edge of its boxes. */
    static double top() {
        return HEADING;
    }
}
