package org.chronus.presets.tuning;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chronus.presets.text.Problems;
import org.chronus.presets.text.TextPosition;

/**
 * The significant lines of a Scala file: those that begin with an exclamation mark are comments, and of a line of numbers what follows the
 * first number is one. For the one thread that reads it.
 */
final class ScalaText {
    private static final String UTF_8_MARK = "\u00EF\u00BB\u00BF", END_OF_FILE = "\u001A";
    /** What may follow a whole number: nothing that could be meant as a part of it. */
    private static final Pattern WHOLE = Pattern.compile("([+-]?\\d+)(?:\\.0*)?(?:[\\s!(;#].*)?", Pattern.DOTALL);
    private static final Pattern REAL = Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)(?![.,:/]?\\d).*", Pattern.DOTALL);

    private record Line(int number, String text) { }

    private final List<Line> lines = new ArrayList<>();
    private final Problems problems;
    private int next;

    ScalaText(String text, Problems problems) {
        this.problems = problems;
        List<String> all = text.lines().toList();
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).stripLeading().startsWith("!")) {
                lines.add(new Line(i + 1, all.get(i)));
            }
        }
    }

    /** Scala's files are in Latin-1, which any bytes are; editors add marks of other encodings, and old ones a mark of the end. */
    static String decode(byte[] bytes) {
        boolean isWide = bytes.length >= 2 && (bytes[0] == -1 && bytes[1] == -2 || bytes[0] == -2 && bytes[1] == -1);
        Charset charset = isWide ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
        String text = new String(bytes, charset);
        text = text.startsWith(UTF_8_MARK) ? text.substring(UTF_8_MARK.length()) : text;
        return text.endsWith(END_OF_FILE) ? text.substring(0, text.length() - 1) : text;
    }

    /** True if nothing is left but blank lines. */
    boolean isAtEnd() {
        return lines.stream().skip(next).allMatch(line -> line.text.isBlank());
    }

    /** The whole of the next line; empty at the end. */
    String line() {
        return next < lines.size() ? lines.get(next++).text : "";
    }

    /**
     * The next line that is not blank, without blanks at its ends; at the end, where {@code what} should be, an error (if it is the first), and
     * empty.
     */
    String value(String what) {
        while (next < lines.size() && lines.get(next).text.isBlank()) {
            next++;
        }
        if (next >= lines.size()) {
            if (!problems.hasErrors()) {
                problems.error(TextPosition.WHOLE_FILE, "it ends where " + what + " should be", "is it complete?");
            }
            return "";
        }
        return line().replace('\u00A0', ' ').strip();
    }

    /** An error about the line that was read last. */
    void error(String what, String cure) {
        problems.error(place(), what, cure);
    }

    /** A warning about the line that was read last. */
    void warning(String what, String cure) {
        problems.warning(place(), what, cure);
    }

    private TextPosition place() {
        Line line = lines.get(Math.max(0, next - 1));
        return new TextPosition(line.number, line.text.length() - line.text.stripLeading().length() + 1);
    }

    /** A whole number of a range from the next line, or an error. */
    OptionalInt whole(String what, int least, int most) {
        String value = value(what);
        OptionalInt number = whole(value);
        if (number.isPresent() && number.getAsInt() >= least && number.getAsInt() <= most) {
            return number;
        }
        if (!problems.hasErrors()) {
            error(quote(value) + " is not " + what, "write a whole number from " + least + " to " + most);
        }
        return OptionalInt.empty();
    }

    /** The whole number that a line begins with. */
    static OptionalInt whole(String value) {
        Matcher matcher = WHOLE.matcher(value);
        try {
            return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            // More than an int holds is beyond every range.
            return OptionalInt.empty();
        }
    }

    /** A finite number of a range, or an error. */
    OptionalDouble real(String what, double least, double most) {
        String value = value(what);
        Matcher matcher = REAL.matcher(value);
        double number = matcher.matches() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
        if (number >= least && number <= most) {
            return OptionalDouble.of(number);
        }
        if (!problems.hasErrors()) {
            error(quote(value) + " is not " + what, "write a number from " + least + " to " + most + ", with a point and no comma");
        }
        return OptionalDouble.empty();
    }

    /** What a line says, without its comment, as messages show it. */
    static String quote(String value) {
        String shown = value.split("!", 2)[0].strip();
        return shown.isEmpty() ? "a blank line" : Problems.quote(shown);
    }
}
