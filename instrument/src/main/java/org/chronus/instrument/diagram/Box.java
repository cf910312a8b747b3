package org.chronus.instrument.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * A box of the picture: a module, or where a graph begins or ends. It has a heading, rows on its left side, and outputs on its right. Lengths are in
 * pixels of the picture. Mutable until its graph is complete; one thread.
 */
final class Box {
    /** The advance of a letter of the picture's font, which is of fixed width. */
    static final double LETTER = 7.3;
    static final double HEADING = 26, ROW = 17;
    private static final double MARGIN = 10, FOOT = 5;
    private static final String ONLY = "out";

    /** What a row is about: a port or a setting, what a cable adds to the port above it, or what a controller does to that. */
    enum About { PORT, CABLE, CONTROLLER }

    /** A line of text in the box. */
    record Row(String text, About about) {
        /** What is said of a port is indented. */
        String shown() {
            return about == About.PORT ? text : "  " + text;
        }
    }

    final String name;
    final String type;
    /** What its title says. */
    final String meaning;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> outputs;

    Box(String name, String type, String meaning, List<String> outputs) {
        this.name = name;
        this.type = type;
        this.meaning = meaning;
        this.outputs = List.copyOf(outputs);
    }

    /** Returns its number. */
    int add(Row row) {
        rows.add(row);
        return rows.size() - 1;
    }

    List<Row> rows() {
        return rows;
    }

    List<String> outputs() {
        return outputs;
    }

    /** True if its output has a row of its own: one that is just its sound is at the heading. */
    boolean namesOutputs() {
        return !outputs.isEmpty() && !outputs.equals(List.of(ONLY));
    }

    /** The type in the heading: of a plugin, whose address is long, how it is hosted and the end of that. */
    String shownType() {
        int colon = type.indexOf(':'), last = Math.max(type.lastIndexOf('/'), Math.max(type.lastIndexOf('#'), type.lastIndexOf(':')));
        return colon < 0 || last == colon ? type : type.substring(0, colon + 1) + "\u2026" + type.substring(last);
    }

    double width() {
        int letters = name.length() + 2 + shownType().length();
        for (int i = 0; i < lines(); i++) {
            int left = i < rows.size() ? rows.get(i).shown().length() : 0;
            letters = Math.max(letters, left + (namesOutputs() && i < outputs.size() ? outputs.get(i).length() + 2 : 0));
        }
        return Math.ceil(letters * LETTER) + 2 * MARGIN;
    }

    double height() {
        return HEADING + lines() * ROW + (lines() > 0 ? FOOT : 0);
    }

    private int lines() {
        return Math.max(rows.size(), namesOutputs() ? outputs.size() : 0);
    }

    /** The middle of a row, below its top edge. */
    static double middle(int row) {
        return HEADING + row * ROW + ROW / 2;
    }

    /** Where a cable leaves it, below its top edge. */
    double outputMiddle(String symbol) {
        return namesOutputs() ? middle(Math.max(0, outputs.indexOf(symbol))) : HEADING / 2;
    }
}
