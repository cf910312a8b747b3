package org.chronus.instrument.cli;

import java.util.Locale;
import java.util.concurrent.Callable;

import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.options.SoundLibrary;
import org.chronus.instrument.osc.OscAddress;
import org.chronus.midi.decoder.MidiChart;
import org.chronus.modules.Choice;
import org.chronus.modules.Input;
import org.chronus.modules.ModuleShape;
import org.chronus.modules.ModuleType;
import org.chronus.modules.Output;
import org.chronus.modules.PortText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints what a module has, straight from its declarations; what becomes of every MIDI message, or what OSC can ask for. */
@Command(name = "describe", mixinStandardHelpOptions = true,
        description = "Ports, units, ranges and meaning of a module; or the MIDI implementation chart, or the OSC addresses.")
final class DescribeCommand implements Callable<Integer> {
    private static final String MIDI = "midi", OSC = "osc";

    @Parameters(paramLabel = "MODULE", description = "a module type, see: chronus list modules; or midi, or osc")
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
        ModuleType type = new SoundLibrary().catalog().find(name)
                .orElseThrow(() -> new Refusal("there is no module " + name + ": see chronus list modules"));
        ModuleShape shape = type.shape();
        System.out.println(type.name() + ": " + type.meaning());
        for (Input input : shape.inputs().values()) {
            System.out.printf(Locale.ROOT, "  in   %-10s %-26s %s%n", input.symbol(), PortText.range(input), PortText.notes(input));
        }
        for (Choice<?> choice : shape.choices().values()) {
            System.out.printf(Locale.ROOT, "  set  %-10s %-26s normally %s. %s%n", choice.symbol(), String.join("|", choice.names()), choice.name(),
                    choice.meaning());
        }
        for (Output output : shape.outputs().values()) {
            System.out.printf(Locale.ROOT, "  out  %-10s %-26s %s%n", output.symbol(), "", output.meaning());
        }
        return 0;
    }
}
