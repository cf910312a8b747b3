package org.chronus.instrument.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What becomes of a {@link Request}. Immutable; any thread. */
public sealed interface Answer {
    /**
     * It is done.
     *
     * @param values   texts, numbers, truths, and lists of texts or of such values, by their names, in the order that the request names
     * @param warnings lines: it is done, but perhaps not what was meant
     */
    record Done(SequencedMap<String, Object> values, List<String> warnings) implements Answer {
        /** Names and values by turns. */
        static Done of(Object... namesAndValues) {
            SequencedMap<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                values.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
            return new Done(values, List.of());
        }

        /** The same with warnings. */
        Done warning(List<String> lines) {
            return new Done(values, lines);
        }
    }

    /**
     * It is not done, and nothing has changed.
     *
     * @param reason one line: what is wrong, and what to do
     */
    record Refusal(String reason) implements Answer { }
}
