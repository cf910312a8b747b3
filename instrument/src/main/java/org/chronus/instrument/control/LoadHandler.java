package org.chronus.instrument.control;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.BankEntry;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.text.ReadResult;

/** Brings presets from files to sound, by the same way as a program change: one that is named, or what plays as its file is now. */
final class LoadHandler {
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

    CompletableFuture<Answer> load(Request.Load request, long nanos) throws Refused {
        PresetLibrary library = instrument.setup().library();
        Preset preset = Refused.file(library.read(find(library, request.preset())));
        changes.checkRoom();
        return changes.answer(instrument.change(nanos, preset));
    }

    /** The bank first, whose entry of the program may have changed as well; a mistake in either file changes nothing. */
    CompletableFuture<Answer> reload(long nanos) throws Refused {
        PresetLibrary library = instrument.setup().library();
        Preset playing = instrument.playing().orElseThrow(() -> new Refused("nothing plays yet", "wait until it does"));
        Optional<SwapRequest> program = changes.plays();
        if (program.isEmpty() && drafts.isLive()) {
            throw new Refused("what plays is a draft, which has no file", "load a preset");
        }
        Bank bank = instrument.setList().bank();
        Optional<ReadResult<PresetFile>> bankFile = library.again(bank.origin());
        if (bankFile.isPresent()) {
            bank = Refused.file(library.readBank(Refused.file(bankFile.get())));
        }
        if (program.isPresent()) {
            ProgramAddress place = new ProgramAddress(program.get().bank(), program.get().program());
            BankEntry entry = bank.find(place.bank(), place.program()).orElseThrow(() -> new Refused(
                    "the bank no longer has program " + place.program() + " (#" + (place.program() + 1) + ")", "ask for another, then reload"));
            Preset preset = Refused.file(library.load(bank, entry));
            changes.checkRoom();
            use(bank);
            return changes.answer(instrument.change(nanos, place, preset));
        }
        Optional<ReadResult<PresetFile>> file = library.again(playing.origin());
        Preset preset = file.isEmpty() ? playing : Refused.file(library.read(Refused.file(file.get())));
        changes.checkRoom();
        use(bank);
        return changes.answer(instrument.change(nanos, preset));
    }

    private void use(Bank bank) {
        instrument.loader().use(bank);
        instrument.setList().use(bank);
    }
}
