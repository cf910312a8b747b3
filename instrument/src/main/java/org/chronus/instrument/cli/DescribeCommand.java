package org.chronus.instrument.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.chronus.hosting.PluginInfo;
import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.options.SoundLibrary;
import org.chronus.instrument.control.PortText;
import org.chronus.instrument.osc.OscAddress;
import org.chronus.instrument.control.json.JsonWord;
import org.chronus.midi.decoder.MidiChart;
import org.chronus.modules.Choice;
import org.chronus.modules.Input;
import org.chronus.modules.ModuleShape;
import org.chronus.modules.ModuleType;
import org.chronus.modules.Output;
import org.chronus.modules.TextSetting;
import org.chronus.presets.preset.PlayerKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints what a module has, straight from its declarations; what becomes of every MIDI message, or what OSC and the socket can ask for. */
@Command(name = "describe", mixinStandardHelpOptions = true,
        description = "Ports, units, ranges and meaning of a module or player; or "
                + "the MIDI implementation chart, the OSC addresses, or the requests of the socket.")
final class DescribeCommand implements Callable<Integer> {
    private static final String MIDI = "midi", OSC = "osc", SOCKET = "socket";

    @Parameters(paramLabel = "MODULE", description = "a module type or player, see: chronus list modules, or list plugins; or midi, osc or socket")
    private String name;

    @Override public Integer call() throws Exception {
        if (name.equals(MIDI)) {
            System.out.print(MidiChart.text());
            return 0;
        }
        if (name.equals(OSC)) {
            System.out.print(OscAddress.text());
            return 0;
        }
        if (name.equals(SOCKET)) {
            System.out.print(JsonWord.text());
            return 0;
        }
        Optional<PlayerKind> player = Arrays.stream(PlayerKind.values()).filter(kind -> kind.word().equals(name)).findFirst();
        if (player.isPresent()) {
            print(player.get());
            return 0;
        }
        SoundLibrary sounds = new SoundLibrary();
        ModuleType type = sounds.catalog().find(name).orElseThrow(() -> new Refusal(name.indexOf(':') < 0
                ? "there is no module " + name + ": see chronus list modules"
                : name + " cannot be had: " + sounds.plugins().refusal(name).orElse("see chronus list plugins for what is installed")));
        ModuleShape shape = type.shape();
        System.out.println(type.name() + ": " + type.meaning());
        for (Input input : shape.inputs().values()) {
            System.out.printf(Locale.ROOT, "  in   %-10s %-26s %s%n", input.symbol(), PortText.range(input), PortText.notes(input));
        }
        for (Choice<?> choice : shape.choices().values()) {
            System.out.printf(Locale.ROOT, "  set  %-10s %-26s normally %s. %s%n", choice.symbol(), String.join("|", choice.names()), choice.name(),
                    choice.meaning());
        }
        for (TextSetting text : shape.texts().values()) {
            System.out.printf(Locale.ROOT, "  set  %-10s %-26s %s%n", text.symbol(), "text", text.meaning());
        }
        for (Output output : shape.outputs().values()) {
            System.out.printf(Locale.ROOT, "  out  %-10s %-26s %s%n", output.symbol(), "", output.meaning());
        }
        if (name.indexOf(':') > 0) {
            sounds.plugins().plugin(name).map(PluginInfo::presets).orElse(List.of())
                    .forEach(preset -> System.out.printf(Locale.ROOT, "  preset: \"%s\"%n", preset));
        }
        return 0;
    }

    private static void print(PlayerKind player) {
        System.out.println(player.word() + ", one of the players of a part: " + player.meaning());
        for (PlayerKind.Setting setting : player.settings()) {
            System.out.printf(Locale.ROOT, "  set  %-10s %-38s %s%s%n", setting.name(), setting.values(),
                    setting.normal().isEmpty() ? "" : "normally " + setting.normal() + ". ", setting.meaning());
        }
    }
}
