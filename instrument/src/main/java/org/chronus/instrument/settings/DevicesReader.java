package org.chronus.instrument.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chronus.midi.decoder.VelocityCurve;
import org.chronus.midi.device.DeviceRule;
import org.chronus.midi.device.DeviceRules;
import org.chronus.midi.device.DeviceSettings;
import org.chronus.midi.device.RemoteTriggers;
import org.chronus.modules.Unit;
import org.chronus.presets.text.FileText;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.text.TextPosition;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Field;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Items;
import org.chronus.presets.text.YamlNode.Text;
import org.chronus.presets.text.YamlTree;
import org.chronus.presets.value.Header;
import org.chronus.presets.value.ValueSpec;
import org.chronus.presets.value.Values;

/** Reads what a player says of MIDI devices: all that is wrong in one go. Any thread but the audio thread. */
public final class DevicesReader {
    private static final List<String> KEYS = List.of("chronus", "curves", "devices");
    private static final List<String> DEVICE_KEYS = Stream.concat(
            Stream.of("velocity", "pedal", "channels", "channel", "transpose", "announce", "ignore", "mpe"), RemoteReader.KEYS.stream()).toList();
    private static final String EXAMPLE = "write for example Keystation: {velocity: soft}";
    private static final ValueSpec TRANSPOSE = new ValueSpec("transpose", Unit.SEMITONES, -48, 48);
    private static final int ALL_CHANNELS = 0xFFFF;

    private final Values values;
    private final Problems problems;
    private final VelocityReader curves;

    private DevicesReader(Problems problems) {
        this.problems = problems;
        values = new Values(problems, 1);
        curves = new VelocityReader(values, problems);
    }

    /** Reads a file. There is no value if anything is wrong with it. */
    public static ReadResult<DeviceRules> read(Path file) {
        ReadResult<String> text = FileText.read(file);
        return text.found().isEmpty() ? text.withoutValue() : read(text.value(), file.toString());
    }

    /**
     * Reads a text, any text whatever. There is no value if anything is wrong with it.
     *
     * @param fileName for messages
     */
    public static ReadResult<DeviceRules> read(String text, String fileName) {
        Problems problems = new Problems(fileName, text);
        List<DeviceRule> devices = YamlTree.read(text, problems).flatMap(node -> Header.check(node, "a file of devices", problems))
                .map(new DevicesReader(problems)::devices).orElse(List.of());
        return new ReadResult<>(problems.hasErrors() ? null : new DeviceRules(devices), problems.list());
    }

    /** True if a text looks as if it spoke of devices rather than sounds, right or wrong. */
    public static boolean isDevices(String text) {
        return text.lines().anyMatch(line -> line.startsWith("devices:") || line.startsWith("curves:"));
    }

    private List<DeviceRule> devices(Fields root) {
        values.onlyKeys(root, "a file of devices", KEYS);
        root.find("curves").ifPresent(curves::readCurves);
        List<DeviceRule> devices = new ArrayList<>();
        root.find("devices").flatMap(node -> values.fields(node, "devices", EXAMPLE)).ifPresent(fields ->
                fields.fields().forEach(field -> device(field).ifPresent(devices::add)));
        return devices;
    }

    private Optional<DeviceRule> device(Field field) {
        if (field.key().value().isBlank()) {
            problems.error(field.key().place(), "the device has no name", "chronus list midi tells the names");
        }
        return values.fields(field.value(), "a device", EXAMPLE).map(device -> device(field.key().value().strip(), device));
    }

    private DeviceRule device(String name, Fields device) {
        values.onlyKeys(device, "a device", DEVICE_KEYS);
        VelocityCurve velocity = device.find("velocity").flatMap(curves::read).orElse(VelocityCurve.SQUARE);
        boolean inverted = device.find("pedal").flatMap(node -> values.word(node, "pedal", List.of("normal", "inverted"),
                List.of("normal", "inverted"))).orElse("normal").equals("inverted");
        int channels = device.find("channels").map(this::channels).orElse(ALL_CHANNELS);
        int channel = oneChannel(device, "channel"), announce = oneChannel(device, "announce");
        RemoteTriggers remote = new RemoteReader(values, problems).read(device);
        int transpose = device.find("transpose").map(this::semitones).orElse(0);
        boolean ignored = device.find("ignore").flatMap(node -> values.yes(node, "ignore")).orElse(false);
        ZonesReader zones = new ZonesReader(values, problems);
        device.find("mpe").ifPresent(zones::read);
        if (device.find("mpe").isPresent() && device.find("channel").isPresent()) {
            problems.error(device.find("channel").get().place(), "mpe needs the channels as they are", "remove channel, or mpe");
        }
        return new DeviceRule(name, new DeviceSettings(velocity, inverted, channels, channel, transpose, remote, announce, ignored,
                zones.lower(), zones.upper()), words(device));
    }

    private int oneChannel(Fields device, String key) {
        return device.find(key).map(node -> values.whole(node, key, 1, 16).orElse(1) - 1).orElse(-1);
    }

    private int semitones(YamlNode node) {
        OptionalDouble semitones = values.number(node, TRANSPOSE);
        if (semitones.isPresent() && semitones.getAsDouble() != Math.rint(semitones.getAsDouble())) {
            problems.error(node.place(), "a device is transposed by whole semitones", "write " + Math.round(semitones.getAsDouble()) + " st");
        }
        return (int) semitones.orElse(0);
    }

    private int channels(YamlNode node) {
        List<YamlNode> nodes = node instanceof Items items ? items.nodes() : List.of(node);
        int mask = 0;
        for (YamlNode each : nodes) {
            Optional<Text> text = values.text(each, "channels", "write for example 1-4 or [1, 3, 5-8]");
            for (String range : text.map(Text::value).orElse("").split(",", -1)) {
                mask |= text.isEmpty() ? 0 : range(each.place(), range.strip());
            }
        }
        return mask;
    }

    private int range(TextPosition place, String range) {
        String[] ends = range.split("\\s*-\\s*", -1);
        boolean right = range.matches("\\d{1,2}(\\s*-\\s*\\d{1,2})?");
        int from = right ? Integer.parseInt(ends[0]) : 0, to = right ? Integer.parseInt(ends[ends.length - 1]) : 0;
        if (from < 1 || to > 16 || from > to) {
            problems.error(place, "\"" + Problems.quote(range) + "\" is no channel", "channels are 1 to 16: write for example 1-4 or [1, 3, 5-8]");
            return 0;
        }
        return (1 << to) - (1 << from - 1);
    }

    private static String words(Fields device) {
        return device.fields().stream().map(field -> field.key().value() + " " + word(field.value())).collect(Collectors.joining(", "));
    }

    private static String word(YamlNode value) {
        return switch (value) {
            case Text text -> Problems.clean(text.value());
            case Items items -> items.nodes().stream().map(DevicesReader::word).collect(Collectors.joining(" "));
            case Fields fields -> "";
        };
    }
}
