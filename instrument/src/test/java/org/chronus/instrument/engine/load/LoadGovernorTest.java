package org.chronus.instrument.engine.load;

import static org.chronus.modules.Module.LANES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;

import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Too little time, by a clock of the test's own: every group of voices costs a share of a block. */
class LoadGovernorTest {
    private static final int BLOCK = 64, GRACE = 24_000, LOWEST = 40;
    private static final double BLOCK_NANOS = 1e9 * BLOCK / Stage.RATE;
    private static final String LONG = Stage.TONE.replace("release: 0.1 s", "release: 20 s") + "voices: {count: " + 5 * LANES + "}\n";

    private double nanos;
    private double eachGroup;
    private double everyBlock;
    private double once;
    private final Stage stage = new Stage(new Engine(Stage.RATE, 0xFFFF, 0, null, () -> (long) nanos));

    /** Renders blocks, each of which takes its time; the left channel. */
    private float[] play(int blocks) {
        float[] sound = new float[blocks * BLOCK];
        for (int i = 0; i < blocks; i++) {
            System.arraycopy(stage.left(BLOCK), 0, sound, i * BLOCK, BLOCK);
            nanos += (once + everyBlock + eachGroup * stage.engine.slots().relief().groups()) * BLOCK_NANOS;
            once = 0;
        }
        return sound;
    }

    @Test void whatPassesBetweenCallbacksIsNotThePatchs() {
        stage.offer(LONG);
        float[] left = new float[BLOCK], right = new float[BLOCK];
        for (int i = 0; i < 2 * GRACE / BLOCK; i++) {
            stage.engine.process(left, right, BLOCK);
            nanos += 3 * BLOCK_NANOS;
        }
        assertEquals(0, stage.engine.stats().overruns());
        assertEquals(0, stage.engine.stats().failures());
    }

    /** Fills so many groups of voices, a key every ten blocks. */
    private void hold(int groups) {
        for (int key = LOWEST; key < LOWEST + groups * LANES; key++) {
            stage.press(stage.engine.position(), key);
            play(10);
        }
    }

    private double level(int key) {
        return Stage.tone(stage.left(9_600), 0, 9_600, key);
    }

    @Test void theGroupReleasedLongestAgoIsTakenFirstAndNoKeyThatIsDown() {
        stage.offer(LONG);
        eachGroup = 0.2;
        hold(3);
        for (int key = LOWEST + 2 * LANES - 1; key >= LOWEST; key--) {
            stage.lift(stage.engine.position(), key);
            play(1);
        }
        eachGroup = 0.3;
        play(100);
        assertEquals(LANES, stage.engine.stats().shed(), "a group of released notes was taken, and no other");
        assertEquals(2 * LANES, stage.engine.voices());
        eachGroup = 0;
        assertTrue(level(LOWEST + 2 * LANES) > 0.05, "a key that is down sounds");
        assertTrue(level(LOWEST) > 0.05, "so does what was released last");
        assertTrue(level(LOWEST + LANES + LANES / 2) < 0.02, "what was released first does not");
    }

    @Test void polyphonyIsLoweredBeforeADeadlineIsMissedAndComesBack() {
        stage.offer(LONG);
        play(GRACE / BLOCK);
        eachGroup = 0.3;
        hold(5);
        assertEquals(0, stage.engine.stats().overruns(), "no deadline was missed");
        assertEquals(0, stage.engine.stats().shed(), "and nothing had to fade");
        assertEquals(2 * LANES, stage.engine.voices(), "voices that there is time for");
        for (int key = LOWEST + 3 * LANES; key < LOWEST + 5 * LANES; key++) {
            assertTrue(level(key) > 0.05, "the newest keys sound: " + key);
        }
        eachGroup = 0.1;
        play(100);
        hold(5);
        assertEquals(5 * LANES, stage.engine.voices(), "all of them");
    }

    @Test void anEffectThatIsDearTakesNoVoices() {
        stage.offer(LONG);
        everyBlock = 0.65;
        play(2 * GRACE / BLOCK);
        eachGroup = 0.02;
        hold(5);
        assertEquals(5 * LANES, stage.engine.voices());
        assertEquals(0, stage.engine.stats().stolen());
        everyBlock = 0.85;
        play(200);
        assertEquals(0, stage.engine.stats().stolen(), "nor when it gets dearer, and they are not the cause");
    }

    @Test void aNoteThatTakesAVoiceAsItSoundsMakesNoStep() {
        stage.offer(LONG.replace("env -> amp", "env * note.velocity -> amp"));
        play(GRACE / BLOCK);
        eachGroup = 0.6;
        for (int i = 0; i < LANES; i++) {
            stage.strike(stage.engine.position(), LOWEST + i, i == 0 ? 1 : 0.0001f);
            play(10);
        }
        double before = Stage.steepest(play(150), 0, 150 * BLOCK);
        stage.strike(stage.engine.position() + 100, LOWEST + LANES, 1);
        double step = Stage.steepest(play(75), 0, 75 * BLOCK), after = Stage.steepest(play(150), 0, 150 * BLOCK);
        assertEquals(1, stage.engine.stats().stolen());
        assertEquals(LANES, stage.engine.voices());
        assertTrue(step < 1.1 * Math.max(before, after), step + " of " + before + " and " + after);
    }

    @Tag("L14")
    @Test void whatCanBeRelievedIsNotTakenOut() {
        stage.offer(LONG);
        play(GRACE / BLOCK);
        eachGroup = 0.1;
        hold(5);
        eachGroup = 0.5;
        play(200);
        assertTrue(stage.engine.stats().overruns() > 3, "there was too little time");
        assertEquals(0, stage.engine.stats().failures());
        assertEquals(1, stage.engine.slots().relief().groups());
        int late = stage.engine.stats().overruns();
        play(2 * Stage.RATE / BLOCK);
        assertEquals(late, stage.engine.stats().overruns(), "it was over soon");
    }

    @Test void whatCannotBeRelievedIsTakenOut() {
        stage.offer(LONG);
        stage.lend(Stage.TONE);
        play(GRACE / BLOCK);
        hold(4);
        for (int i = 0; i < Stage.RATE / 10 / BLOCK && stage.engine.stats().failovers() == 0; i++) {
            once = 1.5;
            play(1);
        }
        assertEquals(1, stage.engine.stats().failovers(), "within a tenth of a second");
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
        assertEquals(0, stage.engine.stats().failovers(), "two are forgiven");
        play(Stage.RATE / BLOCK);
        for (int i = 0; i < 3; i++) {
            once = 1.5;
            play(100);
        }
        assertEquals(1, stage.engine.stats().failovers(), "three are not");
        assertTrue(Stage.rms(stage.left(4_800), 2_400, 4_800) > 0.05, "the other plays the key that is down");
    }

    @Tag("L14")
    @Test void aSingleDisturbanceOfTheMachineTakesNoPatchOut() {
        stage.offer(LONG);
        stage.lend(Stage.TONE);
        play(GRACE / BLOCK + 1);
        for (int i = 0; i < Stage.RATE / 50 / BLOCK; i++) {
            once = 1.5;
            play(1);
        }
        play(Stage.RATE / BLOCK);
        assertTrue(stage.engine.stats().overruns() > 10, "as many blocks as 20 ms hold");
        assertEquals(0, stage.engine.stats().failovers());
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
            play(30);
        }
        assertEquals(0, stage.engine.stats().failures());
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
        assertEquals(0, stage.engine.stats().failures());
    }

    @Tag("L14")
    @Tag("timing")
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
        assertEquals(0, live.engine.stats().failures(), "other threads' time is not the patch's");
        assertTrue(Stage.rms(live.left(4_800), 0, 4_800) > 0.05);
    }
}
