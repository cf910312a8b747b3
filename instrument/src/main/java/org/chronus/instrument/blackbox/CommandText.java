package org.chronus.instrument.blackbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.KeyPitches;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Commands as JSON: the name of the record, and its components by theirs; so a new command needs nothing here. Stateless; any thread but
 * the audio thread.
 */
final class CommandText {
    private static final String NAME = "command";
    private static final int KEYS = 128;
    private static final Map<String, Class<?>> TYPES = new HashMap<>();

    static {
        collect(Command.class);
    }

    private CommandText() { }

    private static void collect(Class<?> type) {
        if (type.isRecord()) {
            TYPES.put(type.getSimpleName(), type);
        } else if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(CommandText::collect);
        }
    }

    /** Adds the fields of a command. */
    static void write(Command command, ObjectNode line) {
        line.put(NAME, command.getClass().getSimpleName());
        for (RecordComponent component : command.getClass().getRecordComponents()) {
            String name = component.getName();
            switch (value(component, command)) {
                case Integer number -> line.put(name, number);
                case Long number -> line.put(name, number);
                case Float number -> putExactly(line, name, number);
                case Double number -> line.put(name, number);
                case Boolean truth -> line.put(name, truth);
                case KeyPitches pitches -> write(pitches, line.putArray(name));
                default -> throw new IllegalStateException("no text for " + component);
            }
        }
    }

    private static Object value(RecordComponent component, Command command) {
        try {
            return component.getAccessor().invoke(command);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** In as few digits as lead back to the same number. */
    static void putExactly(ObjectNode line, String name, float number) {
        if ((float) Double.parseDouble(Float.toString(number)) == number) {
            line.put(name, number);
        } else {
            line.put(name, (double) number);
        }
    }

    /** Keys that keep their own pitch are null. */
    private static void write(KeyPitches pitches, ArrayNode list) {
        for (int key = 0; key < KEYS; key++) {
            if (pitches.names(key)) {
                list.add((double) pitches.of(key));
            } else {
                list.addNull();
            }
        }
    }

    /** The command of a line; throws {@link IllegalArgumentException} if it is none. */
    static Command read(JsonNode line) {
        Class<?> type = TYPES.get(line.path(NAME).asString(""));
        if (type == null) {
            throw new IllegalArgumentException("there is no command " + line.path(NAME));
        }
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Object[] values = Arrays.stream(components).map(component -> read(component, line)).toArray();
            return (Command) type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalArgumentException(wrong.getCause() == null ? wrong : wrong.getCause());
        }
    }

    private static Object read(RecordComponent component, JsonNode line) {
        JsonNode value = line.path(component.getName());
        if (value.isMissingNode()) {
            throw new IllegalArgumentException("there is no " + component.getName());
        }
        Class<?> type = component.getType();
        return switch (type.getSimpleName()) {
            case "int" -> value.asInt();
            case "long" -> value.asLong();
            case "float" -> (float) value.asDouble();
            case "double" -> value.asDouble();
            case "boolean" -> value.asBoolean();
            default -> pitches(value);
        };
    }

    private static KeyPitches pitches(JsonNode list) {
        float[] pitches = new float[KEYS];
        for (int key = 0; key < KEYS; key++) {
            pitches[key] = list.path(key).isNumber() ? (float) list.path(key).asDouble() : Float.NaN;
        }
        return new KeyPitches(pitches);
    }
}
