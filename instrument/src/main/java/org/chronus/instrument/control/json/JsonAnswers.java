package org.chronus.instrument.control.json;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.chronus.instrument.control.Answer;
import tools.jackson.databind.json.JsonMapper;

/** Makes lines of answers. Stateless; any thread. */
public final class JsonAnswers {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonAnswers() { }

    /** {@code {"done":{...}}}, with warnings if there are any, or {@code {"refused":"..."}}; ends with the line. */
    public static byte[] line(Answer answer) {
        return (MAPPER.writeValueAsString(object(answer)) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The same as names and values. */
    public static Map<String, Object> object(Answer answer) {
        Map<String, Object> line = new LinkedHashMap<>();
        switch (answer) {
            case Answer.Done done -> {
                line.put("done", nested(done.values()));
                if (!done.warnings().isEmpty()) {
                    line.put("warnings", done.warnings());
                }
            }
            case Answer.Refusal(String reason) -> line.put("refused", reason);
        }
        return line;
    }

    /** A name such as {@code load/median} is the field of an object. */
    private static Map<String, Object> nested(Map<String, Object> values) {
        Map<String, Object> top = new LinkedHashMap<>();
        Map<String, Map<String, Object>> objects = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            int slash = name.indexOf('/');
            if (slash < 0) {
                top.put(name, value);
            } else {
                String stem = name.substring(0, slash);
                Map<String, Object> object = objects.computeIfAbsent(stem, _ -> new LinkedHashMap<>());
                object.put(name.substring(slash + 1), value);
                top.put(stem, object);
            }
        });
        return top;
    }
}
