package org.chronus.midi.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** Times are in milliseconds here. */
class ActiveSensingTest {
    private static final int SENSING = 0xFE, NOTE_ON = 0x90;
    private static final long LOOK = 50;

    private final ActiveSensing sensing = new ActiveSensing();

    @Test
    void aDeviceThatFallsSilentIsLostOnceAfterAThirdOfASecond() {
        hear(1_000, SENSING);
        assertEquals(1_350, firstLoss(1_010, 10_000), LOOK);
        assertEquals(-1, firstLoss(10_010, 20_000));
    }

    @Test
    void anyMessageIsASignOfLife() {
        hear(1_000, SENSING);
        for (long now = 1_010; now < 5_000; now += LOOK) {
            if (now % 300 < LOOK) {
                hear(now, NOTE_ON);
            }
            assertFalse(isLost(now), "at " + now);
        }
    }

    @Test
    void aDeviceThatNeverPromisedAnythingMayBeSilent() {
        hear(1_000, NOTE_ON);
        assertEquals(-1, firstLoss(1_010, 10_000));
    }

    @Test
    void afterItWasLostItMayPromiseAgain() {
        hear(1_000, SENSING);
        firstLoss(1_010, 10_000);
        hear(11_000, SENSING);
        assertEquals(11_350, firstLoss(11_010, 20_000), LOOK);
    }

    @Test
    void aMachineThatStoodStillWaitsForWhatCameMeanwhile() {
        hear(1_000, SENSING);
        assertEquals(-1, firstLoss(1_010, 1_300));
        assertFalse(isLost(3_000), "two seconds later, at once");
        hear(3_001, SENSING);
        assertEquals(3_350, firstLoss(3_050, 10_000), LOOK);
    }

    /** The first look from a time on to another at which it is lost, or -1. */
    private long firstLoss(long from, long to) {
        for (long now = from; now < to; now += LOOK) {
            if (isLost(now)) {
                return now;
            }
        }
        return -1;
    }

    private boolean isLost(long now) {
        return sensing.isLost(now * 1_000_000);
    }

    private void hear(long now, int status) {
        sensing.hear(now * 1_000_000, status);
    }
}
