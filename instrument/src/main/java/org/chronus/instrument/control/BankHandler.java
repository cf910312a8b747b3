package org.chronus.instrument.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.assembly.InstrumentSetup;
import org.chronus.presets.draft.BankLevel;
import org.chronus.presets.draft.BankOrder;
import org.chronus.presets.draft.LevelEdit;
import org.chronus.presets.files.OutputFile;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.BankEntry;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.text.Severity;

/** The bank that is played: what is in it; and its order and levels, which are changed in files, whole or not at all, while what sounds goes on. */
final class BankHandler {
    private final Instrument instrument;
    private final ProgramHandler programs;
    /** One change of the file at a time. */
    private final ReentrantLock lock = new ReentrantLock();

    BankHandler(Instrument instrument, ProgramHandler programs) {
        this.instrument = instrument;
        this.programs = programs;
    }

    /** On a thread of its own: files may be slow, and others may ask meanwhile. */
    CompletableFuture<Answer> read() {
        return beside(this::readNow);
    }

    /** The same. */
    CompletableFuture<Answer> order(Request.OrderBank request) {
        return beside(() -> orderNow(request));
    }

    /** The same. */
    CompletableFuture<Answer> level(Request.SetLevel request) {
        return beside(() -> levelNow(request));
    }

    /** Something that takes its time. */
    @FunctionalInterface
    private interface Work {
        Answer run() throws Refused;
    }

    private static CompletableFuture<Answer> beside(Work work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return work.run();
            } catch (Refused refused) {
                return new Answer.Refusal(refused.getMessage());
            }
        }, task -> Thread.ofVirtual().name("bank").start(task)).exceptionally(thrown -> new Answer.Refusal(thrown + ": this is a mistake of ours"));
    }

    private Answer readNow() throws Refused {
        PresetLibrary library = instrument.setup().library();
        Bank bank = instrument.setList().bank();
        Optional<PresetFile> file = file(bank);
        List<Map<String, Object>> all = new ArrayList<>();
        bank.banks().forEach((number, entries) -> entries.forEach((program, entry) ->
                all.add(program(library, bank, file, new ProgramAddress(number, program), entry))));
        return Answer.Done.of("name", bank.name(), "origin", bank.origin(), "mine", file.isPresent(), "read", file.map(BankHandler::tag).orElse(""),
                "text", file.map(PresetFile::text).orElse(""), "first", bank.first(), "programs", all,
                "set", bank.set().stream().map(BankHandler::values).toList());
    }

    /** Its file as it is now; nothing if it is one of ours. */
    private Optional<PresetFile> file(Bank bank) throws Refused {
        Optional<ReadResult<PresetFile>> reading = instrument.setup().library().again(bank.origin());
        return reading.isEmpty() ? Optional.empty() : Optional.of(Refused.file(reading.get()));
    }

    /** Another text has another, but for a chance in four thousand million. */
    private static String tag(PresetFile file) {
        CRC32C sum = new CRC32C();
        sum.update(file.text().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private static Map<String, Object> values(ProgramAddress place) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("bank", place.bank());
        values.put("number", place.program());
        return values;
    }

    private static Map<String, Object> program(PresetLibrary library, Bank bank, Optional<PresetFile> file, ProgramAddress place, BankEntry entry) {
        ReadResult<Preset> reading = library.load(bank, entry);
        Map<String, Object> values = values(place);
        values.put("shown", place.program() + bank.first());
        values.put("preset", reading.found().map(Preset::name).orElse(entry.presetReference()));
        values.put("file", reading.found().map(Preset::origin).orElse(""));
        // Both are factors: the level that is heard is their product.
        values.put("level", decibels(reading.found().map(preset -> preset.plan().level() / entry.levelFactor()).orElse(1.0)));
        values.put("added", decibels(entry.levelFactor()));
        // A preset that came with Chronus stays as it is: its level is the bank's to change.
        Optional<PresetFile> own = reading.found().map(Preset::origin).flatMap(library::again).flatMap(ReadResult::found);
        values.put("writes", own.isPresent() ? "preset" : reading.found().isPresent() && file.isPresent() ? "bank" : "nowhere");
        values.put("read", own.or(() -> file).map(BankHandler::tag).orElse(""));
        return values;
    }

    private static double decibels(double factor) {
        return Double.isFinite(factor) && factor > 0 ? Math.round(200 * Math.log10(factor)) / 10.0 : Double.isNaN(factor) ? 0 : -200;
    }

    private Answer orderNow(Request.OrderBank request) throws Refused {
        lock.lock();
        try {
            Bank before = instrument.setList().bank();
            PresetFile file = file(before).orElseThrow(() -> new Refused(before.name() + " came with Chronus and cannot be changed",
                    "write a bank of your own, and start play with it"));
            check("the bank's file", file, request.read(), request.over());
            String text = (request.isOfSet() ? BankOrder.set(file.text(), request.order())
                    : BankOrder.programs(file.text(), request.bank(), request.order())).orElseThrow(() -> new Refused(
                    "these are not all of its places, or " + file.file() + " is written so that they cannot be moved",
                    "name each once, or write one program on a line"));
            PresetFile changed = PresetFile.of(file.file(), text);
            ReadResult<Bank> reading = instrument.setup().library().readBank(changed);
            Answer saved = save(changed, reading);
            use(reading.value(), request);
            return saved;
        } finally {
            lock.unlock();
        }
    }

    private static void check(String name, PresetFile file, Optional<String> read, boolean over) throws Refused {
        if (!over && read.filter(was -> !was.equals(tag(file))).isPresent()) {
            throw new Refused(name + " has been changed elsewhere since it was read", "read it again, or add \"over\" to change what is there now");
        }
    }

    /** Only what is right when it is read. */
    private static Answer save(PresetFile changed, ReadResult<?> reading) throws Refused {
        Optional<Problem> wrong = reading.problems().stream().filter(problem -> problem.severity() == Severity.ERROR).findFirst();
        if (wrong.isPresent()) {
            throw new Refused(wrong.get().toString());
        }
        try {
            OutputFile.save(Path.of(changed.file()), changed.text());
        } catch (IOException failure) {
            throw new Refused(failure.getMessage());
        }
        return Answer.Done.of("path", changed.file(), "read", tag(changed)).warning(reading.problems().stream().map(Problem::toString).toList());
    }

    private Answer levelNow(Request.SetLevel request) throws Refused {
        lock.lock();
        try {
            PresetLibrary library = instrument.setup().library();
            Bank bank = instrument.setList().bank();
            ProgramAddress place = bank.address(request.bank(), request.program()).orElseThrow(() ->
                    new Refused("the bank has no such program", "look at \"bank\""));
            Preset preset = Refused.file(library.load(bank, bank.find(place.bank(), place.program()).orElseThrow()));
            Optional<ReadResult<PresetFile>> own = library.again(preset.origin());
            PresetFile file = own.isPresent() ? Refused.file(own.get()) : file(bank).orElseThrow(() -> new Refused(preset.name() + " and "
                    + bank.name() + " came with Chronus and cannot be changed", "write a bank of your own, and start play with it"));
            check(own.isPresent() ? "the preset's file" : "the bank's file", file, request.read(), request.over());
            String level = LevelEdit.text(request.level());
            PresetFile changed = PresetFile.of(file.file(), (own.isPresent() ? LevelEdit.apply(file.text(), level)
                    : BankLevel.apply(file.text(), place, level)).orElseThrow(() -> new Refused(
                    "the level stands in " + file.file() + " in a form that is not changed here", "write 'level: " + level + "' by hand")));
            if (own.isPresent()) {
                return save(changed, library.read(changed));
            }
            ReadResult<Bank> reading = library.readBank(changed);
            Answer saved = save(changed, reading);
            instrument.loader().use(reading.value());
            instrument.setList().use(reading.value());
            return saved;
        } finally {
            lock.unlock();
        }
    }

    /** What sounds is where it went: nothing is loaded. */
    private void use(Bank bank, Request.OrderBank request) {
        UnaryOperator<ProgramAddress> moved = request.isOfSet() ? UnaryOperator.identity() : BankOrder.moved(request.bank(), request.order());
        programs.move(moved);
        instrument.loader().use(bank);
        instrument.setList().use(bank, place -> request.isOfSet() ? request.order().indexOf(place) : place, moved);
        programs.plays().ifPresent(instrument::moved);
        instrument.loader().expect(instrument.setList().neighbours(Math.max(instrument.setup().ready(), InstrumentSetup.NEIGHBOURS)));
    }
}
