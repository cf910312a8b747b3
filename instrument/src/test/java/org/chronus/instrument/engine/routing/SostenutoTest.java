package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Gesture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The middle pedal holds the notes that are down when it goes down, and no others. */
class SostenutoTest {
    private static final int PEDAL = 66, SETTLED = 9_600;

    private static Stage stage(String voices) {
        Stage stage = new Stage();
        stage.offer(Stage.TONE + "voices: " + voices + "\n");
        return stage;
    }

    private static boolean sounds(Stage stage, int key) {
        stage.left(SETTLED);
        return Stage.tone(stage.left(SETTLED), 0, SETTLED, key) > 0.05;
    }

    @Test void itHoldsWhatWasDownAndNotWhatCameLater() {
        Stage stage = stage("{count: 8}");
        stage.press(0, 57).press(0, 64).lift(1_000, 64).move(6_000, PEDAL, 1).press(7_000, 69).lift(8_000, 57).lift(8_000, 69).left(SETTLED);
        assertTrue(sounds(stage, 57), "it was down");
        assertTrue(!sounds(stage, 69) && !sounds(stage, 64), "these were not");
        stage.move(stage.engine.position(), PEDAL, 0);
        assertTrue(!sounds(stage, 57), "with the pedal it comes up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mono", "legato"})
    void aSingleVoiceIsHeldIfItWasDown(String mode) {
        Stage stage = stage("{mode: " + mode + "}");
        stage.press(0, 57).move(1_000, PEDAL, 1).lift(2_000, 57).left(SETTLED);
        assertTrue(sounds(stage, 57), "it was down");
        stage.press(stage.engine.position(), 69).lift(stage.engine.position() + 2_000, 69);
        assertTrue(!sounds(stage, 69), "this one came later");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{count: 8}", "{mode: mono}"})
    void aKeyThatIsHeldStaysSoWhenItIsStruckAgain(String voices) {
        Stage stage = stage(voices);
        stage.press(0, 57).move(1_000, PEDAL, 1).lift(2_000, 57).press(3_000, 57).lift(4_000, 57).left(SETTLED);
        assertTrue(sounds(stage, 57), "its damper is still up");
        stage.move(stage.engine.position(), PEDAL, 0);
        assertTrue(!sounds(stage, 57), "with the pedal it comes down");
        stage.press(stage.engine.position(), 57).lift(stage.engine.position() + 1_000, 57).left(SETTLED);
        stage.move(stage.engine.position(), PEDAL, 1).press(stage.engine.position() + 64, 57).lift(stage.engine.position() + 1_000, 57);
        assertTrue(!sounds(stage, 57), "the next time it was not down");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{count: 8}", "{mode: mono}"})
    void thePedalOfAnotherChannelLetsNothingGo(String voices) {
        Stage stage = stage(voices);
        stage.press(0, 57).move(1_000, PEDAL, 1);
        stage.engine.schedule(2_000, new Gesture.Controller(0, 1, PEDAL, 1));
        stage.lift(3_000, 57).left(SETTLED);
        assertTrue(sounds(stage, 57));
    }

    @Test void itHoldsTheRingingPatchToo() {
        Stage stage = stage("{count: 8}");
        stage.press(0, 57).press(0, 64).left(SETTLED);
        stage.offer(Stage.TONE.replace("Tone", "Other"));
        stage.left(64);
        long now = stage.engine.position();
        stage.lift(now, 64).move(now + 6_000, PEDAL, 1).lift(now + 7_000, 57);
        assertTrue(sounds(stage, 57) && !sounds(stage, 64), "what was down at the pedal rings on, on the old patch");
        stage.move(stage.engine.position(), PEDAL, 0);
        assertTrue(!sounds(stage, 57), "with the pedal it comes up");
    }
}
