package org.chronus.instrument.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chronus.presets.text.FileText;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Items;
import org.chronus.presets.text.YamlNode.Text;
import org.chronus.presets.text.YamlTree;
import org.chronus.presets.value.Header;
import org.chronus.presets.value.Values;

/** Reads which controllers were bound to which parameters, and writes it: all that is wrong in one go. Any thread but the audio thread. */
public final class BindingsReader {
    private static final List<String> KEYS = List.of("chronus", "learned");
    private static final List<String> BINDING_KEYS = List.of("device", "channel", "cc", "to", "knob", "takeover");
    private static final List<String> KNOBS = Stream.of(Knob.values()).map(Knob::word).toList();
    private static final List<String> TAKEOVERS = List.of("jump", "pick-up");
    private static final String EXAMPLE = "write for example - {device: Keystation, channel: 1, cc: 74, to: filter.cutoff}";
    private static final String NAME = "([a-z][a-z0-9_]*/)?[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*";

    private final Values values;
    private final Problems problems;

    private BindingsReader(Problems problems) {
        this.problems = problems;
        values = new Values(problems, 1);
    }

    /** Reads a file. There is no value if anything is wrong with it. */
    public static ReadResult<List<Binding>> read(Path file) {
        ReadResult<String> text = FileText.read(file);
        return text.found().isEmpty() ? text.withoutValue() : read(text.value(), file.toString());
    }

    /**
     * Reads a text, any text whatever. There is no value if anything is wrong with it.
     *
     * @param fileName for messages
     */
    public static ReadResult<List<Binding>> read(String text, String fileName) {
        Problems problems = new Problems(fileName, text);
        List<Binding> bindings = YamlTree.read(text, problems).flatMap(node -> Header.check(node, "a file of learned controllers", problems))
                .map(new BindingsReader(problems)::bindings).orElse(List.of());
        return new ReadResult<>(problems.hasErrors() ? null : bindings, problems.list());
    }

    /** True if a text looks as if it spoke of learned controllers, right or wrong. */
    public static boolean isBindings(String text) {
        return text.lines().anyMatch(line -> line.startsWith("learned:"));
    }

    /** True if a parameter may have this name. */
    public static boolean isName(String parameter) {
        return parameter.matches(NAME);
    }

    /** What {@link #read} reads back as the same. */
    public static String text(List<Binding> bindings) {
        return "chronus: 1\nlearned:" + (bindings.isEmpty() ? " []\n"
                : bindings.stream().map(BindingsReader::line).collect(Collectors.joining("", "\n", "")));
    }

    private static String line(Binding binding) {
        return "  - {device: \"" + quoted(binding.device()) + "\", channel: " + (binding.channel() + 1)
                + ", cc: " + binding.controller() + ", to: " + binding.parameter()
                + (binding.knob() == Knob.ABSOLUTE ? "" : ", knob: " + binding.knob().word()) + (binding.picksUp() ? ", takeover: pick-up" : "")
                + "}\n";
    }

    /** Between double quotes; only what everybody can see stands there as it is. */
    private static String quoted(String name) {
        return name.codePoints().mapToObj(c -> c == '\\' || c == '"' ? "\\" + (char) c
                : c >= ' ' && c <= '~' || Character.isLetterOrDigit(c) ? Character.toString(c)
                : String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08x" : "\\u%04x", c)).collect(Collectors.joining());
    }

    private List<Binding> bindings(Fields root) {
        values.onlyKeys(root, "a file of learned controllers", KEYS);
        List<Binding> bindings = new ArrayList<>();
        for (YamlNode item : root.find("learned").flatMap(node -> values.items(node, "learned", EXAMPLE)).map(Items::nodes).orElse(List.of())) {
            Optional<Binding> binding = values.fields(item, "a learned controller", EXAMPLE).flatMap(this::binding);
            if (binding.isPresent() && bindings.stream().anyMatch(each ->
                    each.isOf(binding.get().device(), binding.get().channel(), binding.get().controller()))) {
                problems.error(item.place(), "this controller is bound already", "remove one");
            }
            binding.ifPresent(bindings::add);
        }
        return bindings;
    }

    private Optional<Binding> binding(Fields fields) {
        values.onlyKeys(fields, "a learned controller", BINDING_KEYS);
        Optional<Text> device = needed(fields, "device").flatMap(node -> values.text(node, "device", EXAMPLE));
        OptionalInt controller = needed(fields, "cc").map(node -> values.whole(node, "cc", 1, 119)).orElse(OptionalInt.empty());
        Optional<Text> parameter = needed(fields, "to").flatMap(node -> values.text(node, "to", EXAMPLE));
        int channel = fields.find("channel").map(node -> values.whole(node, "channel", 1, 16).orElse(1)).orElse(1);
        Knob knob = fields.find("knob").flatMap(node -> values.word(node, "knob", KNOBS, KNOBS)).flatMap(Knob::find).orElse(Knob.ABSOLUTE);
        boolean picksUp = fields.find("takeover").flatMap(node -> values.word(node, "takeover", TAKEOVERS, TAKEOVERS))
                .orElse("jump").equals("pick-up");
        if (parameter.isPresent() && !isName(parameter.get().value())) {
            problems.error(parameter.get().place(), "\"" + Problems.quote(parameter.get().value()) + "\" is no parameter",
                    "write a module and a port, as filter.cutoff");
            return Optional.empty();
        }
        return device.isEmpty() || controller.isEmpty() || parameter.isEmpty() ? Optional.empty()
                : Optional.of(new Binding(device.get().value(), channel - 1, controller.getAsInt(), parameter.get().value(), knob, picksUp));
    }

    private Optional<YamlNode> needed(Fields fields, String key) {
        Optional<YamlNode> node = fields.find(key);
        if (node.isEmpty()) {
            problems.error(fields.place(), "a learned controller needs its " + key, EXAMPLE);
        }
        return node;
    }
}
