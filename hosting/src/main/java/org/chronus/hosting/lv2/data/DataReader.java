package org.chronus.hosting.lv2.data;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginParameter;
import org.chronus.hosting.lv2.data.PortData.Kind;

/** Reads the data of one plugin, none of its code. Whoever calls holds the lock of the {@link Lv2World}. */
public final class DataReader {
    /** What stands before the colon. */
    public static final String SCHEME = "lv2";

    /** Nothing says how long a plugin rings on. These are long enough for all but the longest, and a patch that is silent ends before. */
    private static final double TAIL_SECONDS = 2, LONG_TAIL_SECONDS = 10;
    private static final Set<String> LONG = Set.of(Vocabulary.LV2 + "DelayPlugin", Vocabulary.LV2 + "ReverbPlugin");

    private final Lv2World world;
    private final Lilv lilv;
    private final MemorySegment plugin;
    private final ParameterReader parameterReader;
    private final List<PortData> ports = new ArrayList<>();
    private final List<PluginParameter> parameters = new ArrayList<>();
    private final Set<String> symbols = new HashSet<>();
    private int offlinePort = -1;

    public DataReader(Lv2World world, MemorySegment plugin) {
        this.world = world;
        lilv = world.lilv();
        this.plugin = plugin;
        parameterReader = new ParameterReader(world, plugin);
    }

    public PluginData read(Path bundle) {
        int count = lilv.number("lilv_plugin_get_num_ports", plugin);
        for (int i = 0; i < count; i++) {
            ports.add(port(lilv.pointer("lilv_plugin_get_port_by_index", plugin, i)));
        }
        String uri = world.text(lilv.pointer("lilv_plugin_get_uri", plugin));
        String name = world.take(lilv.pointer("lilv_plugin_get_name", plugin)).strip();
        String maker = world.take(lilv.pointer("lilv_plugin_get_author_name", plugin)).strip();
        boolean notes = ports.stream().anyMatch(port -> port.is(Kind.ATOM, true) && port.midi());
        // Some instruments can also play what comes in; as instruments they hear silence there.
        List<String> inputs = notes && kind().equals(Vocabulary.INSTRUMENT) ? List.of() : audio(true), outputs = audio(false);
        Presets presets = Presets.read(world, plugin);
        PluginInfo info = new PluginInfo(SCHEME, uri, name.isEmpty() ? uri : name, maker, bundle, inputs, outputs, notes, parameters,
                presets.labels(), refusal());
        int latency = lilv.truth("lilv_plugin_has_latency", plugin) ? lilv.number("lilv_plugin_get_latency_port_index", plugin) : -1;
        return new PluginData(plugin, info, ports, presets, latency, offlinePort,
                lilv.truth("lilv_plugin_has_feature", plugin, world.uri(Vocabulary.DEFAULT_STATE)), info.isInstrument() ? 0 : tail());
    }

    private List<String> audio(boolean input) {
        return ports.stream().filter(port -> port.is(Kind.AUDIO, input)).map(PortData::symbol).toList();
    }

    private String refusal() {
        String refusal = Needs.refusal(world.takeAll(lilv.pointer("lilv_plugin_get_required_features", plugin)),
                world.takeAll(lilv.pointer("lilv_plugin_get_value", plugin, world.uri(Vocabulary.REQUIRED_OPTION))));
        if (!refusal.isEmpty()) {
            return refusal;
        }
        return ports.stream().filter(port -> port.kind() == Kind.UNKNOWN && !port.optional()).findFirst()
                .map(port -> "its port " + port.symbol() + " is of a kind that is not known here").orElse("");
    }

    private String kind() {
        return world.text(lilv.pointer("lilv_plugin_class_get_uri", lilv.pointer("lilv_plugin_get_class", plugin)));
    }

    private double tail() {
        return LONG.contains(kind()) ? LONG_TAIL_SECONDS : TAIL_SECONDS;
    }

    private PortData port(MemorySegment port) {
        String symbol = world.text(lilv.pointer("lilv_port_get_symbol", plugin, port));
        Kind kind = is(port, Vocabulary.AUDIO) ? Kind.AUDIO : is(port, Vocabulary.CONTROL) ? Kind.CONTROL : is(port, Vocabulary.CV) ? Kind.CV
                : is(port, Vocabulary.ATOM) ? Kind.ATOM : Kind.UNKNOWN;
        boolean input = is(port, Vocabulary.INPUT);
        boolean midi = kind == Kind.ATOM && lilv.truth("lilv_port_supports_event", plugin, port, world.uri(Vocabulary.MIDI_EVENT));
        float size = number(port, Vocabulary.MINIMUM_SIZE);
        int place = -1;
        float normally = 0;
        if (kind == Kind.CONTROL && input && isFreeWheeling(port)) {
            offlinePort = ports.size();
        } else if (kind == Kind.CONTROL && input) {
            PluginParameter parameter = parameterReader.read(port, unique(symbol));
            place = parameters.size();
            parameters.add(parameter);
            normally = parameter.normally();
        }
        return new PortData(symbol, kind, input, parameterReader.has(port, Vocabulary.OPTIONAL), midi, size > 0 ? (int) size : 0, normally, place);
    }

    /** The host says by it whether time is not real: no parameter. */
    private boolean isFreeWheeling(MemorySegment port) {
        return world.take(lilv.pointer("lilv_port_get", plugin, port, world.uri(Vocabulary.DESIGNATION))).equals(Vocabulary.FREE_WHEELING);
    }

    private boolean is(MemorySegment port, String kind) {
        return lilv.truth("lilv_port_is_a", plugin, port, world.uri(kind));
    }

    private float number(MemorySegment port, String key) {
        MemorySegment node = lilv.pointer("lilv_port_get", plugin, port, world.uri(key));
        float number = world.number(node);
        lilv.command("lilv_node_free", node);
        return number;
    }

    /** Symbols are meant to suit us as they are; some do not. */
    private String unique(String symbol) {
        String stem = symbol.replaceAll("[^A-Za-z0-9_]", "_").replaceFirst("^(?=[0-9]|$)", "_"), result = stem;
        for (int i = 2; !symbols.add(result); i++) {
            result = stem + "_" + i;
        }
        return result;
    }
}
