package org.chronus.instrument.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * What the panel says of itself, {@code openapi.json}, and whether a value is as one of its schemas says. Of JSON Schema (2020-12) it knows what
 * stands there, and is stricter: a property that is not described is wrong.
 */
final class OpenApi {
    static final JsonNode TREE = read();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete"), KNOWN = Set.of("$ref", "description", "type", "required",
            "properties", "additionalProperties", "items", "maxItems", "oneOf", "enum", "const", "pattern");

    private OpenApi() { }

    private static JsonNode read() {
        try (InputStream file = PanelServer.class.getResourceAsStream("openapi.json")) {
            return PanelRig.JSON.readTree(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Each operation, such as {@code GET /api/status}, with what is said of it. */
    static void forEach(BiConsumer<String, JsonNode> operation) {
        TREE.get("paths").properties().forEach(path -> path.getValue().properties().stream().filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> operation.accept(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue())));
    }

    /** What is said of an answer with a status. */
    static JsonNode response(JsonNode operation, int status) {
        JsonNode response = operation.get("responses").get(String.valueOf(status));
        assertTrue(response != null, () -> "nothing is said of " + status + " there: " + operation.get("summary"));
        return response.has("$ref") ? TREE.at(response.get("$ref").asString().substring(1)) : response;
    }

    /** The schema of a name. */
    static JsonNode schema(String name) {
        return TREE.at("/components/schemas/" + name);
    }

    /** Fails if a value is not as it is described. */
    static void check(JsonNode value, JsonNode schema, String where) {
        assertEquals(List.of(), schema.propertyNames().stream().filter(word -> !KNOWN.contains(word)).toList(), "words that are not understood");
        if (schema.has("$ref")) {
            check(value, TREE.at(schema.get("$ref").asString().substring(1)), where);
            return;
        }
        if (schema.has("oneOf")) {
            oneOf(value, schema.get("oneOf"), where);
            return;
        }
        JsonNode type = schema.get("type");
        assertTrue(type == null || (type.isArray() ? type.valueStream() : Stream.of(type)).anyMatch(each -> is(value, each.asString())),
                () -> where + " is " + type + ": " + value);
        assertTrue(!schema.has("enum") || schema.get("enum").valueStream().anyMatch(value::equals),
                () -> where + " is one of " + schema + ": " + value);
        assertTrue(!schema.has("const") || schema.get("const").equals(value), () -> where + " is " + schema + ": " + value);
        if (value.isObject()) {
            object(value, schema, where);
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            check(value.get(i), schema.get("items"), where + "/" + i);
        }
    }

    private static boolean is(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> throw new AssertionError("there is no type " + type);
        };
    }

    private static void object(JsonNode value, JsonNode schema, String where) {
        JsonNode more = schema.get("additionalProperties"), known = schema.path("properties");
        schema.path("required").forEach(name -> assertTrue(value.has(name.asString()), () -> where + " has no " + name + ": " + value));
        boolean isOpen = more != null && more.isBoolean() || more == null && !schema.has("properties");
        value.properties().forEach(field -> {
            String place = where + "/" + field.getKey();
            if (known.has(field.getKey())) {
                check(field.getValue(), known.get(field.getKey()), place);
            } else if (!isOpen) {
                assertTrue(more != null, () -> place + " is not described: " + value);
                check(field.getValue(), more, place);
            }
        });
    }

    private static void oneOf(JsonNode value, JsonNode schemas, String where) {
        List<String> wrong = new ArrayList<>();
        for (JsonNode each : schemas) {
            try {
                check(value, each, where);
            } catch (AssertionError not) {
                wrong.add(not.getMessage());
            }
        }
        assertEquals(schemas.size() - 1, wrong.size(), () -> where + " is one of these: " + wrong);
    }
}
