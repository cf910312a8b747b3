package org.chronus.instrument.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Which figures break a promise. */
class SoakReportTest {
    @Test void nothingIsBrokenWhileAllIsWell() {
        assertEquals(List.of(), SoakReport.broken(0, 0, 0, 0, 0, 1_000, 1_050));
    }

    @Test void everyPromiseThatIsBrokenIsNamed() {
        assertEquals(List.of("1 more blocks worked for longer than they last than plain arithmetic would have", "2 notes hang",
                "3 bytes were allocated on the audio thread", "4 patches had to be taken out", "5 program changes failed",
                "memory grew from 1000 to 1067 MiB"), SoakReport.broken(1, 2, 3, 4, 5, 1_000, 1_067));
    }

    @Test void memoryIsNotJudgedBeforeItHasSettled() {
        assertEquals(List.of(), SoakReport.broken(0, 0, 0, 0, 0, 0, 5_000));
    }
}
