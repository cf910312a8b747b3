package org.chronus.instrument.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ArrivalClockTest {
    private static final int RATE = 48_000, PERIOD = 256;
    private static final double NANOS = 1e9 / RATE;

    @Test void aNoteComesOnePeriodLaterThanItWasPlayedHoweverLateTheCallbacks() {
        ArrivalClock clock = new ArrivalClock(RATE);
        SplittableRandom random = new SplittableRandom(1);
        double worst = 0, mean = 0;
        int count = 4_000, settled = 1_000;
        for (int i = 0; i < count; i++) {
            double callback = i * PERIOD * NANOS;
            long late = (long) (random.nextDouble() * 1e6);
            clock.callback((long) callback + late, (long) i * PERIOD, PERIOD);
            double played = callback - random.nextDouble() * 0.5 * PERIOD * NANOS;
            double latency = clock.frame((long) played) - played / NANOS;
            if (i >= settled) {
                worst = Math.max(worst, Math.abs(latency - PERIOD + 24));
                mean += latency / (count - settled);
            }
        }
        assertEquals(PERIOD - 24, mean, 3, "one period, less the mean lateness of half a millisecond");
        assertTrue(worst < 8, "callbacks wander by 48 frames; notes by " + worst);
    }

    @Test void nothingIsPlayedInThePast() {
        ArrivalClock clock = new ArrivalClock(RATE);
        clock.callback(0, 0, PERIOD);
        clock.callback((long) (PERIOD * NANOS), PERIOD, PERIOD);
        assertEquals(PERIOD, clock.frame(-1_000_000_000L));
    }

    @Tag("L3")
    @Test void aShortStallDelaysNoNoteAfterIt() {
        ArrivalClock clock = new ArrivalClock(RATE);
        for (int i = 0; i < 100; i++) {
            clock.callback((long) (64 * i * NANOS), 64L * i, 64);
        }
        long after = (long) (6_400 * NANOS) + 30_000_000;
        clock.callback(after, 6_400, 64);
        assertEquals(6_464, clock.frame(after), 1, "30 ms were lost, and are not added to what is played now");
    }

    @Tag("L3")
    @Test void afterAStallTheClockBeginsAnew() {
        ArrivalClock clock = new ArrivalClock(RATE);
        clock.callback(0, 0, PERIOD);
        long after = 3_000_000_000L;
        clock.callback(after, PERIOD, PERIOD);
        assertEquals(PERIOD + PERIOD, clock.frame(after), 1);
    }
}
