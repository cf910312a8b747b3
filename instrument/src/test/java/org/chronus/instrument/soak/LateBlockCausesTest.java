package org.chronus.instrument.soak;

import static org.chronus.instrument.soak.LateBlockCauses.Sight.BUSY;
import static org.chronus.instrument.soak.LateBlockCauses.Sight.COLLECTING;
import static org.chronus.instrument.soak.LateBlockCauses.Sight.COMPILING;
import static org.chronus.instrument.soak.LateBlockCauses.Sight.PAUSED;
import static org.chronus.instrument.soak.LateBlockCauses.Sight.RETURNED;
import static org.chronus.instrument.soak.LateBlockCauses.Sight.WAITED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.chronus.instrument.engine.load.CallbackTimes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LateBlockCausesTest {
    private static final double PERIOD = 1_333_333;

    @Test void whatPlainArithmeticSuffersTooIsTheMachines() {
        assertEquals(new LateBlockCauses(0, 1, 0, 2, 7, 4, 3), LateBlockCauses.of(Map.of(BUSY, 4, PAUSED, 1, COMPILING, 2, WAITED, 3), 3, 0));
    }

    @Test void whatArithmeticDoesNotSufferIsOurs() {
        assertEquals(new LateBlockCauses(7, 0, 0, 0, 0, 7, 0), LateBlockCauses.of(Map.of(BUSY, 7), 0, 0));
        assertEquals(new LateBlockCauses(150, 0, 0, 0, 54, 154, 4), LateBlockCauses.of(Map.of(BUSY, 154, WAITED, 50), 4, 0));
    }

    @Test void oneThatWentBackToTheInterpreterIsOurs() {
        assertEquals(new LateBlockCauses(1, 0, 0, 0, 1, 1, 3), LateBlockCauses.of(Map.of(RETURNED, 1, BUSY, 1), 3, 0));
    }

    @Test void thoseThatGatherInTheCollectorsTimeAreTheCollectors() {
        assertEquals(new LateBlockCauses(0, 0, 13, 0, 0, 0, 0), LateBlockCauses.of(Map.of(COLLECTING, 13), 0, 0.014));
        assertEquals(new LateBlockCauses(0, 0, 12, 0, 3, 3, 0), LateBlockCauses.of(Map.of(COLLECTING, 13, BUSY, 2), 0, 0.014));
    }

    @Test void thoseThatAreAsOftenOutsideOfItAreNot() {
        assertEquals(new LateBlockCauses(40, 0, 0, 0, 0, 40, 0), LateBlockCauses.of(Map.of(COLLECTING, 20, BUSY, 20), 0, 0.5));
        assertEquals(new LateBlockCauses(40, 0, 0, 0, 0, 40, 0), LateBlockCauses.of(Map.of(COLLECTING, 20, BUSY, 20), 0, 1));
        assertEquals(new LateBlockCauses(24, 0, 1, 0, 0, 24, 0), LateBlockCauses.of(Map.of(COLLECTING, 5, BUSY, 20), 0, 0.16));
    }

    @Test void fewMoreProveNothing() {
        assertTrue(LateBlockCauses.isAccident(6, 0));
        assertTrue(LateBlockCauses.isAccident(0, 9));
        assertFalse(LateBlockCauses.isAccident(20, 4));
    }

    @Test void aBlockThatWaitedForAProcessorWasNotBusy() {
        assertFalse(CallbackTimes.isBusyAndLate(5_000_000, 200_000, PERIOD));
        assertFalse(CallbackTimes.isBusyAndLate(1_300_000, 1_290_000, PERIOD));
        assertTrue(CallbackTimes.isBusyAndLate(5_000_000, 4_900_000, PERIOD));
    }

    @Test void aBlockThatHasMuchToMakeUpForIsNotBusyByItself() {
        assertTrue(new CallbackProbe.Late(0, 1_400_000, 3_000_000, 1_600_000).isBusy(PERIOD));
        CallbackProbe.Late late = new CallbackProbe.Late(0, 27_000_000, 29_000_000, 2_000_000);
        assertFalse(late.isBusy(PERIOD));
        assertTrue(late.worked(PERIOD), "and if it went back to the interpreter meanwhile, that was ours");
    }

    @Test void theReferenceLoadWorksTwiceAsLongIfItIsToldTwiceTheTime() {
        double ratio = 0;
        for (int i = 0; i < 10 && !isAboutTwo(ratio); i++) {
            ReferenceLoad reference = new ReferenceLoad(PERIOD);
            ratio = (double) best(reference, 400_000) / best(reference, 200_000);
        }
        assertTrue(isAboutTwo(ratio), "the last of ten ratios: " + ratio);
    }

    @Tag("timing")
    @Test void theReferenceLoadWorksAsLongAsItIsTold() {
        long best = best(new ReferenceLoad(PERIOD), 400_000);
        assertTrue(best > 100_000 && best < 1_600_000, best + " ns of 400,000");
    }

    private static boolean isAboutTwo(double ratio) {
        return ratio > 1.5 && ratio < 2.7;
    }

    /** The least time that it took of many. */
    private static long best(ReferenceLoad reference, long nanos) {
        reference.measure(nanos);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long begin = System.nanoTime();
            reference.measure(nanos);
            best = Math.min(best, System.nanoTime() - begin);
        }
        return best;
    }
}
