package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.TreeMap;

import org.chronus.presets.Bank;
import org.chronus.presets.BankEntry;
import org.junit.jupiter.api.Test;

class ProgramsTest {
    /** Counts from 1 and has the programs 0, 4 and 9 of the wire. */
    private static final Bank BANK = new Bank("Friday gig", 1,
            new TreeMap<>(Map.of(0, new TreeMap<>(Map.of(0, entry("A"), 4, entry("B"), 9, entry("C"))))), "here");

    private static BankEntry entry(String preset) {
        return new BankEntry(preset, 1, 0);
    }

    @Test void itBeginsWithTheFirstOrTheOneThatIsNamedAsTheBankCounts() throws Exception {
        assertEquals(0, new Programs(BANK, null).current());
        assertEquals(4, new Programs(BANK, 5).current());
        assertThrows(Refusal.class, () -> new Programs(BANK, 4));
    }

    @Test void nextAndPreviousSkipGapsAndGoRound() throws Exception {
        Programs programs = new Programs(BANK, 5);
        assertEquals(9, programs.next());
        assertEquals(0, programs.previous());
        programs.goTo(9);
        assertEquals(0, programs.next());
        programs.goTo(0);
        assertEquals(9, programs.previous());
    }

    @Test void itStaysWhereItIsIfThereIsNoSuchProgram() throws Exception {
        Programs programs = new Programs(BANK, 5);
        programs.goTo(7);
        assertEquals(4, programs.current());
    }
}
