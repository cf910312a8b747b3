package org.chronus.instrument.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BlameTest {
    private static final double PERIOD = 1_333_333;

    @Test void whatPlainArithmeticSuffersTooIsTheMachines() {
        assertEquals(new Blame(0, 1, 2, 7, 4, 3), Blame.of(0, 4, 1, 2, 10, 3));
    }

    @Test void whatArithmeticDoesNotSufferIsOurs() {
        assertEquals(new Blame(7, 0, 0, 0, 7, 0), Blame.of(0, 7, 0, 0, 7, 0));
        assertEquals(new Blame(150, 0, 0, 54, 154, 4), Blame.of(0, 154, 0, 0, 204, 4));
    }

    @Test void oneThatWentBackToTheInterpreterIsOurs() {
        assertEquals(new Blame(1, 0, 0, 1, 1, 3), Blame.of(1, 1, 0, 0, 2, 3));
    }

    @Test void fewMoreProveNothing() {
        assertTrue(Blame.isAccident(6, 0));
        assertTrue(Blame.isAccident(0, 9));
        assertFalse(Blame.isAccident(20, 4));
    }

    @Test void aBlockThatWaitedForAProcessorWasNotBusy() {
        assertFalse(CallbackProbe.isBusyAndLate(5_000_000, 200_000, PERIOD));
        assertFalse(CallbackProbe.isBusyAndLate(1_300_000, 1_290_000, PERIOD));
        assertTrue(CallbackProbe.isBusyAndLate(5_000_000, 4_900_000, PERIOD));
    }

    @Test void aBlockThatHasMuchToMakeUpForIsNotBusyByItself() {
        assertTrue(new CallbackProbe.Late(0, 1_400_000, 3_000_000, 1_600_000).isBusy(PERIOD));
        CallbackProbe.Late late = new CallbackProbe.Late(0, 27_000_000, 29_000_000, 2_000_000);
        assertFalse(late.isBusy(PERIOD));
        assertTrue(late.worked(PERIOD), "and if it went back to the interpreter meanwhile, that was ours");
    }

    @Test void theYardstickWorksAsLongAsItIsTold() {
        Yardstick yardstick = new Yardstick(PERIOD);
        yardstick.measure(400_000);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long begin = System.nanoTime();
            yardstick.measure(400_000);
            best = Math.min(best, System.nanoTime() - begin);
        }
        assertTrue(best > 100_000 && best < 1_600_000, best + " ns of 400,000");
    }
}
