package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.junit.jupiter.api.Test;

/** What the left pedal does to notes that are struck while it is down, and to no others. */
class SoftPedalTest {
    private static final int PEDAL = 67, LATER = 9_600;
    private static final String TOUCH = Stage.TONE.replace("env -> amp.gain", "env * note.velocity -> amp.gain");
    private static final double SOFT = Math.pow(10, -4 / 20.0);

    private final Stage stage = new Stage();

    private double level(int key) {
        stage.left(LATER);
        return Stage.tone(stage.left(LATER), 0, LATER, key) / (0.25 * Math.pow(100 / 127.0, 2));
    }

    @Test void aNoteStruckWhileItIsDownIsFourDecibelsSofter() {
        stage.offer(TOUCH);
        stage.move(5, PEDAL, 1).press(5, 60);
        assertEquals(SOFT, level(60), 0.01, "at the same frame as the pedal");
        stage.move(stage.engine.position(), PEDAL, 0).press(stage.engine.position(), 72);
        assertEquals(1, level(72), 0.01);
    }

    @Test void whatSoundsStaysAsItIs() {
        stage.offer(TOUCH);
        stage.press(0, 60).move(1_000, PEDAL, 1);
        assertEquals(1, level(60), 0.01);
    }

    @Test void aNewPatchFindsItDownAndAResetRaisesIt() {
        stage.offer(TOUCH);
        stage.move(0, PEDAL, 1).left(64);
        stage.offer(TOUCH);
        stage.left(64);
        stage.press(stage.engine.position(), 60);
        assertEquals(SOFT, level(60), 0.01);
        stage.engine.schedule(stage.engine.position(), new Release.ResetControllers(0, 0));
        stage.press(stage.engine.position(), 72);
        assertEquals(1, level(72), 0.01);
    }

    @Test void thePedalOfAnotherKeyboardIsItsOwn() {
        stage.offer(TOUCH);
        stage.engine.schedule(0, new Gesture.Controller(1, 0, PEDAL, 1));
        stage.press(100, 60);
        assertEquals(1, level(60), 0.01);
    }
}
