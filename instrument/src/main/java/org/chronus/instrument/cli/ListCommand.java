package org.chronus.instrument.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.isolation.PluginStrikes;
import org.chronus.hosting.scan.PluginCatalog;
import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.options.SoundLibrary;
import org.chronus.instrument.cli.terminal.StatusLine;
import org.chronus.instrument.cli.terminal.Json;
import org.chronus.instrument.javasound.JavaSoundCards;
import org.chronus.instrument.settings.DeviceFile;
import org.chronus.midi.device.DeviceRules;
import org.chronus.midi.device.MidiInputs;
import org.chronus.modules.ModuleType;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.PlayerKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What there is. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Presets, modules, plugins, audio outputs or MIDI keyboards.")
final class ListCommand implements Callable<Integer> {
    /** What can be listed. */
    enum Kind { PRESETS, MODULES, PLUGINS, AUDIO, MIDI }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Entry(@JsonInclude String name, @JsonInclude String about, List<String> tags, String group) {
        Entry(String name, String about) {
            this(name, about, List.of(), "");
        }
    }

    @Parameters(paramLabel = "presets|modules|plugins|audio|midi")
    private Kind kind;
    @Option(names = "--rescan", description = "look at every plugin again")
    private boolean rescan;
    @Option(names = "--tag", paramLabel = "TAG", description = "presets with this tag only, such as organ; with several, those that have all")
    private List<String> tags = List.of();
    @Option(names = "--json", description = "for programs to read")
    private boolean json;

    @Override public Integer call() throws Exception {
        if (!tags.isEmpty() && kind != Kind.PRESETS) {
            throw new Refusal("--tag is for presets: chronus list presets --tag " + tags.getFirst());
        }
        List<Entry> entries = switch (kind) {
            case PRESETS -> presets(new SoundLibrary().library())
                    .filter(file -> file.tags().containsAll(tags))
                    .map(file -> new Entry(file.name(), (file.isBank() ? "bank, " : "") + file.file()
                            + (file.tags().isEmpty() ? "" : "  " + String.join(", ", file.tags())), file.tags(), "")).toList();
            case MODULES -> Stream.concat(new SoundLibrary().catalog().types().stream().sorted(Comparator.comparing(ModuleType::group))
                            .map(type -> new Entry(type.name(), type.meaning(), List.of(), type.group().title())),
                    Arrays.stream(PlayerKind.values()).map(kind -> new Entry(kind.word(), kind.meaning(), List.of(), "players"))).toList();
            case PLUGINS -> plugins();
            case AUDIO -> Stream.concat(
                    JavaSoundCards.described(JavaSoundCards.Way.OUT).entrySet().stream()
                            .map(output -> new Entry(output.getKey(), "javasound:" + output.getKey() + "; " + output.getValue())),
                    JavaSoundCards.described(JavaSoundCards.Way.IN).entrySet().stream()
                            .map(input -> new Entry(input.getKey(), "input; " + input.getValue()))).toList();
            case MIDI -> keyboards();
        };
        if (json) {
            System.out.println(Json.text(entries));
        } else {
            print(entries);
        }
        if (entries.isEmpty()) {
            System.err.println(tags.isEmpty() ? "none" : "none with the tag " + String.join(" and ", tags));
        }
        return 0;
    }

    /** Those of a group under its heading. */
    private static void print(List<Entry> entries) {
        String heading = "";
        for (Entry entry : entries) {
            if (!entry.group().equals(heading)) {
                heading = entry.group();
                System.out.println(heading);
            }
            System.out.printf(Locale.ROOT, heading.isEmpty() ? "%-24s %s%n" : "  %-22s %s%n", entry.name(), entry.about());
        }
    }

    private static Stream<PresetFile> presets(PresetLibrary library) throws Refusal {
        return Stream.concat(SoundLibrary.good(library.list()).stream(), library.hosted().stream());
    }

    /** Each with what it is, or why it cannot be used. */
    private List<Entry> plugins() {
        StatusLine status = StatusLine.onStandardError();
        PluginCatalog plugins = new SoundLibrary(status::show).plugins();
        if (rescan) {
            plugins.rescan();
        }
        List<Entry> entries = plugins.plugins().stream().map(plugin -> new Entry(plugin.type(), about(plugin))).toList();
        status.show("");
        plugins.refusals().forEach(line -> System.err.println("chronus: " + line));
        return entries;
    }

    private static String about(PluginInfo plugin) {
        String maker = plugin.maker().isEmpty() ? "" : ", by " + plugin.maker();
        return (plugin.isInstrument() ? "instrument: " : "effect: ") + plugin.name() + maker
                + (plugin.refusal().isEmpty() ? "" : ". Not used: " + plugin.refusal())
                + new PluginStrikes(System.getenv()).of(plugin.type()).map(strikes -> "; " + strikes).orElse("");
    }

    /** By the names that the file of devices uses, each with what that says of it. */
    private static List<Entry> keyboards() {
        DeviceRules rules = DeviceFile.watch(DeviceFile.of(System.getenv()), line -> System.err.println("chronus: " + line)).get();
        return MidiInputs.list().stream().map(input -> new Entry(input.name(), input.description() + rules.find(input)
                .map(rule -> "; as \"" + rule.name() + "\": " + rule.words()).orElse(""))).toList();
    }
}
