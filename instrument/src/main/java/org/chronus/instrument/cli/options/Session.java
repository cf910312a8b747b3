package org.chronus.instrument.cli.options;

import java.util.Optional;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.Preset;

/**
 * What is to be played: a bank and where it begins. Immutable; any thread.
 *
 * @param first  the program to begin with; empty for the beginning of the set
 * @param single a preset to begin with that need not be in the bank
 */
public record Session(Bank bank, Optional<ProgramAddress> first, Optional<Preset> single) {
    /**
     * What the command line means.
     *
     * @param word    a bank or a preset; null for the factory bank
     * @param program the program to begin with, as the bank counts, or null for the beginning of the set
     */
    public static Session of(SoundLibrary sounds, String word, Integer program) throws Refusal {
        Bank bank = sounds.factoryBank();
        Optional<Preset> single = Optional.empty();
        if (word != null) {
            PresetFile file = SoundLibrary.good(sounds.library().find(word));
            if (file.isBank()) {
                bank = SoundLibrary.good(sounds.library().readBank(file));
            } else {
                single = Optional.of(SoundLibrary.good(sounds.library().read(file)));
            }
        }
        Session session = new Session(bank, Optional.empty(), single);
        return program == null ? session : session.from(program);
    }

    private Session from(int program) throws Refusal {
        Optional<ProgramAddress> address = bank.address(firstBank(), onTheWire(program));
        if (address.isEmpty()) {
            throw new Refusal(bank.name() + " has no program " + program + ": see chronus show for the bank");
        }
        return new Session(bank, address, single);
    }

    /** True if nothing says where it begins. */
    public boolean isOpen() {
        return first.isEmpty() && single.isEmpty();
    }

    /** The same from a program on; nothing if the bank has none there. */
    public Optional<Session> resumed(ProgramAddress program) {
        return bank.address(program.bank(), program.program()).map(address -> new Session(bank, Optional.of(address), single));
    }

    /** The bank in which a number that somebody types is looked for. */
    public int firstBank() {
        return bank.banks().firstKey();
    }

    /** The program that the bank calls by this number. */
    public int onTheWire(int program) {
        return program - bank.first();
    }

    /** Makes ready what it begins with; refused if that cannot be played. */
    public SwapReport begin(SoundLibrary sounds, Instrument instrument) throws Refusal {
        first.ifPresent(address -> instrument.setList().goTo(address.bank(), address.program()));
        ProgramAddress place = first.orElseGet(() -> instrument.setList().current());
        if (single.isEmpty()) {
            SoundLibrary.good(sounds.library().load(bank, bank.find(place.bank(), place.program()).orElseThrow()));
        }
        SwapReport report = single.map(instrument::begin).orElseGet(() -> instrument.begin(place));
        if (report.outcome() == SwapReport.Outcome.FAILED) {
            throw new Refusal(report.reason());
        }
        return report;
    }
}
