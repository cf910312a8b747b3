package org.chronus.instrument.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.rehearsal.Verdict.Kind;
import org.chronus.modules.testkit.measure.Waves;
import org.chronus.presets.draft.LevelEdit;
import org.chronus.presets.library.Bank;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.text.Severity;

/** Rehearses a bank, each program on a thread of its own, and judges them by themselves and against each other. One use; any thread but audio. */
public final class BankRehearsal {
    /** For one program. */
    private static final long PATIENCE_SECONDS = 180;
    private static final double FAINTEST = -70, SOFTEST_LEVEL = -200;

    private final BankPrograms finder;
    private final double primeLimit;
    private final Rehearsal rehearsal = new Rehearsal();
    private final Map<Program, Measured> measured = new LinkedHashMap<>();
    private final Map<Program, List<Verdict>> verdicts = new LinkedHashMap<>();
    private final Balance balance = new Balance();
    /** Levels that would be right, in dB. */
    private final Map<Program, Double> advised = new HashMap<>();

    /** @param primeLimit how many milliseconds a prime may take in {@code play} */
    public BankRehearsal(BankPrograms finder, double primeLimit) {
        this.finder = finder;
        this.primeLimit = primeLimit;
    }

    /**
     * Rehearses all programs.
     *
     * @param bank     with what is wrong with it
     * @param fixes    true to write levels into the user's preset files
     * @param progress hears which program is played
     */
    public BankReport run(ReadResult<Bank> bank, boolean fixes, Consumer<String> progress) throws InterruptedException {
        List<Program> programs = finder.programs(bank.value());
        for (Program program : programs) {
            progress.accept(program.number() + " " + program.name());
            verdicts.put(program, new ArrayList<>(problems(program.place(), program.problems(), program.preset().isEmpty())));
            if (program.preset().isPresent()) {
                rehearse(program);
            }
        }
        Map<String, Double> levels = balance.levels();
        LevelWriter writer = new LevelWriter();
        if (fixes) {
            programs.stream().filter(program -> levels.containsKey(program.file())).forEach(program ->
                    writer.write(program.file(), balance.level(program), levels.get(program.file())));
        }
        measured.forEach((program, heard) -> {
            boolean isCured = writer.hasWritten(program.file());
            Measured now = isCured ? heard.louder(levels.get(program.file()) - balance.level(program)) : heard;
            verdicts.get(program).addAll(Judge.judge(program, now, primeLimit));
            if (!isCured) {
                compare(program, levels);
            }
        });
        List<Verdict> all = new ArrayList<>(problems(bank.value().origin(), bank.problems(), false));
        verdicts.values().forEach(all::addAll);
        return new BankReport(bank.value().name(), balance.median().orElse(null), programs.stream().map(this::row).toList(), all,
                writer.changes(), writer.refused());
    }

    /** The validator's; with errors a program is lacking. */
    private static List<Verdict> problems(String place, List<Problem> problems, boolean missing) {
        return problems.stream().map(problem -> {
            boolean error = problem.severity() == Severity.ERROR;
            String where = problem.line() == 0 ? place : place + ", line " + problem.line();
            return new Verdict(missing && error ? Kind.MISSING : Kind.PROBLEM, where, error, (error ? "it cannot be played: " : "") + problem.what(),
                    problem.cure());
        }).toList();
    }

    private void rehearse(Program program) throws InterruptedException {
        FutureTask<Measured> task = new FutureTask<>(() -> rehearsal.rehearse(program.preset().orElseThrow()));
        Thread.ofPlatform().name("rehearsal").daemon().start(task);
        try {
            Measured heard = task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            measured.put(program, heard);
            if (heard.failure().isEmpty() && heard.loudness() > FAINTEST) {
                balance.add(program, heard.loudness(), Judge.headroom(heard));
            }
        } catch (TimeoutException stuck) {
            fail(program, "it was not through after " + PATIENCE_SECONDS + " s", "look for the module that hangs, or takes so long");
        } catch (ExecutionException failure) {
            String what = failure.getCause() instanceof PrimeException known ? known.getMessage() : failure.getCause().toString();
            fail(program, "it cannot be played: " + what, "correct it; chronus check says what the validator sees");
        }
    }

    private void fail(Program program, String what, String cure) {
        verdicts.get(program).add(new Verdict(Kind.FAILURE, program.place(), true, what, cure));
    }

    private double offset(Program program) {
        Measured heard = measured.get(program);
        return heard == null || !heard.failure().isEmpty() || heard.loudness() <= FAINTEST ? 0 : heard.loudness() - balance.median().orElseThrow();
    }

    private void compare(Program program, Map<String, Double> levels) {
        double offset = offset(program);
        if (!Balance.isOff(offset, 0)) {
            return;
        }
        double level = levels.getOrDefault(program.file(), balance.wanted(program));
        String wanted = LevelEdit.text(level), cure = "write 'level: " + wanted + "'";
        if (!program.isUsers()) {
            double added = Waves.decibels(program.preset().orElseThrow().plan().level() / program.fileLevel());
            advise(program, Math.round(10 * (added - offset)) / 10.0);
            cure = String.format(Locale.ROOT, "give it %+.1f dB where the bank names it: {preset: \"%s\", level: ...}", -offset, program.name());
        } else if (balance.isTornApart(program)) {
            cure = String.format(Locale.ROOT, "the bank plays its file at several levels: change this one's by %+.1f dB", -offset);
        } else if (!balance.hasRoom(program, level)) {
            cure = "with 'level: " + wanted + "' its hard strokes would clip: make its soft ones louder";
        } else {
            advise(program, level);
        }
        // At the median it would not clip: that is one verdict, with one cure.
        boolean alsoClips = offset > -Judge.headroom(measured.get(program))
                && verdicts.get(program).removeIf(verdict -> verdict.kind() == Kind.CLIPPING);
        verdicts.get(program).add(new Verdict(Kind.LOUDNESS, program.place(), true, String.format(Locale.ROOT,
                "it is %.1f LU %s than the bank's median of %.1f LUFS%s", Math.abs(offset), offset > 0 ? "louder" : "softer",
                balance.median().orElseThrow(), alsoClips ? ", and clips" : ""), cure));
    }

    private void advise(Program program, double level) {
        if (Double.isFinite(level) && level <= Balance.HIGHEST_LEVEL) {
            advised.put(program, level);
        }
    }

    private BankReport.Row row(Program program) {
        double level = program.preset().map(preset -> Math.max(SOFTEST_LEVEL, Waves.decibels(preset.plan().level()))).orElse(0.0);
        return new BankReport.Row(program.address().bank(), program.address().program(), program.number(), program.name(), program.file(), level,
                offset(program), advised.get(program), measured.get(program));
    }
}
