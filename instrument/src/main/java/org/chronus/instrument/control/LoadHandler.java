package org.chronus.instrument.control;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.BankEntry;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;

/** Brings presets from files to sound, by the same way as a program change: one that is named, or what plays as its file is now. */
final class LoadHandler {
    /** Something that reads, and then asks for a change. */
    @FunctionalInterface
    private interface Change {
        CompletableFuture<Answer> begin() throws Refused;
    }

    private static final int MOST_AT_ONCE = 8;
    private static final long LONGEST_SECONDS = 120;

    private final Semaphore readers = new Semaphore(MOST_AT_ONCE);
    private final Instrument instrument;
    private final ProgramHandler changes;
    private final DraftHandler drafts;

    LoadHandler(Instrument instrument, ProgramHandler changes, DraftHandler drafts) {
        this.instrument = instrument;
        this.changes = changes;
        this.drafts = drafts;
    }

    /** The file of a preset, by its name or path; refused if there is none, or it is a bank. */
    static PresetFile find(PresetLibrary library, String word) throws Refused {
        PresetFile file = Refused.file(library.find(word));
        if (file.isBank()) {
            throw new Refused(file.name() + " is a bank", "name one of its presets");
        }
        return file;
    }

    CompletableFuture<Answer> load(Request.Load request) throws Refused {
        changes.checkRoom();
        PresetLibrary library = instrument.setup().library();
        return beside(() -> {
            Preset preset = Refused.file(library.read(find(library, request.preset())));
            return changes.answer(instrument.change(System.nanoTime(), preset));
        });
    }

    /** The bank first, whose entry of the program may have changed as well; if what plays cannot be read, nothing changes. */
    CompletableFuture<Answer> reload() throws Refused {
        changes.checkRoom();
        Preset playing = instrument.playing().orElseThrow(() -> new Refused("nothing plays yet", "wait until it does"));
        Optional<ProgramAddress> program = changes.plays();
        if (program.isEmpty() && drafts.isLive()) {
            throw new Refused("what plays is a draft, which has no file", "load a preset");
        }
        return beside(() -> reload(program, playing));
    }

    private CompletableFuture<Answer> reload(Optional<ProgramAddress> program, Preset playing) throws Refused {
        PresetLibrary library = instrument.setup().library();
        Bank old = instrument.setList().bank();
        Optional<ReadResult<PresetFile>> file = library.again(old.origin());
        ReadResult<Bank> reading = file.isEmpty() ? ReadResult.of(old) : library.readBank(Refused.file(file.get()));
        Bank bank = Refused.file(reading);
        Preset preset = program.isPresent() ? read(library, bank, program.get()) : read(library, playing);
        instrument.loader().use(bank);
        instrument.setList().use(bank);
        long now = System.nanoTime();
        SwapReport change = program.isPresent() ? instrument.change(now, program.get(), preset) : instrument.change(now, preset);
        List<String> warnings = reading.problems().stream().map(Problem::toString).toList();
        return changes.answer(change).thenApply(answer -> answer instanceof Answer.Done done ? done.warning(warnings) : answer);
    }

    /** On a thread of its own: files may be slow, and a search for plugins is, and others may ask meanwhile, for silence above all. */
    private CompletableFuture<Answer> beside(Change change) throws Refused {
        if (!readers.tryAcquire()) {
            throw new Refused("too much is under way", "wait for its answers");
        }
        CompletableFuture<CompletableFuture<Answer>> begun = CompletableFuture.supplyAsync(() -> {
            try {
                return change.begin();
            } catch (Refused refused) {
                return CompletableFuture.completedFuture(new Answer.Refusal(refused.getMessage()));
            } finally {
                readers.release();
            }
        }, task -> Thread.ofPlatform().name("load").daemon().start(task));
        return begun.thenCompose(answer -> answer).exceptionally(thrown -> new Answer.Refusal(thrown + ": this is a mistake of ours"))
                .completeOnTimeout(new Answer.Refusal("nothing was read in two minutes: look at the file"), LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    private static Preset read(PresetLibrary library, Bank bank, ProgramAddress place) throws Refused {
        BankEntry entry = bank.find(place.bank(), place.program()).orElseThrow(() -> new Refused("the bank no longer has program "
                + place.program() + " (#" + (place.program() + 1) + "), which plays", "write it into the file, or ask for another first"));
        return Refused.file(library.load(bank, entry));
    }

    /** One of ours is as it was. */
    private static Preset read(PresetLibrary library, Preset playing) throws Refused {
        Optional<ReadResult<PresetFile>> file = library.again(playing.origin());
        return file.isEmpty() ? playing : Refused.file(library.read(Refused.file(file.get())));
    }
}
