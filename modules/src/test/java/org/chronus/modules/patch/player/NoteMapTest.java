package org.chronus.modules.patch.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.chronus.modules.patch.plan.PlayerPlan;
import org.chronus.modules.patch.plan.PlayerPlan.Order;
import org.junit.jupiter.api.Test;

/** Chord memory and scale lock, alone and one after the other. */
class NoteMapTest {
    private static final PlayerPlan MAJOR_SEVENTH = new PlayerPlan.Chord(List.of(0, 4, 7, 11));
    private static final PlayerPlan FIFTH = new PlayerPlan.Chord(List.of(0, 7));
    private static final PlayerPlan C_MAJOR = new PlayerPlan.Scale(0, List.of(0, 2, 4, 5, 7, 9, 11));

    /** What each key makes by itself. */
    private static List<Integer> each(PlayerPlan plan, int... keys) {
        return Arrays.stream(keys).mapToObj(key -> new Score(plan).down(0, key).struck()).flatMap(List::stream).toList();
    }

    @Test void aKeyPlaysItsChord() {
        Score score = new Score(MAJOR_SEVENTH).strike(5, 0.4f, 60).up(9, 60);
        assertEquals(List.of("5+60", "5+64", "5+67", "5+71", "9-60", "9-64", "9-67", "9-71"), score.events);
        assertEquals("{60=0.4, 64=0.4, 67=0.4, 71=0.4}", score.velocities.toString());
    }

    @Test void aSharedNoteLivesUntilTheLastOfItsKeysIsLetGo() {
        Score score = new Score(FIFTH).down(0, 60, 67).up(1, 60);
        assertEquals(List.of("0+60", "0+67", "0+74", "1-60"), score.events, "struck together it is struck once");
        assertEquals(List.of("2-67", "2-74"), score.up(2, 67).events.subList(4, 6));
    }

    @Test void aKeyStruckTwiceComesUpOnce() {
        assertTrue(new Score(FIFTH).down(0, 60).down(1, 60).up(2, 60).isSilent());
    }

    @Test void notesBeyondTheKeyboardAreLeftOut() {
        assertEquals(List.of(125), new Score(FIFTH).down(0, 125).struck());
        assertEquals(List.of(3), new Score(new PlayerPlan.Chord(List.of(-12, 0))).down(0, 3).struck());
    }

    @Test void channelsHaveNothingInCommon() {
        assertEquals(List.of("0+60", "0+67", "0+188", "0+195", "1-60", "1-67"), new Score(FIFTH).down(0, 60).down(0, 188).up(1, 60).events);
    }

    @Test void eachKeyPlaysTheNearestNoteOfTheScale() {
        assertEquals(List.of(60, 60, 62, 62, 64, 65, 65, 67, 67, 69, 69, 71, 72),
                each(C_MAJOR, IntStream.rangeClosed(60, 72).toArray()));
    }

    @Test void theScaleBeginsAtItsRoot() {
        assertEquals(List.of(62, 64, 66, 66, 69), each(new PlayerPlan.Scale(2, List.of(0, 2, 4, 7, 9)), 61, 64, 66, 67, 69));
    }

    @Test void atTheEndsOfTheKeyboardTheScaleIsToOneSide() {
        PlayerPlan onlyE = new PlayerPlan.Scale(4, List.of(0));
        assertEquals(List.of(4, 4, 124), each(onlyE, 0, 1, 127));
    }

    @Test void twoKeysOnOneNoteOfTheScaleEndItWithTheLast() {
        Score score = new Score(C_MAJOR).down(0, 60).down(1, 61).up(2, 60);
        assertEquals(List.of("0+60", "1+60"), score.events);
        assertEquals("3-60", score.up(3, 61).events.getLast());
    }

    @Test void pressureOfAKeyIsThatOfItsChord() {
        Score score = new Score(FIFTH).down(0, 60);
        score.chain.head().pressure(60, 0.5f);
        score.chain.head().pressure(61, 1);
        assertEquals(List.of("60:0.5", "67:0.5"), score.pressures);
    }

    @Test void notesPassThroughPlayersInTheirOrder() {
        assertEquals(List.of(60, 65, 67), new Score(new PlayerPlan.Chord(List.of(0, 6, 7)), C_MAJOR).down(0, 60).struck());
        PlayerPlan arpeggio = new PlayerPlan.Arpeggiator(Order.UP, 1, 0.25, true, 0.5, 0, false);
        assertEquals(List.of(60, 64, 67, 71, 60), new Score(MAJOR_SEVENTH, arpeggio).down(0, 60).until(24_001).struck());
        assertEquals(List.of(60, 67, 60, 67), new Score(arpeggio, FIFTH).down(0, 60).until(6_001).struck());
    }

    @Test void anArpeggioOfAnArpeggioIsInTime() {
        PlayerPlan slow = new PlayerPlan.Arpeggiator(Order.UP, 1, 0.5, true, 1, 0, false);
        PlayerPlan quick = new PlayerPlan.Arpeggiator(Order.UP, 2, 0.25, true, 0.5, 0, false);
        Score score = new Score(slow, quick).down(0, 60, 62).until(24_001);
        assertEquals(score.times().stream().sorted().toList(), score.times());
        assertTrue(score.struck().containsAll(List.of(60, 72, 62, 74)), score.events.toString());
        assertTrue(score.up(24_500, 60, 62).until(200_000).isSilent());
    }

    @Test void aSharedNoteIsStruckAgainByTheLaterKey() {
        assertEquals(List.of("0+60", "0+67", "1+67", "1+74"), new Score(FIFTH).down(0, 60).down(1, 67).events);
    }

    @Test void aKeyThatIsStruckAndLetGoAndStruckAtOneFrameSounds() {
        assertEquals(List.of(60, 67), new Score(FIFTH).down(0, 60).up(0, 60).down(0, 60).struck().subList(2, 4));
    }

    @Test void chordsOfChordsAreNoMoreThanTheKeyboard() {
        PlayerPlan[] chords = new PlayerPlan[8];
        Arrays.fill(chords, new PlayerPlan.Chord(IntStream.range(-8, 8).boxed().toList()));
        Score score = new Score(chords).down(0, 60);
        score.chain.head().pressure(60, 0.5f);
        assertTrue(score.struck().size() <= 128 && score.pressures.size() <= 16 * 128, score.struck().size() + " notes");
        assertTrue(score.up(1, 60).isSilent());
    }

    @Test void noNoteHangsWhateverIsPlayed() {
        SplittableRandom random = new SplittableRandom(7);
        Score score = new Score(C_MAJOR, MAJOR_SEVENTH, C_MAJOR);
        for (int i = 0; i < 5_000; i++) {
            int key = 40 + random.nextInt(20) + 128 * random.nextInt(2);
            if (random.nextBoolean()) {
                score.down(i, key);
            } else {
                score.up(i, key);
            }
        }
        assertTrue(score.up(5_000, IntStream.range(0, 256).toArray()).isSilent());
    }
}
