package org.chronus.instrument.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.chronus.instrument.audio.LatencyProbe;
import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.terminal.Json;
import org.chronus.instrument.jack.JackBackend;
import org.chronus.instrument.jack.JackOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long sound takes from the output to the input, and so from a key to the ear. */
@Command(name = "latency", mixinStandardHelpOptions = true, description = {"Measures the way from the output to the input, under JACK or PipeWire.",
    "Without --cable its own ports are connected: what the server adds. With it, a cable leads from the card's first output to its first input."})
final class LatencyCommand implements Callable<Integer> {
    private static final int ROUNDS = 10;
    private static final double LONGEST_SECONDS = 0.4, PATIENCE_SECONDS = 30;

    @Option(names = "--jack", paramLabel = "SERVER", defaultValue = "", description = "a JACK server by its name (the usual one)")
    private String server;
    @Option(names = "--cable", description = "through the sound card")
    private boolean cable;
    @Option(names = "--json", description = "for programs to read")
    private boolean json;

    @Override public Integer call() throws Exception {
        JackOptions options = new JackOptions(server, "chronus-latency", cable, "");
        try (JackBackend jack = JackBackend.open(options)) {
            LatencyProbe probe = new LatencyProbe(ROUNDS, (int) (LONGEST_SECONDS * jack.sampleRate()));
            jack.start(probe);
            if (!cable) {
                jack.loop();
            }
            for (double waited = 0; !probe.isDone(); waited += 0.05) {
                if (waited > PATIENCE_SECONDS) {
                    throw new Refusal("JACK calls no longer: look at the server");
                }
                Thread.sleep(50);
            }
            return report(jack, probe.frames());
        } catch (IOException e) {
            throw Refusal.of(e);
        }
    }

    private int report(JackBackend jack, int[] frames) throws Refusal {
        // The first burst may be on its way before the cable is there.
        int[] settled = Arrays.copyOfRange(frames, 1, frames.length);
        int least = Arrays.stream(settled).min().orElseThrow(), most = Arrays.stream(settled).max().orElseThrow();
        if (least < 0) {
            throw new Refusal("the input hears nothing of the output: " + (cable
                    ? "connect the card's first output to its first input, and turn it up"
                    : "another program may have taken the connection away"));
        }
        double perFrame = 1e3 / jack.sampleRate(), output = jack.latencyMillis();
        double key = jack.period() * perFrame + (cable ? Math.max(output, most * perFrame - jack.period() * perFrame) : output);
        if (json) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("sampleRate", jack.sampleRate());
            facts.put("period", jack.period());
            facts.put("leastFrames", least);
            facts.put("mostFrames", most);
            facts.put("outputMillis", output);
            facts.put("keyToSoundMillis", key);
            System.out.println(Json.text(facts));
        } else {
            System.out.printf(Locale.ROOT, "output to input: %s, %.1f ms, %d times%n", least == most ? least + " frames" : least + " to " + most
                    + " frames",
                    most * perFrame, settled.length);
            System.out.printf(Locale.ROOT, "key to sound:    about %.1f ms, by a MIDI key: a period of %d frames, always, and the way out%n", key,
                    jack.period());
        }
        return 0;
    }
}
