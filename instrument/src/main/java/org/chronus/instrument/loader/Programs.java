package org.chronus.instrument.loader;

import java.util.Optional;

import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.text.ReadResult;

/** The programs of a bank, whose files are read when they are asked for; another bank may take its place. Mutable; any thread but audio. */
final class Programs {
    private final PresetLibrary library;
    private volatile Bank bank;

    Programs(PresetLibrary library, Bank bank) {
        this.library = library;
        this.bank = bank;
    }

    /** From now on programs are those of another bank. */
    void use(Bank other) {
        bank = other;
    }

    /** The preset that is to play, or what is wrong with it; nothing if the bank has no such program. */
    Optional<ReadResult<Preset>> read(SwapRequest request) {
        return request.preset().map(ReadResult::of).or(() -> read(request.bank(), request.program()));
    }

    private Optional<ReadResult<Preset>> read(int bankNumber, int program) {
        Bank now = bank;
        return now.find(bankNumber, program).map(entry -> library.load(now, entry));
    }

    /** The preset of a program, if there is one and it is right. */
    Optional<Preset> find(ProgramAddress program) {
        return read(program.bank(), program.program()).flatMap(ReadResult::found);
    }

    /** Where the bank has a program; nothing if there is no such program. */
    Optional<ProgramAddress> address(int bankNumber, int program) {
        return bank.address(bankNumber, program);
    }
}
