package org.chronus.presets.draft;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chronus.presets.text.Problems;
import org.chronus.presets.text.YamlNode.Field;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Text;
import org.chronus.presets.text.YamlTree;

/**
 * Sets the level of a preset in its text, and leaves every other character where it is: comments, blanks, ends of lines, order. A level that is
 * there is replaced; else a line is added below the name, or the version. Stateless; any thread but audio.
 */
public final class LevelEdit {
    private static final String LEVEL = "level", MARK = "\uFEFF";
    private static final List<String> ANCHORS = List.of("name", "chronus");
    private static final Pattern BREAK = Pattern.compile("\r\n|\r|\n");

    private LevelEdit() { }

    /** A level as a file has it, in tenths of a dB. */
    public static String text(double decibels) {
        String number = String.format(Locale.ROOT, "%.1f", decibels);
        return (number.equals("-0.0") ? "0" : number.replaceFirst("\\.0$", "")) + " dB";
    }

    /**
     * The text with another level.
     *
     * @param level as it is to be written, such as {@code -6 dB}
     * @return nothing if the text is no preset, or writes its level in a way that cannot be replaced, such as on several lines
     */
    public static Optional<String> apply(String text, String level) {
        String mark = mark(text), body = text.substring(mark.length());
        return root(body).flatMap(root -> set(new TextLines(body), root, ANCHORS, level)).filter(edited -> isRight(body, edited, level))
                .map(edited -> mark + edited);
    }

    /** What it begins with that is no character of it; empty if nothing is. */
    static String mark(String text) {
        return text.startsWith(MARK) ? MARK : "";
    }

    static Optional<Fields> root(String text) {
        return YamlTree.read(text, new Problems("", text)).filter(Fields.class::isInstance).map(Fields.class::cast);
    }

    /** The text with another level in one of its maps: in the place of the old one, else behind the first of these keys that is there. */
    static Optional<String> set(TextLines lines, Fields fields, List<String> anchors, String level) {
        Optional<Text> old = fields.find(LEVEL).filter(Text.class::isInstance).map(Text.class::cast).filter(Text::oneLine);
        if (fields.find(LEVEL).isPresent()) {
            return old.map(value -> {
                int from = lines.offset(value.place());
                return lines.text.substring(0, from) + (value.isMissing() ? " " : "") + level + lines.text.substring(end(lines, value));
            });
        }
        return anchor(fields, anchors).map(field -> {
            if (lines.text.startsWith("{", lines.offset(fields.place()))) {
                int end = end(lines, (Text) field.value());
                return lines.text.substring(0, end) + ", " + LEVEL + ": " + level + lines.text.substring(end);
            }
            return withLine(lines, field, LEVEL + ": " + level);
        });
    }

    /** Behind the last character of a value on one line, its quotes included. */
    static int end(TextLines lines, Text value) {
        return lines.offset(value.place()) + value.value().length() + (value.quoted() ? 2 : 0);
    }

    /** The field below which a new one is put. */
    private static Optional<Field> anchor(Fields fields, List<String> anchors) {
        return anchors.stream().flatMap(key -> fields.fields().stream().filter(field -> field.key().value().equals(key)))
                .filter(field -> field.value() instanceof Text value && value.oneLine() && value.place().line() == field.key().place().line())
                .findFirst();
    }

    private static String withLine(TextLines lines, Field above, String line) {
        int next = above.key().place().line();
        String text = lines.text, indent = text.substring(lines.start(next), lines.offset(above.key().place()));
        Matcher breaks = BREAK.matcher(text);
        String end = breaks.find() ? breaks.group() : "\n";
        return next < lines.count() ? text.substring(0, lines.start(next + 1)) + indent + line + end + text.substring(lines.start(next + 1))
                : text + end + indent + line;
    }

    /** Read again, only the level is another one. */
    private static boolean isRight(String before, String after, String level) {
        Optional<Fields> old = root(before), edited = root(after);
        boolean isSet = edited.flatMap(root -> root.find(LEVEL)).filter(node -> node instanceof Text value && value.value().equals(level))
                .isPresent();
        return isSet && keys(old).equals(keys(edited));
    }

    private static List<String> keys(Optional<Fields> root) {
        return root.stream().flatMap(fields -> fields.fields().stream()).map(field -> field.key().value()).filter(key -> !key.equals(LEVEL)).toList();
    }
}
