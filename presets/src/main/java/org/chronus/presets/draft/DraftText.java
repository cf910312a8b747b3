package org.chronus.presets.draft;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Field;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Items;
import org.chronus.presets.text.YamlNode.Text;

/** Writes the text of a draft: a module to a line, ids in a column, and quotes only where YAML needs them. Mutable; for one text. */
final class DraftText {
    private static final Pattern PLAIN = Pattern.compile("-?[A-Za-z0-9_.](?:[A-Za-z0-9_ .%*+/()'>-]*[A-Za-z0-9_.%*+/()'])?");
    private static final String STEP = "  ";
    /** Ends of lines to some, and the mark at the beginning of a file. */
    private static final String UNPRINTABLE = "\u2028\u2029\uFEFF\uFFFE\uFFFF";

    private final StringBuilder text = new StringBuilder();

    /** A key with a word or anything else that fits behind it. */
    void field(String indent, String key, YamlNode value) {
        text.append(indent).append(scalar(key)).append(": ").append(flow(value)).append('\n');
    }

    /** A key with nothing but what is indented below it. */
    void heading(String indent, String key) {
        text.append(indent).append(scalar(key)).append(":\n");
    }

    /** A key whose own keys have a line each. */
    void block(String indent, String key, YamlNode value) {
        if (value instanceof Fields fields) {
            heading(indent, key);
            fields.fields().forEach(field -> field(indent + STEP, field.key().value(), field.value()));
        } else {
            field(indent, key, value);
        }
    }

    /** Modules, then cables; what there is none of is left out. */
    void graph(String indent, DraftGraph graph) {
        if (!graph.modules().isEmpty()) {
            heading(indent, "modules");
            int widest = graph.modules().keySet().stream().mapToInt(String::length).max().orElse(0);
            graph.modules().forEach((id, settings) -> text.append(indent).append(STEP).append(id).append(": ")
                    .append(" ".repeat(widest - id.length())).append(settings(settings)).append('\n'));
        }
        if (!graph.cables().isEmpty()) {
            heading(indent, "cables");
            graph.lines().forEach(line -> text.append(indent).append(STEP).append("- ").append(scalar(line)).append('\n'));
        }
    }

    private static String settings(Map<String, String> settings) {
        return settings.entrySet().stream().map(setting -> scalar(setting.getKey()) + ": " + scalar(setting.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String flow(YamlNode node) {
        return switch (node) {
            case Text word -> scalar(word.value());
            case Items items -> items.nodes().stream().map(DraftText::flow).collect(Collectors.joining(", ", "[", "]"));
            case Fields fields -> fields(fields.fields());
        };
    }

    private static String fields(List<Field> fields) {
        return fields.stream().map(field -> scalar(field.key().value()) + ": " + flow(field.value())).collect(Collectors.joining(", ", "{", "}"));
    }

    /** Plain, or in quotes that no character breaks out of. */
    static String scalar(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        StringBuilder quoted = new StringBuilder("\"");
        word.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (Character.isISOControl(c) || UNPRINTABLE.indexOf(c) >= 0) {
                quoted.append(String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    @Override public String toString() {
        return text.toString();
    }
}
