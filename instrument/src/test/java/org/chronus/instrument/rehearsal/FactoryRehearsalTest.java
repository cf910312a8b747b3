package org.chronus.instrument.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class FactoryRehearsalTest {
    private static final int PRESETS = 67;

    @Test void theFactoryBankWouldEmbarrassNobody() throws Exception {
        BankPrograms programs = new BankPrograms(GigBank.library());
        // The processor is others' as well while tests run: neither its share nor the time of a prime is judged here.
        BankReport report = new BankRehearsal(programs, 60_000).run(programs.factory(), true, _ -> { });
        assertEquals(List.of(), report.verdicts().stream().filter(verdict -> verdict.kind() != Verdict.Kind.CPU).toList());
        assertEquals(List.of(), report.changes());
        assertEquals(PRESETS, report.programs().size());
        report.programs().forEach(row -> {
            assertTrue(Math.abs(row.offset()) <= Balance.TOLERANCE, row::toString);
            assertTrue(row.measured().truePeak() >= row.measured().peak() - 0.01, row::toString);
        });
    }
}
