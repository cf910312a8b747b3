package org.chronus.presets.text;

import java.util.List;
import java.util.Optional;

/** A node of a YAML file: text, a list or a map, with its position. Scalars are not typed. Immutable; any thread. */
public sealed interface YamlNode {
    TextPosition place();

    /**
     * A word or a line of words.
     *
     * @param quoted  true if it stands in quotes
     * @param oneLine true if it begins and ends on one line, as it is written
     */
    record Text(TextPosition place, String value, boolean quoted, boolean oneLine) implements YamlNode {
        /** The place of a character within it; its own place if the file writes it in another way. */
        public TextPosition at(int index) {
            return oneLine ? place.right((quoted ? 1 : 0) + value.codePointCount(0, Math.clamp(index, 0, value.length()))) : place;
        }

        /** True for a key with nothing behind its colon. */
        public boolean isMissing() {
            return value.isEmpty() && !quoted;
        }
    }

    /** A list; in brackets commas part its items. */
    record Items(TextPosition place, List<YamlNode> nodes, boolean inBrackets) implements YamlNode { }

    /** A map with its keys in the order of the file, each key once. */
    record Fields(TextPosition place, List<Field> fields) implements YamlNode {
        public Optional<YamlNode> find(String key) {
            return fields.stream().filter(field -> field.key().value().equals(key)).map(Field::value).findFirst();
        }
    }

    /** A key and what it stands for. */
    record Field(Text key, YamlNode value) { }
}
