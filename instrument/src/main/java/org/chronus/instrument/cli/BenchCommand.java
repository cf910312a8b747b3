package org.chronus.instrument.cli;

import java.util.Locale;
import java.util.concurrent.Callable;

import org.chronus.instrument.bench.PluginBench;
import org.chronus.instrument.bench.VoiceBench;
import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.options.SoundLibrary;
import org.chronus.instrument.cli.terminal.Json;
import org.chronus.instrument.cli.terminal.NamedThread;
import org.chronus.modules.ModuleType;
import org.chronus.presets.preset.Preset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many voices this machine holds. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "How many voices this machine holds, per core.")
final class BenchCommand implements Callable<Integer> {
    @Spec private picocli.CommandLine.Model.CommandSpec spec;
    @Option(names = "--preset", paramLabel = "PRESET", defaultValue = "Reference voice",
            description = "what to play (${DEFAULT-VALUE}: two saws, two-pole filter, two envelopes, pan)")
    private String preset;
    @Option(names = "--plugin", paramLabel = "TYPE", description = "instead: what a block of a plugin costs, here and in a process of its own")
    private String plugin;
    @Option(names = "--seconds", paramLabel = "S", defaultValue = "10", description = "how long to measure (${DEFAULT-VALUE})")
    private double seconds;
    @Option(names = "--json", description = "for programs to read")
    private boolean json;

    @Override public Integer call() throws Exception {
        if (!(seconds >= 1 && seconds <= 3600)) {
            throw new ParameterException(spec.commandLine(), "--seconds is 1 to 3600, not " + seconds);
        }
        SoundLibrary sounds = new SoundLibrary();
        if (plugin != null) {
            return plugin(sounds);
        }
        Preset chosen = sounds.preset(preset);
        VoiceBench.Result result = NamedThread.call("bench", () -> new VoiceBench(chosen).run(seconds));
        if (json) {
            System.out.println(Json.text(result));
        } else {
            System.out.printf(Locale.ROOT, "%s: %,d voices per core (%.2f ns per voice and frame, %d lanes)%n", result.preset(),
                    result.voicesPerCore(), result.nanosPerVoiceFrame(), result.lanes());
            System.out.printf(Locale.ROOT, "64 voices, 64 frames, beside 50 new patches a second: median %.0f us, 99.9 %% below %.0f us of 1,333%n",
                    result.medianMicros(), result.p999Micros());
        }
        return 0;
    }

    private int plugin(SoundLibrary sounds) throws Exception {
        ModuleType type = sounds.plugins().find(plugin).orElseThrow(() -> new Refusal(plugin + " cannot be had: "
                + sounds.plugins().refusal(plugin).orElse("see chronus list plugins for what is installed")));
        PluginBench.Result result = NamedThread.call("bench", () -> new PluginBench(type).run(seconds));
        if (json) {
            System.out.println(Json.text(result));
        } else {
            System.out.printf(Locale.ROOT, "%s: 64 frames take %.1f us here; in a process of its own %.1f us, 99 %% below %.0f us of 1,333%n",
                    result.plugin(), result.insideMicros(), result.isolatedMedianMicros(), result.isolatedP99Micros());
        }
        return 0;
    }
}
