package org.chronus.modules.patch.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.chronus.modules.patch.plan.PlayerPlan;
import org.chronus.modules.patch.plan.PlayerPlan.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** At 120 beats per minute and 48 kHz a sixteenth is 6,000 frames. */
class ArpeggiatorTest {
    private static final int STEP = 6_000;

    private static PlayerPlan.Arpeggiator plan(Order order, int octaves, double gate, double swing, boolean latch) {
        return new PlayerPlan.Arpeggiator(order, octaves, 0.25, true, gate, swing, latch);
    }

    private static Score order(Order order, int octaves) {
        return new Score(plan(order, octaves, 0.5, 0, false));
    }

    private static Score gate(double gate) {
        return new Score(plan(Order.UP, 1, gate, 0, false));
    }

    private static Score latched() {
        return new Score(plan(Order.UP, 1, 0.5, 0, true));
    }

    @Test void beginsWithTheFirstKeyAndGoesOnToTheFrame() {
        assertEquals(List.of(100, 6_100, 12_100, 18_100), order(Order.UP, 1).down(100, 60).until(18_101).times());
    }

    @Test void keysOfTheSameFrameAreInTheFirstStep() {
        assertEquals(List.of(48, 55, 60, 48), order(Order.UP, 1).down(7, 60, 55, 48).until(3 * STEP + 8).struck());
    }

    @Test void upIsFromTheLowestToTheHighestThroughTheOctaves() {
        assertEquals(List.of(60, 64, 72, 76, 60), order(Order.UP, 2).down(0, 64, 60).until(4 * STEP + 1).struck());
    }

    @Test void downIsTheOtherWayRound() {
        assertEquals(List.of(76, 72, 64, 60, 76), order(Order.DOWN, 2).down(0, 60, 64).until(4 * STEP + 1).struck());
    }

    @Test void upDownHasItsEndsOnce() {
        assertEquals(List.of(60, 64, 67, 64, 60, 64, 67), order(Order.UP_DOWN, 1).down(0, 60, 64, 67).until(6 * STEP + 1).struck());
        assertEquals(List.of(60, 60), order(Order.UP_DOWN, 1).down(0, 60).until(STEP + 1).struck());
    }

    @Test void asPlayedIsAsPlayed() {
        assertEquals(List.of(67, 60, 64, 79, 72, 76), order(Order.PLAYED, 2).down(0, 67, 60, 64).until(5 * STEP + 1).struck());
    }

    @Test void randomIsTheSameEachTimeAndOtherThanUp() {
        List<Integer> once = order(Order.RANDOM, 2).down(0, 60, 64, 67).until(23 * STEP + 1).struck();
        Score again = order(Order.RANDOM, 2).down(500, 50).up(1_000, 50).until(STEP * 3);
        again.events.clear();
        assertEquals(once, again.down(30_000, 60, 64, 67).until(30_000 + 23 * STEP + 1).struck());
        assertTrue(once.containsAll(List.of(60, 64, 67, 72, 76, 79)), once.toString());
        assertNotEquals(order(Order.UP, 2).down(0, 60, 64, 67).until(23 * STEP + 1).struck(), once);
    }

    @Test void aChordIsAllAtOnceAndGoesUpByOctaves() {
        Score score = order(Order.CHORD, 2).down(0, 64, 60).until(2 * STEP + 1);
        assertEquals(List.of(60, 64, 72, 76, 60, 64), score.struck());
        assertEquals(List.of(0, 0, STEP, STEP, 2 * STEP, 2 * STEP), score.times());
    }

    @Test void aNoteLastsForItsShareOfTheStep() {
        assertEquals(List.of("0+60", "1500-60", "6000+60", "7500-60"), gate(0.25).down(0, 60).until(2 * STEP).events);
        assertEquals(List.of("0+60", "60-60"), gate(0.01).down(0, 60).until(STEP).events);
    }

    @Test void aWholeStepIsLegato() {
        assertEquals(List.of("0+60", "6000+64", "6000-60", "12000+60", "12000-64"), gate(1).down(0, 60, 64).until(2 * STEP + 1).events);
        assertEquals(List.of("0+60", "6000-60", "6000+60"), gate(1).down(0, 60).until(STEP + 1).events, "the same note is struck again");
    }

    @Test void swingMakesEverySecondStepLate() {
        Score score = new Score(plan(Order.UP, 1, 0.5, 0.2, false)).down(0, 60).until(3 * STEP + 1_201);
        assertEquals(List.of(0, STEP + 1_200, 2 * STEP, 3 * STEP + 1_200), score.times());
        assertEquals("3600-60", score.events.get(1), "half of the long step");
        assertEquals("9600-60", score.events.get(3), "half of the short one");
    }

    @Test void aThirdOfSwingIsInTriplets() {
        List<Integer> times = new Score(plan(Order.UP, 1, 0.5, 1 / 3.0, false)).down(0, 60).until(2 * STEP + 1).times();
        assertEquals(List.of(0, 8_000, 12_000), times);
    }

    @Test void eachNoteIsAsLoudAsItsKey() {
        Score score = order(Order.UP, 2).strike(0, 0.25f, 60).strike(0, 0.75f, 64).until(3 * STEP + 1);
        assertEquals("{60=0.25, 64=0.75, 72=0.25, 76=0.75}", score.velocities.toString());
    }

    @Test void keysThatComeAndGoAreInItFromTheNextStepOn() {
        Score score = order(Order.UP, 1).down(0, 60, 67).down(100, 64).until(2 * STEP).up(2 * STEP, 67).until(4 * STEP + 1);
        assertEquals(List.of(60, 64, 60, 64, 60), score.struck());
    }

    @Test void theLastNoteLastsAsLongAsItWould() {
        assertEquals(List.of("0+60", "3000-60"), order(Order.UP, 1).down(0, 60).up(10, 60).until(20 * STEP).events);
        assertEquals(List.of("0+60", "6000-60"), gate(1).down(0, 60).up(10, 60).until(20 * STEP).events);
    }

    @Test void afterARestItBeginsAtOnce() {
        assertEquals(List.of(0, 7_001), order(Order.UP, 1).down(0, 60).up(10, 60).down(7_001, 62).until(7_002).times());
        assertEquals(List.of(0, 1_000), order(Order.UP, 1).down(0, 60).up(10, 60).down(1_000, 62).until(1_001).times());
    }

    @Test void latchedKeysStayUntilAnotherIsStruckAfterAllWereLetGo() {
        Score score = latched().down(0, 60, 64).up(10, 60, 64).until(3 * STEP);
        assertEquals(List.of(60, 64, 60), score.struck());
        score.down(3 * STEP + 100, 50).down(3 * STEP + 200, 53).up(3 * STEP + 300, 50, 53).until(6 * STEP + 1);
        assertEquals(List.of(60, 64, 60, 64, 50, 53, 50), score.struck());
        assertEquals(6 * STEP, score.times().getLast(), "on the same steps");
    }

    @Test void aLatchedChordGrowsWhileAKeyOfItIsDown() {
        assertEquals(List.of(60, 64, 67, 60), latched().down(0, 60, 64).up(10, 60).down(20, 67).up(30, 64, 67).until(3 * STEP + 1).struck());
    }

    @Test void whatIsLatchedEndsWhenItIsToldTo() {
        Score score = latched().down(0, 60, 64).up(10, 60);
        score.chain.unlatch(0);
        assertEquals(List.of(60, 64, 64), score.until(2 * STEP + 1).struck(), "a key that is down stays");
        score.up(2 * STEP + 2, 64).chain.unlatch(PlayerChain.ALL_CHANNELS);
        assertTrue(score.until(20 * STEP).isSilent());
        assertTrue(score.chain.rests());
    }

    @Test void aTempoChangesTheStepsFromItsFrameOn() {
        assertEquals(List.of(0, 6_000, 6_000 + 3_000 + 6_000, 6_000 + 3_000 + 18_000),
                order(Order.UP, 1).down(0, 60).tempo(9_000, 60).until(27_001).times(), "half a step at 120, half at 60");
    }

    @Test void noteAndStepKeepTheirSharesWhenTheTempoChanges() {
        assertEquals(List.of("0+60", "4000-60", "10000+60"), order(Order.UP, 1).down(0, 60).tempo(2_000, 60).until(10_001).events);
    }

    @Test void aSongThatRunsPutsStepsOnItsBeats() {
        Score score = order(Order.UP, 1).locate(1_000, 8).down(1_100, 60).until(13_001);
        assertEquals(List.of(7_000, 13_000), score.times());
    }

    @Test void aKeyOnTheBeatPlaysOnTheBeat() {
        assertEquals(List.of(7_000), order(Order.UP, 1).locate(1_000, 8).down(7_000, 60).until(7_001).times());
    }

    @Test void swingIsThatOfTheSong() {
        assertEquals(List.of(STEP + 1_200, 2 * STEP), new Score(plan(Order.UP, 1, 0.5, 0.2, false)).locate(0, 0).down(1_300, 60)
                .until(2 * STEP + 1).times());
    }

    @Test void aSongThatIsPutRightByALittlePlaysNoStepTwice() {
        assertEquals(List.of(0, STEP + 100, 2 * STEP + 100), order(Order.UP, 1).locate(0, 0).down(0, 60).locate(50, -50 / 24_000.0)
                .until(2 * STEP + 101).times());
    }

    @Test void afterTheSongTheStepsGoOn() {
        Score score = order(Order.UP, 1).locate(1_000, 0).down(1_000, 60).until(2_000);
        score.chain.leaveSong();
        assertEquals(List.of(1_000, 7_000), score.until(7_001).times());
        assertEquals(8_000, score.up(7_500, 60).down(8_000, 60).until(8_001).times().getLast(), "and the next arpeggio begins at once");
    }

    @Test void stepsInSecondsFollowNoTempo() {
        Score score = new Score(new PlayerPlan.Arpeggiator(Order.UP, 1, 0.1, false, 0.5, 0, false));
        assertEquals(List.of(10, 4_810, 9_610), score.locate(0, 0).down(10, 60).tempo(1_000, 60).until(9_611).times());
    }

    @Test void stepsAreNeverShorterThanTenMilliseconds() {
        List<Integer> times = order(Order.UP, 1).tempo(0, 1_000).down(0, 60).tempo(1, 1_000 * 8).until(48_001).times();
        assertTrue(times.size() <= 101, times.size() + " in a second");
    }

    @Test void notesBeyondTheKeyboardAreRests() {
        assertEquals(List.of(0, 2 * STEP), order(Order.UP, 2).down(0, 120).until(2 * STEP + 1).times());
    }

    @Test void itsLengthIsBounded() {
        Score score = order(Order.CHORD, 1).down(0, IntStream.range(0, 500).toArray()).until(1);
        assertEquals(Keys.MOST, score.struck().size());
        assertTrue(score.up(10, IntStream.range(0, 500).toArray()).until(STEP * 3).isSilent());
    }

    @Test void aChannelThatIsCutIsForgotten() {
        int other = 128 + 60;
        Score score = order(Order.CHORD, 1).down(0, 60, other).until(1);
        score.chain.cut(0);
        assertEquals(List.of(60, other, other), score.until(STEP + 1).struck());
        assertFalse(score.events.contains("3000-60"), "its notes are lifted by nobody");
    }

    @Test void pressureOfAKeyIsThatOfItsNotes() {
        Score score = order(Order.UP, 2).down(0, 60, 64).until(1);
        score.chain.head().pressure(60, 0.5f);
        score.chain.head().pressure(64, 0.25f);
        score.until(2 * STEP + 1);
        assertEquals(List.of("60:0.5", "64:0.25", "72:0.5"), score.pressures);
    }

    @ParameterizedTest @EnumSource void noNoteHangsWhateverIsPlayed(Order order) {
        for (double gate : new double[] {0.3, 1}) {
            SplittableRandom random = new SplittableRandom(3);
            Score score = new Score(plan(order, 2, gate, 0.3, false));
            long frame = 0;
            for (int i = 0; i < 4_000; i++) {
                frame += random.nextInt(700);
                int key = 40 + random.nextInt(12);
                switch (random.nextInt(12)) {
                    case 0 -> score.tempo(frame, 60 + random.nextInt(120));
                    case 1 -> score.locate(frame, random.nextInt(64) / 4.0);
                    case 2, 3, 4, 5 -> score.down(frame, key);
                    default -> score.up(frame, key);
                }
            }
            score.up(frame + 1, IntStream.range(0, 128).toArray()).until(frame + 500_000);
            assertTrue(score.isSilent(), order + " with gate " + gate);
            assertTrue(score.chain.rests());
        }
    }
}
