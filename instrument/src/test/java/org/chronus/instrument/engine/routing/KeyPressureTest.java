package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pressure of one key is for the voice of that key. */
class KeyPressureTest {
    private static final int LATER = 4_800;
    /** As loud as it is pressed. */
    private static final String PRESSED = """
            chronus: 1
            name: Pressed
            silent: yes
            modules:
              osc:   {type: sine}
              level: {type: vca, gain: 0}
              env:   {type: adsr, attack: 1 ms, release: 5 ms}
              amp:   {type: vca}
            cables: [osc * 0.25 -> level -> amp -> out, env -> amp.gain, note.pressure -> level.gain]
            """;
    private static final double FULL = 0.25 * Math.pow(100 / 127.0, 2);

    private final Stage stage = new Stage();

    private void press(long frame, int key, float amount) {
        stage.engine.schedule(frame, new Gesture.PolyPressure(0, 0, key, amount));
    }

    private void pressAll(long frame, float amount) {
        stage.engine.schedule(frame, new Gesture.ChannelPressure(0, 0, amount));
    }

    /** How hard a key sounds pressed in the next tenth of a second but half. */
    private double pressure(int key) {
        stage.left(LATER / 2);
        return Stage.tone(stage.left(LATER), 0, LATER, key) / FULL;
    }

    @Test void itReachesTheVoiceOfItsKeyAndNoOther() {
        stage.offer(PRESSED);
        stage.press(0, 60).press(0, 72);
        press(100, 72, 0.5f);
        assertEquals(0.5, pressure(72), 0.01);
        assertEquals(0, pressure(60), 0.01);
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0.8, 0.8", "0.8, 0.2, 0.8", "0, 0.3, 0.3"})
    void ofKeyAndChannelTheHarderOneCounts(float key, float channel, double heard) {
        stage.offer(PRESSED);
        stage.press(0, 69);
        press(100, 69, key);
        pressAll(200, channel);
        assertEquals(heard, pressure(69), 0.01);
    }

    @ParameterizedTest
    @ValueSource(strings = {"poly", "mono", "legato"})
    void aNoteBeginsAsItsKeyIsPressedAndTheNextBeginsUnpressed(String mode) {
        stage.offer(PRESSED + "voices: {mode: " + mode + "}\n");
        press(0, 69, 0.5f);
        stage.press(0, 69);
        assertEquals(0.5, pressure(69), 0.01, "at the same frame as the note");
        long now = stage.engine.position();
        stage.lift(now, 69).press(now + LATER, 69).left(LATER);
        assertEquals(0, pressure(69), 0.01);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mono", "legato"})
    void aSingleVoiceGoesBackToThePressureOfTheKeyThatIsStillDown(String mode) {
        stage.offer(PRESSED + "voices: {mode: " + mode + "}\n");
        stage.press(0, 60).press(LATER, 72);
        press(100, 60, 0.5f);
        press(LATER + 100, 72, 1);
        stage.left(LATER);
        assertEquals(1, pressure(72), 0.01);
        stage.lift(stage.engine.position(), 72);
        assertEquals(0.5, pressure(60), 0.01);
    }

    @Test void itGoesToThePatchThatPlaysTheKey() {
        stage.offer(PRESSED);
        stage.press(0, 60).left(LATER);
        stage.offer(PRESSED.replace("Pressed", "Other"));
        stage.left(LATER);
        stage.press(stage.engine.position(), 72);
        press(stage.engine.position(), 60, 0.5f);
        assertEquals(0.5, pressure(60), 0.01, "the old patch");
        assertEquals(0, pressure(72), 0.01, "the new one");
    }

    @Test void resettingTheControllersLetsGo() {
        stage.offer(PRESSED);
        stage.press(0, 69);
        press(100, 69, 1);
        stage.engine.schedule(LATER, new Release.ResetControllers(0, 0));
        stage.left(LATER);
        assertEquals(0, pressure(69), 0.01);
    }

    @Test void itIsStraightOverTenMilliseconds() {
        stage.offer(PRESSED.replace("osc * 0.25 ->", "note.gate * 0.25 ->"));
        stage.press(0, 69);
        press(LATER, 69, 1);
        float[] sound = stage.left(2 * LATER);
        double range = sound[LATER + 500] - sound[LATER - 1];
        assertTrue(range > 0.1 && Stage.steepest(sound, LATER - 1, LATER + 500) < 1.5 * range / 480, "no step");
    }

    @Test void theSameBitsComeOutForAnyPeriods() {
        assertArrayEquals(inPeriods(64), inPeriods(7));
    }

    private static float[] inPeriods(int period) {
        Stage stage = new Stage();
        stage.offer(PRESSED);
        for (int i = 0; i < 40; i++) {
            int key = 60 + i % 5;
            stage.press(i * 211, key).lift(i * 211 + 700, key);
            stage.engine.schedule(i * 211 + 33, new Gesture.PolyPressure(0, 0, key, i % 7 / 7f));
            stage.engine.schedule(i * 211 + 90, new Gesture.ChannelPressure(0, 0, i % 3 / 3f));
        }
        float[] sound = new float[period * (9_600 / period)];
        for (int done = 0; done < sound.length; done += period) {
            System.arraycopy(stage.left(period), 0, sound, done, period);
        }
        return java.util.Arrays.copyOf(sound, 9_000);
    }
}
