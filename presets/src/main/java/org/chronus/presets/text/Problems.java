package org.chronus.presets.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The problems found so far in one file. For the one thread that reads it. */
public final class Problems {
    /** More than anybody reads; a damaged file could have a million. */
    private static final int MOST = 100;
    private static final int LONGEST_QUOTE = 40;

    private final String file;
    private final List<String> lines;
    private final List<Problem> found = new ArrayList<>();
    private boolean failed;

    public Problems(String file, String text) {
        this.file = clean(file);
        lines = text.lines().toList();
    }

    public void error(TextPosition place, String what, String cure) {
        failed = true;
        add(place, Severity.ERROR, what, cure);
    }

    public void warning(TextPosition place, String what, String cure) {
        add(place, Severity.WARNING, what, cure);
    }

    /** Those of another file that this one names. */
    public void include(List<Problem> others) {
        for (Problem other : others) {
            failed |= other.severity() == Severity.ERROR;
            if (!isFull()) {
                found.add(other);
            }
        }
    }

    /** True if further problems are not kept. */
    public boolean isFull() {
        return found.size() > MOST;
    }

    public boolean hasErrors() {
        return failed;
    }

    /** A line of the file, counted from 1; empty if there is no such line. */
    String line(int number) {
        return number < 1 || number > lines.size() ? "" : lines.get(number - 1);
    }

    /** In the order of the file; then those of others. */
    public List<Problem> list() {
        List<Problem> sorted = new ArrayList<>(isFull() ? found.subList(0, MOST) : found);
        sorted.sort(Comparator.comparing((Problem problem) -> !problem.file().equals(file)).thenComparingInt(Problem::line)
                .thenComparingInt(Problem::column));
        if (isFull()) {
            sorted.add(new Problem(file, 0, 0, failed ? Severity.ERROR : Severity.WARNING, "there are more problems", "correct these first", ""));
        }
        return sorted;
    }

    /** A word of the file as messages show it: of bounded length. */
    public static String quote(String word) {
        return word.length() <= LONGEST_QUOTE ? word : word.substring(0, LONGEST_QUOTE) + "...";
    }

    private void add(TextPosition place, Severity severity, String what, String cure) {
        if (found.size() <= MOST) {
            found.add(new Problem(file, place.line(), place.column(), severity, clean(what), clean(cure), line(place.line())));
        }
    }

    /** What is said is one line, and no file may send escape sequences to a terminal. */
    public static String clean(String message) {
        return message.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
