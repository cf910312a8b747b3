package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.junit.jupiter.api.Test;

/** A key that is struck while it still sounds: as on a piano, or as on an organ. */
class RestrikeTest {
    private static final int KEY = 69, SUSTAIN = 64, TENTH = 4_800, SECOND = 48_000;
    private static final String STRUCK = Stage.TONE.replace("env -> amp", "env * note.velocity -> amp").replace("release: 0.1 s", "release: 0.5 s");

    /** The pedal is down, and the key was struck with full force. */
    private static Stage ringing(String voices) {
        Stage stage = new Stage();
        stage.offer(STRUCK + "voices: " + voices + "\n");
        return stage.move(0, SUSTAIN, 1).press(0, KEY).lift(TENTH, KEY);
    }

    private static double level(float[] sound, int from) {
        return Stage.tone(sound, from, from + TENTH, KEY);
    }

    @Test void aSoftStrikeTakesNothingFromWhatRingsUnderThePedal() {
        float[] sound = ringing("{count: 8}").strike(SECOND / 2, KEY, 0.05f).left(SECOND);
        double before = level(sound, SECOND / 2 - TENTH), after = level(sound, SECOND - TENTH);
        assertTrue(after > 0.94 * before && after < 1.06 * before, before + " before, " + after + " after");
        double steady = Stage.steepest(sound, SECOND / 2 - TENTH, SECOND / 2);
        assertTrue(Stage.steepest(sound, SECOND / 2, SECOND / 2 + TENTH) <= 1.1 * steady, "no step");
    }

    @Test void aVoiceThatIsStruckAgainIsAsLoudAsTheNewStrike() {
        float[] sound = ringing("{count: 8, restrike: same}").strike(SECOND / 2, KEY, 0.05f).left(SECOND);
        assertEquals(0.05, level(sound, SECOND - TENTH) / level(sound, SECOND / 2 - TENTH), 0.01);
    }

    @Test void thePedalLetsGoOfEveryStrike() {
        Stage stage = ringing("{count: 8}").strike(2 * TENTH, KEY, 0.5f).lift(3 * TENTH, KEY).move(SECOND, SUSTAIN, 0);
        float[] sound = stage.left(3 * SECOND);
        assertEquals(1.5, level(sound, SECOND - TENTH) / level(sound, TENTH), 0.02, "both sound under the pedal");
        assertEquals(0, level(sound, 3 * SECOND - TENTH), 1e-4);
        assertTrue(stage.engine.isSilent());
    }

    @Test void manySoftStrikesLeaveTheLoudOneAndAddUpToFew() {
        Stage stage = ringing("{count: 8}");
        for (int i = 5; i < 15; i++) {
            stage.strike(i * TENTH, KEY, 0.02f).lift(i * TENTH + TENTH / 2, KEY);
        }
        float[] sound = stage.left(2 * SECOND);
        double before = level(sound, 4 * TENTH), after = level(sound, 2 * SECOND - TENTH);
        assertTrue(after > 0.95 * before && after < 1.05 * before, before + " before, " + after + " after");
        assertTrue(stage.engine.stats().mostVoices() <= 3, stage.engine.stats().mostVoices() + " voices: two, and one that fades");
        assertEquals(0, stage.engine.stats().stolen());
    }

    @Test void aStrikeOnAKeyThatIsDownLetsTheKeyGoFirst() {
        Stage stage = new Stage();
        stage.offer(STRUCK);
        float[] sound = stage.press(0, KEY).strike(SECOND / 2, KEY, 0.1f).lift(SECOND, KEY).left(2 * SECOND);
        assertEquals(0.1, level(sound, SECOND - TENTH) / level(sound, TENTH), 0.02, "the first is released, the second is held");
        assertEquals(0, level(sound, 2 * SECOND - TENTH), 1e-4, "one note-off is enough");
    }

    @Test void withNoVoiceLeftTheSameOneIsStruckAgain() {
        Stage stage = ringing("{count: 1}").strike(SECOND / 2, KEY, 0.5f);
        float[] sound = stage.left(SECOND);
        assertEquals(0.5, level(sound, SECOND - TENTH) / level(sound, SECOND / 2 - TENTH), 0.05);
        assertEquals(1, stage.engine.stats().mostVoices());
        assertEquals(0, stage.engine.stats().stolen());
    }

    @Test void pressureIsForTheStrikeWhoseKeyIsDown() {
        Stage stage = new Stage();
        stage.offer(STRUCK.replace("env * note.velocity -> amp.gain", "env * note.velocity -> amp.gain, note.pressure * 0.5 -> amp.gain"));
        stage.move(0, SUSTAIN, 1).press(0, KEY).lift(TENTH, KEY).strike(2 * TENTH, KEY, 0.1f);
        stage.engine.schedule(SECOND / 2, new Gesture.PolyPressure(0, 0, KEY, 1));
        stage.engine.schedule(SECOND, new Release.AllNotesOff(0, 0));
        float[] sound = stage.left(SECOND);
        double first = level(sound, TENTH);
        assertEquals(1.1, level(sound, SECOND / 2 - TENTH) / first, 0.02, "both strikes");
        assertEquals(1.6, level(sound, SECOND - TENTH) / first, 0.02, "and the pressure once");
    }
}
