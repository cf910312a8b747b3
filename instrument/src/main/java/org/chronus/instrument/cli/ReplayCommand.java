package org.chronus.instrument.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.chronus.instrument.audio.Recorder;
import org.chronus.instrument.audio.WavWriter;
import org.chronus.instrument.blackbox.Dump;
import org.chronus.instrument.blackbox.DumpException;
import org.chronus.instrument.blackbox.DumpReader;
import org.chronus.instrument.blackbox.Replay;
import org.chronus.instrument.blackbox.ReplayReport;
import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.options.SoundLibrary;
import org.chronus.instrument.cli.terminal.CommandFiles;
import org.chronus.instrument.cli.terminal.Json;
import org.chronus.instrument.cli.terminal.NamedThread;
import org.chronus.instrument.cli.terminal.Progress;
import org.chronus.instrument.cli.terminal.StatusLine;
import org.chronus.presets.files.OutputPlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A dump of a black box into a WAV file. */
@Command(name = "replay", mixinStandardHelpOptions = true,
        description = "Renders again what an instrument has played, from a dump (status --dump), into a WAV file.")
final class ReplayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DUMP", description = "a file that status --dump has written, or play by itself")
    private Path dump;
    @Option(names = "-o", paramLabel = "OUT.wav", required = true, description = "where the sound goes: a file, a pipe, or - for standard output")
    private Path output;
    @Option(names = "--bits", paramLabel = "16|24|32f", defaultValue = "24", description = "how samples are stored (${DEFAULT-VALUE})")
    private String bits;
    @Option(names = "--report", paramLabel = "R.json", description = "what happened, and how far it is exact, as JSON; - for standard output")
    private Path report;

    private final StatusLine status = StatusLine.onStandardError();

    @Override public Integer call() throws Exception {
        WavWriter.Format format = RenderCommand.format(bits);
        CommandFiles files = new CommandFiles().reads("the dump", dump);
        OutputPlace sound = files.writesSound("-o", output);
        OutputPlace facts = report == null ? null : files.writes("--report", report);
        try {
            Dump read = DumpReader.read(dump);
            Replay replay = new Replay(dump.toString(), read, new SoundLibrary().catalog());
            ReplayReport done;
            try (Recorder recorder = new Recorder(output, read.header().rate(), format)) {
                try (Progress _ = Progress.of(status, sound.text(), replay::position, replay.frames())) {
                    done = NamedThread.call("replay", () -> replay.run(recorder));
                }
                recorder.finish();
            }
            if (facts != null) {
                Json.write(facts, done);
            }
            System.err.println(String.format(Locale.ROOT, "%s: %.1f s, %s", sound.text(), done.frames() / (double) done.sampleRate(),
                    done.exact() ? "the same to the bit" : "not all of it the same to the bit"));
            done.reasons().forEach(reason -> System.err.println("chronus: " + reason));
        } catch (DumpException wrong) {
            throw new Refusal(wrong.getMessage());
        } catch (IOException wrong) {
            throw Refusal.of(wrong);
        }
        return 0;
    }
}
