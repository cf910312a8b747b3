package org.chronus.hosting.clap;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.chronus.hosting.PluginParameter;
import org.chronus.hosting.clap.abi.Calls;
import org.chronus.hosting.clap.abi.Memory;
import org.chronus.modules.Unit;

/**
 * A parameter with what its plugin calls it. Immutable; any thread.
 *
 * @param id     its number in events
 * @param cookie a pointer that the plugin gets back in events
 */
record ClapParameter(int id, long cookie, PluginParameter parameter) {
    private static final int COUNT = 0, GET_INFO = 8, GET_VALUE = 16;
    private static final int FLAGS = 4, COOKIE = 8, NAME = 16, NAME_SIZE = 256, MODULE = 272, MODULE_SIZE = 1024;
    private static final int MINIMUM = 1296, MAXIMUM = 1304, NORMALLY = 1312, SIZE = 1320;
    private static final int STEPPED = 1, HIDDEN = 4, READ_ONLY = 8;
    /** From a frequency to this many times it, equal ratios are equal steps. CLAP has no word for it. */
    private static final float WIDE = 20;

    /** As the plugin describes it. */
    private record Description(int id, int flags, long cookie, String name, String module, float minimum, float maximum, float normally) {
        static Description of(MemorySegment info) {
            return new Description(info.get(JAVA_INT, 0), info.get(JAVA_INT, FLAGS), info.get(JAVA_LONG, COOKIE),
                    Memory.text(info, NAME, NAME_SIZE), Memory.text(info, MODULE, MODULE_SIZE), (float) info.get(JAVA_DOUBLE, MINIMUM),
                    (float) info.get(JAVA_DOUBLE, MAXIMUM), (float) info.get(JAVA_DOUBLE, NORMALLY));
        }

        boolean isOfUse() {
            return (flags & (HIDDEN | READ_ONLY)) == 0 && minimum < maximum && Float.isFinite(maximum - minimum);
        }
    }

    /** [main thread] Those that a host may set, in the plugin's order. */
    static List<ClapParameter> read(ClapInstance plugin) {
        List<Description> described = describe(plugin);
        Map<String, Integer> uses = new HashMap<>();
        described.forEach(one -> uses.merge(Symbols.plain(one.name), 1, Integer::sum));
        Symbols symbols = new Symbols("parameter");
        ParameterTexts texts = new ParameterTexts(plugin);
        // A name that several have says too little: then the path of its module stands before it.
        return described.stream().map(one -> parameter(one, texts,
                symbols.of(uses.get(Symbols.plain(one.name)) == 1 ? one.name : one.module + " " + one.name))).toList();
    }

    private static List<Description> describe(ClapInstance plugin) {
        long parameters = plugin.extension("clap.params");
        List<Description> described = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = arena.allocate(SIZE, Memory.POINTER);
            int count = parameters == 0 ? 0 : Calls.number(Memory.pointer(parameters + COUNT), plugin.address());
            for (int i = 0; i < count; i++) {
                info.fill((byte) 0);
                if (Calls.fill(Memory.pointer(parameters + GET_INFO), plugin.address(), i, info.address())) {
                    described.add(Description.of(info));
                }
            }
        }
        return described.stream().filter(Description::isOfUse).toList();
    }

    private static ClapParameter parameter(Description one, ParameterTexts texts, String symbol) {
        boolean stepped = (one.flags & STEPPED) != 0;
        float normally = one.normally >= one.minimum ? Math.min(one.normally, one.maximum) : one.minimum;
        Unit unit = texts.unit(one.id, normally, one.maximum);
        boolean logarithmic = !stepped && unit == Unit.HERTZ && one.minimum > 0 && one.maximum >= one.minimum * WIDE;
        Map<String, Float> points = stepped ? texts.points(one.id, one.minimum, one.maximum) : Map.of();
        String name = Objects.requireNonNullElse(one.name.isEmpty() ? null : one.name, symbol);
        return new ClapParameter(one.id, one.cookie,
                new PluginParameter(symbol, name, one.minimum, one.maximum, normally, unit, logarithmic, stepped, points));
    }

    /** [main thread] The plugin's present value of it. */
    float value(ClapInstance plugin) {
        long parameters = plugin.extension("clap.params");
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment value = arena.allocate(JAVA_DOUBLE);
            boolean known = Calls.fill(Memory.pointer(parameters + GET_VALUE), plugin.address(), id, value.address());
            return known && Double.isFinite(value.get(JAVA_DOUBLE, 0)) ? (float) value.get(JAVA_DOUBLE, 0) : parameter.normally();
        }
    }

    /** What is heard of a value: within the range, and whole if there are steps. */
    float nearest(float value) {
        float within = value >= parameter.minimum() ? Math.min(value, parameter.maximum()) : parameter.minimum();
        return parameter.stepped() ? (float) Math.rint(within) : within;
    }
}
