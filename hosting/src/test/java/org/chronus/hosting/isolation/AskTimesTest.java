package org.chronus.hosting.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A helper is awake a little before a period that comes regularly, and sleeps until it is woken otherwise. */
class AskTimesTest {
    private static final long PERIOD = 1_333_333, EARLY = AskTimes.AWAKE_NANOS / 3;

    private final AskTimes times = new AskTimes();

    private long periods(long from, int count, long length) {
        for (int i = 0; i < count; i++) {
            times.add(from + i * length);
        }
        return from + (count - 1) * length;
    }

    @Test void whatComesRegularlyIsForetold() {
        long last = periods(5 * PERIOD, 10, PERIOD);
        assertEquals(PERIOD - EARLY, times.sleep(last), 10);
        assertEquals(PERIOD - EARLY - 300_000, times.sleep(last + 300_000), 10);
    }

    @Test void thePiecesOfOnePeriodAreNoPeriods() {
        long last = 0;
        for (int period = 1; period <= 10; period++) {
            for (int piece = 0; piece < 4; piece++) {
                last = period * 4 * PERIOD + piece * 20_000;
                times.add(last);
            }
        }
        assertEquals(4 * PERIOD - EARLY - 60_000, times.sleep(last), 10);
    }

    @Test void whatIsNotRegularIsNotForetold() {
        periods(PERIOD, 3, PERIOD);
        assertEquals(0, times.sleep(3 * PERIOD), "too few");
        long now = 0;
        for (int i = 1; i < 20; i++) {
            now += i % 2 == 0 ? PERIOD : 3 * PERIOD;
            times.add(now + 10 * PERIOD);
        }
        assertEquals(0, times.sleep(now + 10 * PERIOD), "too irregular");
    }

    @Test void aPeriodThatDoesNotComeEndsItUntilThereAreSomeAgain() {
        long last = periods(5 * PERIOD, 10, PERIOD);
        times.miss();
        assertEquals(0, times.sleep(last));
        last = periods(last + 100 * PERIOD, 10, PERIOD);
        assertTrue(times.sleep(last) > 0);
    }
}
