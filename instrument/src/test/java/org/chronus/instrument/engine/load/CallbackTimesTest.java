package org.chronus.instrument.engine.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CallbackTimesTest {
    private static final long PERIOD = 1_333_333;
    private final CallbackTimes times = new CallbackTimes();

    @Test void sharesAreThoseOfThePeriodToAPercent() {
        for (int percent = 1; percent <= 100; percent++) {
            times.record(PERIOD * percent / 100, PERIOD * percent / 100, PERIOD);
        }
        assertEquals(0.5, times.share(50), 0.005);
        assertEquals(0.99, times.share(99), 0.01);
        assertEquals(1, times.worst(), 0.01);
        assertEquals(0, times.worked() + times.waited(), "what takes a period is not late");
    }

    @Test void aLateCallbackWorkedIfItHadAProcessorAndElseWaited() {
        times.record(2 * PERIOD, 2 * PERIOD, PERIOD);
        times.record(2 * PERIOD, PERIOD / 2, PERIOD);
        times.record(9 * PERIOD, PERIOD / 2, PERIOD);
        assertEquals(1, times.worked());
        assertEquals(2, times.waited());
    }

    @Test void aMachineThatSleptIsCountedAsAHundredPeriods() {
        times.record(10_000_000_000_000L, 0, PERIOD);
        times.record(-5, 0, PERIOD);
        assertEquals(100, times.worst(), 1);
        assertEquals(0, times.share(50));
    }
}
