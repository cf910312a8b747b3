package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The portamento switch, its time, and the key to glide from. */
class PortamentoTest {
    private static final int SWITCH = 65, TIME = 5, ORIGIN = 84, LATER = 9_600, WINDOW = 960;
    private static final String GLIDES = "voices: {mode: %s, glide: 200 ms}\n", PLAIN = "voices: {mode: %s}\n";
    /** Of controller 5, about 0.2 s. */
    private static final float FIFTH = (float) Math.cbrt(0.2 / 5);

    private final Stage stage = new Stage();

    /** Seconds that the second of two notes, an octave up, is not yet where it belongs; in steps of 5 ms. */
    private double glide() {
        long now = stage.engine.position();
        stage.press(now, 60).left(LATER);
        stage.lift(now + LATER + 1, 60).press(now + LATER, 72);
        float[] sound = stage.left(4 * LATER);
        int at = 0;
        while (Stage.tone(sound, at, at + WINDOW, 72) < 0.13) {
            at += 240;
        }
        return at / (double) Stage.RATE;
    }

    private void offer(String voices, String mode) {
        stage.offer(Stage.TONE.replace("attack: 20 ms", "attack: 1 ms") + voices.formatted(mode));
        stage.left(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"poly", "mono", "legato"})
    void thePresetDecidesUntilTheSwitchIsTouched(String mode) {
        offer(GLIDES, mode);
        assertEquals(0.2, glide(), 0.03);
        offer(PLAIN, mode);
        assertEquals(0, glide(), 0.015);
    }

    @ParameterizedTest
    @ValueSource(strings = {"poly", "mono", "legato"})
    void theSwitchTurnsThePresetsGlideOffForLaterPresetsToo(String mode) {
        stage.move(0, SWITCH, 0);
        offer(GLIDES, mode);
        assertEquals(0, glide(), 0.015);
        offer(GLIDES, mode);
        assertEquals(0, glide(), 0.015);
    }

    @ParameterizedTest
    @ValueSource(strings = {"poly", "mono", "legato"})
    void theSwitchMakesAnyPresetGlideInTheTimeOfItsController(String mode) {
        offer(PLAIN, mode);
        stage.move(64, SWITCH, 1).move(64, TIME, FIFTH).left(64);
        assertEquals(0.2, glide(), 0.03);
    }

    @Test void theTimeIsThePresetsAgainAfterAProgramChange() {
        offer(GLIDES, "mono");
        stage.move(64, TIME, 0.5f).left(64);
        assertEquals(0.6, glide(), 0.03);
        stage.lift(stage.engine.position(), 72).left(LATER);
        offer(GLIDES, "mono");
        assertEquals(0.2, glide(), 0.03);
    }

    @Test void withTheSwitchOffAKeyToGlideFromStillActsOnOneNote() {
        stage.offer(Stage.TONE + GLIDES.formatted("poly"));
        stage.move(0, SWITCH, 0).move(64, ORIGIN, 48 / 127f).press(64, 72);
        float[] sound = stage.left(2 * LATER);
        assertTrue(Stage.tone(sound, LATER / 2, LATER / 2 + WINDOW, 72) < 0.05, "on its way from two octaves below");
        assertTrue(Stage.tone(sound, LATER + 960, 2 * LATER, 72) > 0.14, "there");
        long now = stage.engine.position();
        sound = stage.lift(now, 72).press(now + LATER, 76).left(2 * LATER);
        assertTrue(Stage.tone(sound, LATER + 1_440, LATER + 1_440 + WINDOW, 76) > 0.13, "the next one does not glide");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mono", "legato"})
    void aSingleVoiceBeginsThereToo(String mode) {
        stage.offer(Stage.TONE + GLIDES.formatted(mode));
        stage.move(64, ORIGIN, 48 / 127f).press(64, 72);
        float[] sound = stage.left(2 * LATER);
        assertTrue(Stage.tone(sound, LATER / 2, LATER / 2 + WINDOW, 72) < 0.05 && Stage.tone(sound, LATER + 960, 2 * LATER, 72) > 0.14);
    }

    @Test void theKeyToGlideFromIsForTheNextNoteOnAndNotForTheKeyThatIsStillDown() {
        offer(GLIDES, "mono");
        long now = stage.engine.position();
        stage.move(now, SWITCH, 0).press(now, 60).press(now + LATER, 72).move(now + 2 * LATER, ORIGIN, 24 / 127f).lift(now + 2 * LATER, 72);
        float[] sound = stage.left(3 * LATER);
        assertTrue(Stage.tone(sound, 2 * LATER + 240, 2 * LATER + 240 + WINDOW, 60) > 0.13, "back at once");
    }

    @Test void aResetLeavesItToThePreset() {
        stage.move(0, SWITCH, 0).move(0, ORIGIN, 0.1f);
        stage.engine.schedule(32, new Release.ResetControllers(0, 0));
        offer(GLIDES, "poly");
        assertEquals(0.2, glide(), 0.03);
    }

    @Test void thePedalIsExactSoThatTheNoteOfTheSameFrameObeys() {
        stage.offer(Stage.TONE + GLIDES.formatted("poly"));
        stage.press(0, 48).lift(1_000, 48).move(LATER + 5, SWITCH, 0).press(LATER + 5, 72);
        float[] sound = stage.left(2 * LATER);
        assertTrue(Stage.tone(sound, LATER + 1_440, LATER + 1_440 + WINDOW, 72) > 0.13, "no glide");
    }
}
