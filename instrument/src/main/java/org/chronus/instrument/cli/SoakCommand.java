package org.chronus.instrument.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.chronus.instrument.audio.AudioBackend;
import org.chronus.instrument.cli.terminal.CommandFiles;
import org.chronus.instrument.cli.options.AudioChoice;
import org.chronus.instrument.cli.options.AudioSettings;
import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.options.SoundLibrary;
import org.chronus.instrument.cli.terminal.EventReporter;
import org.chronus.instrument.cli.terminal.Json;
import org.chronus.instrument.jack.JackOptions;
import org.chronus.instrument.soak.LateBlockCauses;
import org.chronus.instrument.soak.Soak;
import org.chronus.instrument.soak.SoakReport;
import org.chronus.presets.library.Bank;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays at random for a long time. */
@Command(name = "soak", mixinStandardHelpOptions = true,
        description = "Plays at random for a long time, with storms of program changes, and says whether every promise was kept.")
final class SoakCommand implements Callable<Integer> {
    @Spec private picocli.CommandLine.Model.CommandSpec spec;
    @Parameters(paramLabel = "BANK", arity = "0..1", description = "the bank to play (the factory bank)")
    private String bank;
    @Option(names = "--minutes", paramLabel = "M", defaultValue = "30", description = "how long (${DEFAULT-VALUE})")
    private double minutes;
    @Option(names = "--audio", paramLabel = "auto|javasound[:NAME]|file:PATH|null", defaultValue = "null",
            description = "where the sound goes (${DEFAULT-VALUE})")
    private String output;
    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "another performance (${DEFAULT-VALUE})")
    private long seed;
    @Option(names = "--flood", description = "four more keyboards send 10,000 messages a second each")
    private boolean flood;
    @Option(names = "--json", description = "for programs to read")
    private boolean json;
    @Mixin private AudioSettings settings;

    @Override public Integer call() throws Exception {
        if (!(minutes > 0 && minutes <= 60 * 24 * 30)) {
            throw new ParameterException(spec.commandLine(), "--minutes is more than 0 and at most 43200, not " + minutes);
        }
        SoundLibrary sounds = new SoundLibrary();
        Bank programs = bank == null ? sounds.factoryBank() : sounds.bank(bank);
        if (AudioChoice.file(output).isPresent()) {
            CommandFiles files = new CommandFiles().reads("a file of the bank", () -> sounds.library().filesOf(programs));
            files.writes("the report", Path.of("-"));
            files.writesSound("--audio", AudioChoice.file(output).get());
        }
        AudioBackend audio = AudioChoice.open(output, settings.rate(), settings.period(), JackOptions.usual(), System.err::println);
        if (audio.waits().isPresent()) {
            audio.close();
            throw new Refusal(audio.waits().get());
        }
        audio.report(System.err::println);
        SoakReport report;
        try {
            report = new Soak(sounds.library(), programs, sounds.catalog(), audio,
                    EventReporter::stuck).run(new Soak.Plan(minutes, seed, flood));
        } catch (IOException e) {
            throw Refusal.of(e);
        }
        if (json) {
            System.out.println(Json.text(report));
        } else {
            LateBlockCauses late = report.lateBlocks();
            System.out.printf(Locale.ROOT, "%.1f minutes, %,d blocks of %d frames: %d late by our fault, %d by the collector's pauses and "
                    + "%d beside its work, %d by the compiler's, %d by the machine's%n", report.minutes(), report.blocks(), report.period(),
                    late.ours(), late.collector(), late.collecting(), late.compiler(), late.machine());
            System.out.printf(Locale.ROOT, "%d late blocks had a processor all the time, and so had plain arithmetic when it was late %d times%n",
                    late.busy(), late.reference());
            System.out.printf(Locale.ROOT, "render %.0f us in the middle, 99.9 %% below %.0f us; prime %.1f ms in the middle, 99 %% below %.1f ms%n",
                    report.renderMicros().median(), report.renderMicros().p999(), report.primeMillis().median(), report.primeMillis().p99());
            System.out.printf(Locale.ROOT, "%d program changes %s, %d kB of garbage each, %d notes hang, %d bytes allocated, memory %s%d MiB%n",
                    report.programChanges(), report.swaps(), report.garbagePerChange() / 1_000, report.stuckNotes(), report.allocatedBytes(),
                    report.residentStart() == 0 ? ""
                            : report.residentStart() + " to ", report.residentEnd());
            if (flood) {
                System.out.printf(Locale.ROOT, "%,d messages of the flood; %d of all found no room%n", report.flooded(), report.refused());
            }
        }
        report.warnings().forEach(line -> System.err.println("chronus: " + line));
        report.broken().forEach(line -> System.err.println("chronus: " + line));
        return report.broken().isEmpty() ? 0 : 1;
    }
}
