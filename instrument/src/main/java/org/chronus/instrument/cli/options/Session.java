package org.chronus.instrument.cli.options;

import java.util.Optional;

import org.chronus.instrument.control.SetList;
import org.chronus.instrument.engine.slots.Swap;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.Preset;

/**
 * What is to be played: a bank and where it begins.
 *
 * @param single a preset to begin with that need not be in the bank
 */
public record Session(Bank bank, SetList setList, Optional<Preset> single) {
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
        Session gig = new Session(bank, new SetList(bank), single);
        if (program != null) {
            if (bank.find(gig.firstBank(), gig.onTheWire(program)).isEmpty()) {
                throw new Refusal(bank.name() + " has no program " + program + ": see chronus show for the bank");
            }
            gig.setList.goTo(gig.firstBank(), gig.onTheWire(program));
        }
        return gig;
    }

    /** The bank in which a number that somebody types is looked for. */
    public int firstBank() {
        return bank.banks().firstKey();
    }

    /** The program that the bank calls by this number. */
    public int onTheWire(int program) {
        return program - bank.first();
    }

    /** The preset that it begins with. */
    public Preset first(SoundLibrary sounds) throws Refusal {
        ProgramAddress begin = setList.current();
        return single.isPresent() ? single.get()
                : SoundLibrary.good(sounds.library().load(bank, bank.find(begin.bank(), begin.program()).orElseThrow()));
    }

    /** The change that brings it. */
    public Swap begin() {
        ProgramAddress begin = setList.current();
        return single.isPresent() ? new Swap(0, Swap.NO_PROGRAM, Swap.NO_PROGRAM) : new Swap(0, begin.bank(), begin.program());
    }
}
