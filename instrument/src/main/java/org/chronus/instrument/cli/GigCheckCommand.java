package org.chronus.instrument.cli;

import java.util.Locale;
import java.util.concurrent.Callable;

import org.chronus.instrument.assembly.InstrumentSetup;
import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.options.SoundLibrary;
import org.chronus.instrument.cli.terminal.Json;
import org.chronus.instrument.cli.terminal.StatusLine;
import org.chronus.instrument.rehearsal.BankPrograms;
import org.chronus.instrument.rehearsal.BankRehearsal;
import org.chronus.instrument.rehearsal.BankReport;
import org.chronus.instrument.rehearsal.ReportTable;
import org.chronus.instrument.rehearsal.Verdict;
import org.chronus.presets.library.Bank;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A rehearsal of a bank before it is played on stage; exit code 1 if something would embarrass there. */
@Command(name = "gig-check", mixinStandardHelpOptions = true,
        description = "Plays every preset of a bank offline, and says what would embarrass on stage, and the cure.")
final class GigCheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "BANK", arity = "0..1", description = "a bank, a preset, or a folder of presets (the factory bank)")
    private String word;
    @Option(names = "--json", description = "for programs to read")
    private boolean json;
    @Option(names = "--fix", description = "write the level: of presets that are too loud or too soft into their files, if they are yours")
    private boolean fix;
    @Option(names = "--progress", description = "say each program that is played, also where there is no terminal")
    private boolean progress;

    @Override public Integer call() throws Exception {
        StatusLine status = StatusLine.onStandardError();
        SoundLibrary sounds = new SoundLibrary(status::show);
        BankPrograms programs = new BankPrograms(sounds.library());
        ReadResult<Bank> bank = word == null ? programs.factory() : programs.find(word);
        if (bank.found().isEmpty()) {
            throw new Refusal(String.join("\n", bank.problems().stream().map(Problem::withCaret).toList()));
        }
        double primeLimit = InstrumentSetup.live(sounds.library(), bank.value(), sounds.catalog(), 48_000).timeoutNanos() / 1e6;
        BankReport report = new BankRehearsal(programs, primeLimit).run(bank, fix, progress ? status::say : status::show);
        status.show("");
        if (json) {
            System.out.println(Json.text(report));
        } else {
            print(report);
        }
        report.refused().forEach(line -> System.err.println("chronus: " + line));
        return report.isGood() ? 0 : 1;
    }

    private static void print(BankReport report) {
        ReportTable.lines(report).forEach(System.out::println);
        report.verdicts().forEach(verdict -> System.out.println((verdict.embarrassing() ? "! " : "- ") + verdict));
        report.changes().forEach(change -> System.out.printf(Locale.ROOT, "%s: its level was %.1f dB and is %.1f dB now%n", change.file(),
                change.before(), change.after()));
        long bad = report.verdicts().stream().filter(Verdict::embarrassing).count();
        System.err.println(bad == 0 ? "nothing would embarrass on stage" : bad + " would embarrass on stage");
    }
}
