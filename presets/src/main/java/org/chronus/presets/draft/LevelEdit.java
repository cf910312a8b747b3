package org.chronus.presets.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chronus.presets.text.Problems;
import org.chronus.presets.text.TextPosition;
import org.chronus.presets.text.YamlNode.Field;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Text;
import org.chronus.presets.text.YamlTree;

/**
 * Sets the level of a preset in its text, and leaves every other character where it is: comments, blanks, ends of lines, order. A level that is
 * there is replaced; else a line is added below the name, or the version. Stateless; any thread but audio.
 */
public final class LevelEdit {
    private static final String LEVEL = "level", VERSION = "chronus", NAME = "name", MARK = "\uFEFF";
    private static final Pattern BREAK = Pattern.compile("\r\n|\r|\n");

    private final String text;
    /** Where each line begins, in {@code text}. */
    private final List<Integer> lines = new ArrayList<>(List.of(0));

    private LevelEdit(String text) {
        this.text = text;
        Matcher breaks = BREAK.matcher(text);
        while (breaks.find()) {
            lines.add(breaks.end());
        }
    }

    /**
     * The text with another level.
     *
     * @param level as it is to be written, such as {@code -6 dB}
     * @return nothing if the text is no preset, or writes its level in a way that cannot be replaced, such as on several lines
     */
    public static Optional<String> apply(String text, String level) {
        String mark = text.startsWith(MARK) ? MARK : "", body = text.substring(mark.length());
        return root(body).flatMap(root -> new LevelEdit(body).apply(root, level)).filter(edited -> isRight(body, edited, level))
                .map(edited -> mark + edited);
    }

    private static Optional<Fields> root(String text) {
        return YamlTree.read(text, new Problems("", text)).filter(Fields.class::isInstance).map(Fields.class::cast);
    }

    private Optional<String> apply(Fields root, String level) {
        Optional<Text> old = root.find(LEVEL).filter(Text.class::isInstance).map(Text.class::cast).filter(Text::oneLine);
        if (root.find(LEVEL).isPresent()) {
            return old.map(value -> {
                int from = offset(value.place()), length = value.value().length() + (value.quoted() ? 2 : 0);
                return text.substring(0, from) + (value.isMissing() ? " " : "") + level + text.substring(from + length);
            });
        }
        return anchor(root).map(field -> {
            boolean inBraces = text.startsWith("{", offset(root.place()));
            Text value = (Text) field.value();
            if (inBraces) {
                int end = offset(value.place()) + value.value().length() + (value.quoted() ? 2 : 0);
                return text.substring(0, end) + ", " + LEVEL + ": " + level + text.substring(end);
            }
            return withLine(field, LEVEL + ": " + level);
        });
    }

    /** The field below which a new one is put. */
    private static Optional<Field> anchor(Fields root) {
        return List.of(NAME, VERSION).stream().flatMap(key -> root.fields().stream().filter(field -> field.key().value().equals(key)))
                .filter(field -> field.value() instanceof Text value && value.oneLine() && value.place().line() == field.key().place().line())
                .findFirst();
    }

    private String withLine(Field above, String line) {
        int next = above.key().place().line(), start = lines.get(next - 1);
        String indent = text.substring(start, offset(above.key().place()));
        Matcher breaks = BREAK.matcher(text);
        String end = breaks.find() ? breaks.group() : "\n";
        return next < lines.size() ? text.substring(0, lines.get(next)) + indent + line + end + text.substring(lines.get(next))
                : text + end + indent + line;
    }

    private int offset(TextPosition place) {
        return text.offsetByCodePoints(lines.get(place.line() - 1), place.column() - 1);
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
