package org.chronus.presets;

import java.util.List;
import java.util.Optional;

/** A piece of a YAML file: words, lists and maps, each with its place. Whatever a word may mean, here it is text. */
sealed interface Node {
    Place place();

    /**
     * A word or a line of words.
     *
     * @param quoted  true if it stands in quotes
     * @param oneLine true if it begins and ends on one line, as it is written
     */
    record Text(Place place, String value, boolean quoted, boolean oneLine) implements Node {
        /** The place of a character within it; its own place if the file writes it in another way. */
        Place at(int index) {
            return oneLine ? place.right((quoted ? 1 : 0) + value.codePointCount(0, Math.clamp(index, 0, value.length()))) : place;
        }

        /** True for a key with nothing behind its colon. */
        boolean isMissing() {
            return value.isEmpty() && !quoted;
        }
    }

    /** A list; in brackets commas part its items. */
    record Items(Place place, List<Node> nodes, boolean inBrackets) implements Node { }

    /** A map with its keys in the order of the file, each key once. */
    record Fields(Place place, List<Field> fields) implements Node {
        Optional<Node> find(String key) {
            return fields.stream().filter(field -> field.key().value().equals(key)).map(Field::value).findFirst();
        }
    }

    /** A key and what it stands for. */
    record Field(Text key, Node value) { }
}
