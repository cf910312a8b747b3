package org.chronus.instrument.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Too little time, by a clock of the test's own: every voice costs a share of a block. */
class GovernorTest {
    private static final int BLOCK = 64, GRACE = 24_000;
    private static final double BLOCK_NANOS = 1e9 * BLOCK / Stage.RATE;
    private static final String LONG = Stage.TONE.replace("release: 0.1 s", "release: 20 s") + "voices: {count: 40}\n";

    private double nanos;
    private double eachVoice;
    private double once;
    private final Stage stage = new Stage(new Engine(Stage.RATE, 0xFFFF, 0, null, () -> (long) nanos));

    /** Renders blocks, each of which takes its time. */
    private void play(int blocks) {
        for (int i = 0; i < blocks; i++) {
            stage.left(BLOCK);
            nanos += (once + eachVoice * stage.engine.voices()) * BLOCK_NANOS;
            once = 0;
        }
    }

    @Test void whatPassesBetweenCallbacksIsNotThePatchs() {
        stage.offer(LONG);
        float[] left = new float[BLOCK], right = new float[BLOCK];
        for (int i = 0; i < 2 * GRACE / BLOCK; i++) {
            stage.engine.process(left, right, BLOCK);
            nanos += 3 * BLOCK_NANOS;
        }
        assertEquals(0, stage.engine.tally().overruns());
        assertEquals(0, stage.engine.tally().failures());
    }

    @Test void theNoteReleasedLongestAgoIsTakenFirstAndNoKeyThatIsDown() {
        stage.offer(LONG);
        eachVoice = 0.05;
        for (int i = 0; i < 12; i++) {
            stage.press(i * BLOCK, 40 + i).lift((20 + i) * BLOCK, 40 + i);
        }
        play(60);
        for (int i = 0; i < 8; i++) {
            stage.press((60 + i) * BLOCK, 70 + i);
        }
        play(300);
        assertTrue(stage.engine.tally().shed() >= 6 && stage.engine.tally().shed() <= 12, "released notes were taken: " + stage.engine.tally().shed());
        assertEquals(1, stage.engine.tally().leastPolyphony(), "no other");
        float[] sound = stage.left(9_600);
        for (int i = 0; i < 8; i++) {
            assertTrue(Stage.tone(sound, 0, 9_600, 70 + i) > 0.05, "key " + (70 + i) + " is down and sounds");
        }
        assertTrue(Stage.tone(sound, 0, 9_600, 40) < 0.01, "the first released is gone");
    }

    @Test void polyphonyIsLoweredBeforeADeadlineIsMissedAndComesBack() {
        stage.offer(LONG);
        eachVoice = 0.05;
        for (int i = 0; i < 36; i++) {
            stage.press(GRACE + i * 10 * BLOCK, 40 + i);
        }
        play(GRACE / BLOCK + 36 * 10 + 100);
        assertEquals(0, stage.engine.tally().overruns(), "no deadline was missed");
        assertTrue(stage.engine.voices() <= 18, "voices that there is time for: " + stage.engine.voices());
        assertTrue(stage.engine.tally().leastPolyphony() < 0.5);
        for (int i = 0; i < 36; i++) {
            stage.lift(stage.engine.position(), 40 + i);
        }
        eachVoice = 0.01;
        play(4 * Stage.RATE / BLOCK);
        for (int i = 0; i < 36; i++) {
            stage.press(stage.engine.position(), 40 + i);
        }
        play(40);
        assertTrue(stage.engine.voices() >= 36, "all of them: " + stage.engine.voices());
    }

    @Test void threeOverrunsWithinASecondTakeThePatchOutAndTwoDoNot() {
        stage.offer(LONG);
        stage.lend(Stage.TONE);
        stage.press(0, 69);
        play(GRACE / BLOCK + 1);
        for (int i = 0; i < 2; i++) {
            once = 1.5;
            play(100);
        }
        assertEquals(0, stage.engine.tally().failovers(), "two are forgiven");
        play(Stage.RATE / BLOCK);
        for (int i = 0; i < 3; i++) {
            once = 1.5;
            play(100);
        }
        assertEquals(1, stage.engine.tally().failovers(), "three are not");
        assertTrue(Stage.rms(stage.left(4_800), 2_400, 4_800) > 0.05, "the other plays the key that is down");
    }

    @Test void whatRingsLeavesBeforeTheActivePatchIsTakenOut() {
        stage.offer(LONG);
        stage.press(0, 69);
        play(10);
        stage.offer(Stage.TONE);
        stage.press(20 * BLOCK, 64);
        play(GRACE / BLOCK);
        for (int i = 0; i < 3; i++) {
            once = 1.5;
            play(10);
        }
        assertEquals(0, stage.engine.tally().failures());
        float[] sound = stage.left(9_600);
        assertTrue(Stage.tone(sound, 4_800, 9_600, 69) < 0.005 && Stage.tone(sound, 4_800, 9_600, 64) > 0.1);
    }

    @Tag("L14")
    @Test void aColdStartIsForgiven() {
        stage.offer(LONG);
        stage.press(0, 69);
        for (int i = 0; i < 100; i++) {
            once = 20;
            play(1);
        }
        play(GRACE / BLOCK);
        assertEquals(0, stage.engine.tally().failures());
    }

    @Tag("L14")
    @Test void aBusyMachineTripsNothing() {
        stage.offer(LONG);
        stage.press(0, 69).left(3_000 * BLOCK);
        AtomicBoolean busy = new AtomicBoolean(true);
        for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
            Thread.ofPlatform().daemon().start(() -> {
                while (busy.get()) {
                    Thread.onSpinWait();
                }
            });
        }
        Stage live = new Stage(new Engine(Stage.RATE, 0xFFFF, 0, null, Engine.processorTime()));
        live.offer(LONG);
        live.press(0, 69);
        for (int i = 0; i < 3_000; i++) {
            live.left(BLOCK);
        }
        busy.set(false);
        assertEquals(0, live.engine.tally().failures(), "other threads' time is not the patch's");
        assertTrue(Stage.rms(live.left(4_800), 0, 4_800) > 0.05);
    }
}
