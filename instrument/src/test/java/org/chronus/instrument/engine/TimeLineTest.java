package org.chronus.instrument.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.midi.command.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A change of the patch has its place among notes and controllers, whenever its patch is ready. */
class TimeLineTest {
    private static final int CONTROLLER = 21, KEY = 57, OTHER_KEY = 64, FRAMES = 24_000;
    private static final String TONE = Stage.TONE + "controllers: {" + CONTROLLER + ": {to: amp.gain, range: [0, 1]}}\n";
    /** The same an octave higher. */
    private static final String OCTAVE = TONE.replace("name: Tone", "name: Octave").replace("{type: sine}", "{type: sine, tune: 12 st}");

    private final Stage stage = new Stage();

    private void play(String text) {
        stage.offer(text);
        stage.left(64);
    }

    /** Primed before its commit comes. */
    private SwapReport change(long frame, String text) {
        PrimedPatch primed = prime(text);
        stage.engine.handover().offer(primed);
        commit(frame);
        return primed.report();
    }

    private PrimedPatch prime(String text) {
        return stage.prime(new SwapReport(new SwapRequest(1, 0, 0, 0, 1, Optional.empty())), text);
    }

    private void commit(long frame) {
        stage.engine.schedule(frame, new Selection.Commit(0, 1));
    }

    /** That key sounds in the first patch, or in the second. */
    private static void assertSounds(float[] sound, int key, boolean inFirst, boolean inSecond) {
        double first = Stage.tone(sound, FRAMES / 2, FRAMES, key), second = Stage.tone(sound, FRAMES / 2, FRAMES, key + 12);
        assertTrue(inFirst == first > 0.05, "key " + key + " in the first patch: " + first);
        assertTrue(inSecond == second > 0.05, "key " + key + " in the second patch: " + second);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_024, 1_025, 1_040, 1_073, 1_087})
    void aNoteBeforeAChangeIsForTheOldPatchAndOneAfterItForTheNew(int frame) {
        play(TONE);
        stage.press(frame, KEY);
        SwapReport report = change(frame, OCTAVE);
        stage.press(frame, OTHER_KEY);
        float[] sound = stage.left(FRAMES);
        assertSounds(sound, KEY, true, false);
        assertSounds(sound, OTHER_KEY, false, true);
        assertEquals((frame + 63) / 64 * 64, report.swapFrame(), "at the first grid line at or after its frame");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_024, 1_025, 1_040, 1_073, 1_087})
    void aControllerBeforeAChangeIsForTheOldPatch(int frame) {
        play(TONE.replace("env -> amp.gain", "env * 0.001 -> amp.gain"));
        stage.press(64, KEY).move(frame, CONTROLLER, 1);
        change(frame, OCTAVE);
        stage.press(frame, OTHER_KEY);
        float[] sound = stage.left(FRAMES);
        assertTrue(Stage.tone(sound, FRAMES / 2, FRAMES, KEY) > 0.1, "the old patch heard it");
        assertEquals(0.25 * Math.pow(100 / 127.0, 2), Stage.tone(sound, FRAMES / 2, FRAMES, OTHER_KEY + 12), 0.01, "the new one did not");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_024, 1_025, 1_040, 1_073, 1_087})
    void aControllerAfterAChangeIsForTheNewPatch(int frame) {
        play(TONE);
        stage.press(64, KEY);
        change(frame, OCTAVE.replace("env -> amp.gain", "env * 0.001 -> amp.gain"));
        stage.move(frame, CONTROLLER, 1).press(frame, OTHER_KEY);
        float[] sound = stage.left(FRAMES);
        assertTrue(Stage.tone(sound, FRAMES / 2, FRAMES, OTHER_KEY + 12) > 0.1, "the new patch heard it");
        assertEquals(0.25 * Math.pow(100 / 127.0, 2), Stage.tone(sound, FRAMES / 2, FRAMES, KEY), 0.01, "the old one did not");
    }

    @Test void aPatchThatIsReadyEarlyWaitsForItsFrame() {
        play(TONE);
        SwapReport report = change(10_000, OCTAVE);
        stage.press(9_000, KEY);
        assertSounds(stage.left(FRAMES), KEY, true, false);
        assertEquals(10_048, report.swapFrame());
    }

    @Test void aPatchWithoutItsCommitWaits() {
        play(TONE);
        stage.engine.handover().offer(prime(OCTAVE));
        stage.press(100, KEY);
        assertSounds(stage.left(FRAMES), KEY, true, false);
        commit(FRAMES);
        stage.lift(FRAMES, KEY).press(FRAMES, KEY);
        assertSounds(stage.left(FRAMES), KEY, false, true);
    }

    @Test void aNoteThatIsHeldBackIsStillToCome() {
        play(TONE);
        change(1_025, OCTAVE);
        stage.press(1_025, KEY);
        stage.left(1_040 - 64);
        assertFalse(stage.engine.isSilent(), "it waits for the grid line");
        stage.left(192);
        assertEquals(1, stage.engine.voices(), "counted at the next one");
    }

    @Test void untilThePatchIsReadyTheOldOnePlaysOnAndMissesNothing() {
        play(TONE);
        commit(1_000);
        stage.press(2_000, KEY).move(2_000, CONTROLLER, 0.5f);
        float[] sound = stage.left(FRAMES);
        assertSounds(sound, KEY, true, false);
        PrimedPatch late = prime(OCTAVE.replace("env -> amp.gain", "env * 0.001 -> amp.gain"));
        stage.engine.handover().offer(late);
        stage.press(FRAMES + 1_000, OTHER_KEY);
        float[] after = stage.left(FRAMES);
        assertEquals((64 + FRAMES + 63) / 64 * 64, late.report().swapFrame(), "at the next grid line");
        assertEquals(0.125 * Math.pow(100 / 127.0, 2), Stage.tone(after, FRAMES / 2, FRAMES, OTHER_KEY + 12), 0.01,
                "what moved since its frame is as it was left");
    }

    @Test void theSameBitsComeOutForAnyPeriod() {
        float[][] takes = new float[2][];
        int[] periods = {64, 1_000};
        for (int i = 0; i < 2; i++) {
            Stage own = new Stage();
            own.offer(TONE);
            PrimedPatch primed = own.prime(new SwapReport(new SwapRequest(1, 0, 0, 0, 1, Optional.empty())), OCTAVE);
            float[] sound = new float[FRAMES];
            own.press(100, KEY).move(1_030, CONTROLLER, 0.7f);
            own.engine.schedule(1_030, new Selection.Commit(0, 1));
            own.move(1_031, CONTROLLER, 0.3f).press(1_031, OTHER_KEY).lift(1_050, KEY);
            boolean offered = false;
            for (int done = 0; done < FRAMES; done += periods[i]) {
                if (!offered) {
                    own.engine.handover().offer(primed);
                    // The first patch takes over at the first grid line.
                    offered = true;
                }
                int frames = Math.min(periods[i], FRAMES - done);
                System.arraycopy(own.left(frames), 0, sound, done, frames);
            }
            takes[i] = sound;
        }
        assertArrayEquals(takes[0], takes[1]);
    }
}
