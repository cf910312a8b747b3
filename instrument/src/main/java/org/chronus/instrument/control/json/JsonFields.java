package org.chronus.instrument.control.json;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.chronus.instrument.control.Refused;
import tools.jackson.databind.JsonNode;

/** The fields of a request, of the kinds that its word takes; refused if they are others. Immutable; any thread. */
final class JsonFields {
    private static final String DO = "do";

    private final JsonWord word;
    private final JsonNode object;

    /** Refused if one is missing or unknown. */
    JsonFields(JsonWord word, JsonNode object) throws Refused {
        this.word = word;
        this.object = object;
        for (String name : word.needed()) {
            if (!object.has(name)) {
                throw wrong(name + " is missing");
            }
        }
        for (String name : object.propertyNames()) {
            if (!name.equals(DO) && !word.known().contains(name)) {
                throw wrong("\"" + name + "\" is none of its fields");
            }
        }
    }

    /** The word of a request; refused if there is none that is known. */
    static JsonWord word(JsonNode object) throws Refused {
        if (!object.isObject()) {
            throw new Refused("that is no object", "send " + JsonWord.STATUS.example());
        }
        JsonNode word = object.get(DO);
        if (word == null || !word.isString()) {
            throw new Refused("a request says what to do", "send " + JsonWord.STATUS.example());
        }
        return JsonWord.find(word.stringValue()).orElseThrow(() -> new Refused("there is no request \"" + word.stringValue() + "\"",
                "there are " + JsonWord.all()));
    }

    String text(String name) throws Refused {
        JsonNode value = object.get(name);
        if (value.isString() && !value.stringValue().isBlank()) {
            return value.stringValue().strip();
        }
        throw wrong(name + " is a text");
    }

    /** A text of many lines, as it is; it may be empty. */
    String lines(String name) throws Refused {
        JsonNode value = object.get(name);
        if (value.isString()) {
            return value.stringValue();
        }
        throw wrong(name + " is a text");
    }

    /** What is not there is false. */
    boolean yes(String name) throws Refused {
        JsonNode value = object.get(name);
        if (value == null || value.isBoolean()) {
            return value != null && value.booleanValue();
        }
        throw wrong(name + " is true or false");
    }

    boolean has(String name) {
        return object.has(name);
    }

    /** A finite number. */
    double number(String name) throws Refused {
        JsonNode value = object.get(name);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw wrong(name + " is a finite number");
        }
        return value.doubleValue();
    }

    double number(String name, double low, double high) throws Refused {
        double number = number(name);
        if (number < low || number > high) {
            throw wrong(name + " is " + low + " to " + high + ", not " + number);
        }
        return number;
    }

    /** Empty if it is not there. */
    Optional<String> optional(String name) throws Refused {
        return object.has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    boolean truth(String name) throws Refused {
        JsonNode value = object.get(name);
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        throw wrong(name + " is true or false");
    }

    /** What is not there is {@code otherwise}. */
    int whole(String name, int low, int high, int otherwise) throws Refused {
        JsonNode value = object.get(name);
        if (value == null) {
            return otherwise;
        }
        double number = number(name);
        if (number < low || number > high) {
            throw wrong(name + " is " + low + " to " + high + ", not " + value);
        }
        if (number != Math.rint(number)) {
            throw wrong(name + " is a whole number");
        }
        return (int) number;
    }

    /** A list of whole numbers, each once. */
    List<Integer> wholes(String name, int low, int high) throws Refused {
        Set<Integer> numbers = new LinkedHashSet<>();
        for (JsonNode each : object.get(name)) {
            if (!each.isInt() || each.intValue() < low || each.intValue() > high || !numbers.add(each.intValue())) {
                throw wrong(name + " has whole numbers from " + low + " to " + high + ", each once");
            }
        }
        if (!object.get(name).isArray() || numbers.isEmpty()) {
            throw wrong(name + " is a list of whole numbers");
        }
        return List.copyOf(numbers);
    }

    private Refused wrong(String what) {
        return new Refused(what, "send " + word.example());
    }
}
