package org.chronus.presets.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.chronus.presets.text.Problems;
import org.chronus.presets.text.TextPosition;

/**
 * The significant lines of a Scala file: those that begin with an exclamation mark are comments, and of a line of numbers only the first
 * word is read. For the one thread that reads it.
 */
final class ScalaText {
    private record Line(int number, String text) { }

    private final List<Line> lines = new ArrayList<>();
    private final Problems problems;
    private int next;

    ScalaText(String text, Problems problems) {
        this.problems = problems;
        List<String> all = text.lines().toList();
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).startsWith("!")) {
                lines.add(new Line(i + 1, all.get(i)));
            }
        }
    }

    /** True if nothing is left but blank lines. */
    boolean isAtEnd() {
        return lines.stream().skip(next).allMatch(line -> line.text.isBlank());
    }

    /** The whole of the next line; empty at the end. */
    String line() {
        return next < lines.size() ? lines.get(next++).text : "";
    }

    /** The first word of the next line; at the end, where {@code what} should be, an error (if it is the first), and empty. */
    String word(String what) {
        if (next >= lines.size()) {
            if (!problems.hasErrors()) {
                problems.error(TextPosition.WHOLE_FILE, "it ends where " + what + " should be", "is it complete?");
            }
            return "";
        }
        String text = lines.get(next++).text.strip();
        return text.isEmpty() ? "" : text.split("\\s+", 2)[0];
    }

    /** An error about the line that was read last. */
    void error(String what, String cure) {
        Line line = lines.get(Math.max(0, next - 1));
        int indent = line.text.length() - line.text.stripLeading().length();
        problems.error(new TextPosition(line.number, indent + 1), what, cure);
    }

    /** A whole number of a range from the next line, or an error. */
    OptionalInt whole(String what, int least, int most) {
        String word = word(what);
        try {
            int value = Integer.parseInt(word);
            if (value >= least && value <= most) {
                return OptionalInt.of(value);
            }
        } catch (NumberFormatException e) {
            // Said below, with the same words.
        }
        if (!problems.hasErrors()) {
            error(Problems.quote(word) + " is not " + what, "write a whole number from " + least + " to " + most);
        }
        return OptionalInt.empty();
    }

    /** A finite number of a range, or an error. */
    OptionalDouble real(String what, double least, double most) {
        String word = word(what);
        try {
            double value = Double.parseDouble(word);
            if (value >= least && value <= most) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException e) {
            // Said below, with the same words.
        }
        if (!problems.hasErrors()) {
            error(Problems.quote(word) + " is not " + what, "write a number from " + least + " to " + most);
        }
        return OptionalDouble.empty();
    }
}
