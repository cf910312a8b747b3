package org.chronus.hosting.lv2.data;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.Map;

import org.chronus.hosting.PluginParameter;
import org.chronus.modules.Unit;

/** Reads what a plugin's data says of a control input. Whoever calls holds the lock of the {@link Lv2World}. */
final class ParameterReader {
    /** The rate at which ranges that are shares of the sample rate are stated: the least that is usual, so that they hold at any other. */
    private static final float USUAL_RATE = 44_100;
    /** Units whose numbers are the same as ours; a decibel or a millisecond is not. */
    private static final Map<String, Unit> UNITS = Map.of(Vocabulary.UNITS + "hz", Unit.HERTZ, Vocabulary.UNITS + "s", Unit.SECONDS,
            Vocabulary.UNITS + "semitone12TET", Unit.SEMITONES, Vocabulary.UNITS + "oct", Unit.OCTAVES, Vocabulary.UNITS + "midiNote", Unit.NOTE);

    private final Lv2World world;
    private final Lilv lilv;
    private final MemorySegment plugin;

    ParameterReader(Lv2World world, MemorySegment plugin) {
        this.world = world;
        lilv = world.lilv();
        this.plugin = plugin;
    }

    /** The parameter that a port is, under a symbol that suits us. */
    PluginParameter read(MemorySegment port, String symbol) {
        float[] range = range(port);
        float scale = has(port, Vocabulary.SAMPLE_RATE) ? USUAL_RATE : 1;
        boolean toggled = has(port, Vocabulary.TOGGLED);
        float minimum = toggled || !Float.isFinite(range[1]) ? 0 : range[1] * scale;
        float maximum = toggled || !Float.isFinite(range[2]) ? Math.max(1, minimum + 1) : range[2] * scale;
        if (!(minimum < maximum)) {
            maximum = Math.nextUp(Math.max(minimum, minimum + 1));
        }
        float normally = Math.clamp(Float.isFinite(range[0]) ? range[0] * scale : minimum, minimum, maximum);
        String name = world.take(lilv.pointer("lilv_port_get_name", plugin, port));
        boolean logarithmic = minimum > 0 && has(port, Vocabulary.LOGARITHMIC);
        boolean stepped = toggled || has(port, Vocabulary.INTEGER) || has(port, Vocabulary.ENUMERATION);
        return new PluginParameter(symbol, name.isBlank() ? symbol : name.strip(), minimum, maximum, normally, unit(port), logarithmic, stepped,
                points(port, minimum, maximum));
    }

    /** Default, minimum, maximum; what is not said is not a number. */
    private float[] range(MemorySegment port) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment nodes = arena.allocate(ValueLayout.ADDRESS, 3);
            long step = ValueLayout.ADDRESS.byteSize();
            lilv.command("lilv_port_get_range", plugin, port, nodes, nodes.asSlice(step), nodes.asSlice(2 * step));
            float[] range = new float[3];
            for (int i = 0; i < range.length; i++) {
                MemorySegment node = nodes.getAtIndex(ValueLayout.ADDRESS, i);
                range[i] = world.number(node);
                lilv.command("lilv_node_free", node);
            }
            return range;
        }
    }

    private Unit unit(MemorySegment port) {
        MemorySegment node = lilv.pointer("lilv_port_get", plugin, port, world.uri(Vocabulary.UNIT));
        return UNITS.getOrDefault(world.take(node), Unit.NONE);
    }

    private Map<String, Float> points(MemorySegment port, float minimum, float maximum) {
        Map<String, Float> points = new HashMap<>();
        MemorySegment all = lilv.pointer("lilv_port_get_scale_points", plugin, port);
        for (MemorySegment point : lilv.members("lilv_scale_points", all)) {
            float value = world.number(lilv.pointer("lilv_scale_point_get_value", point));
            String label = world.text(lilv.pointer("lilv_scale_point_get_label", point)).strip();
            if (value >= minimum && value <= maximum && !label.isEmpty()) {
                points.putIfAbsent(label, value);
            }
        }
        lilv.command("lilv_scale_points_free", all);
        return points;
    }

    boolean has(MemorySegment port, String property) {
        return lilv.truth("lilv_port_has_property", plugin, port, world.uri(property));
    }
}
