package org.chronus.hosting.clap;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chronus.hosting.clap.abi.Calls;
import org.chronus.hosting.clap.abi.Memory;
import org.chronus.modules.Unit;

/** What a plugin writes for values of its parameters, and what can be learned from it: their unit, and names of values. [main thread] */
final class ParameterTexts {
    private static final int VALUE_TO_TEXT = 24, CAPACITY = 256, MOST_POINTS = 128;
    private static final Pattern NUMBER = Pattern.compile("([-+]?[0-9]*[.]?[0-9]+)\\s*(\\S*)");

    private final ClapInstance plugin;
    private final long function;

    ParameterTexts(ClapInstance plugin) {
        this.plugin = plugin;
        long parameters = plugin.extension("clap.params");
        function = parameters == 0 ? 0 : Memory.pointer(parameters + VALUE_TO_TEXT);
    }

    private String of(int id, float value) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocate(CAPACITY);
            boolean well = function != 0 && Calls.text(function, plugin.address(), id, value, text.address(), CAPACITY);
            text.set(JAVA_BYTE, CAPACITY - 1, (byte) 0);
            return well ? Memory.text(text, 0, CAPACITY) : "";
        }
    }

    /** The whole numbers of a range that have a name, if they are not many. */
    Map<String, Float> points(int id, float minimum, float maximum) {
        Map<String, Float> points = new HashMap<>();
        if (maximum - minimum < MOST_POINTS) {
            for (float value = (float) Math.ceil(minimum); value <= maximum; value++) {
                String name = of(id, value);
                if (!name.isEmpty() && !NUMBER.matcher(name).matches()) {
                    points.putIfAbsent(name, value);
                }
            }
        }
        return points;
    }

    /** The unit, if two values are written as they are, with a unit of ours behind them. */
    Unit unit(int id, float one, float other) {
        Unit unit = unit(of(id, one), one);
        return unit == unit(of(id, other), other) ? unit : Unit.NONE;
    }

    private static Unit unit(String text, float value) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches() || Math.abs(Float.parseFloat(number.group(1)) - value) > 0.01f * Math.max(1, Math.abs(value))) {
            return Unit.NONE;
        }
        return switch (number.group(2)) {
            case "Hz", "hz" -> Unit.HERTZ;
            case "s", "sec", "seconds" -> Unit.SECONDS;
            case "st", "semitones" -> Unit.SEMITONES;
            case "oct", "octaves" -> Unit.OCTAVES;
            default -> Unit.NONE;
        };
    }
}
