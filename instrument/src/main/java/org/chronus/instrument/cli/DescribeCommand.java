package org.chronus.instrument.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.chronus.midi.MidiChart;
import org.chronus.modules.Choice;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.ModuleType;
import org.chronus.modules.Output;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints what a module has, straight from its declarations; or what becomes of every MIDI message. */
@Command(name = "describe", mixinStandardHelpOptions = true,
        description = "Ports, units, ranges and meaning of a module; or the MIDI implementation chart.")
final class DescribeCommand implements Callable<Integer> {
    private static final String MIDI = "midi";

    @Parameters(paramLabel = "MODULE", description = "a module type, see: chronus list modules; or midi")
    private String name;

    @Override public Integer call() throws Exception {
        if (name.equals(MIDI)) {
            System.out.print(MidiChart.text());
            return 0;
        }
        ModuleType type = new Sounds().catalog().find(name)
                .orElseThrow(() -> new Refusal("there is no module " + name + ": see chronus list modules"));
        Module module = type.maker().get();
        System.out.println(type.name() + ": " + type.meaning());
        for (Input input : module.inputs()) {
            System.out.printf("  in   %-10s %-26s %s%n", input.symbol(), input.isBounded() ? range(input) : "signal", notes(input));
        }
        for (Choice<?> choice : module.choices()) {
            System.out.printf("  set  %-10s %-26s normally %s. %s%n", choice.symbol(), String.join("|", choice.names()), choice.name(),
                    choice.meaning());
        }
        for (Output output : module.outputs()) {
            System.out.printf("  out  %-10s %-26s %s%n", output.symbol(), "", output.meaning());
        }
        return 0;
    }

    private static String range(Input input) {
        String unit = input.unit().symbol();
        return number(input.minimum()) + " .. " + number(input.maximum()) + (unit.isEmpty() ? "" : " " + unit);
    }

    private static String notes(Input input) {
        String normally = !input.follows().isEmpty() ? "follows " + input.follows() : input.isBounded() ? "normally " + number(input.normally()) : "";
        String traits = java.util.stream.Stream.of(normally, input.isLogarithmic() ? "logarithmic" : "", input.isHeld() ? "held" : "",
                input.smoothing() > 0 ? "smoothed " + number(1e3 * input.smoothing()) + " ms" : "")
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
        return traits + (traits.isEmpty() || input.meaning().isEmpty() ? "" : ". ") + input.meaning();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format("%.0f", value) : String.format("%.4g", value).replaceAll("0+$", "");
    }
}
