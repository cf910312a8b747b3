package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Controllers 126 and 127: one note at a time, and back to what the preset says. */
class VoiceModeTest {
    private static final int SETTLED = 9_600, GONE = 48_000;
    private static final double FULL = 0.25 * Math.pow(100 / 127.0, 2);

    private final Stage stage = new Stage();

    private VoiceModeTest send(Command command) {
        stage.engine.schedule(stage.engine.position(), command);
        return this;
    }

    private VoiceModeTest press(int key) {
        return send(new Gesture.NoteOn(0, 0, key, 1));
    }

    private VoiceModeTest lift(int key) {
        return send(new Gesture.NoteOff(0, 0, key, 0.5f));
    }

    private VoiceModeTest mono(boolean mono) {
        return send(new Setting.VoiceMode(0, 0, mono));
    }

    private void heard(int key, double level) {
        stage.left(SETTLED);
        assertEquals(level, Stage.tone(stage.left(SETTLED), 0, SETTLED, key) / FULL, 0.02, "key " + key);
    }

    @Test void theLastKeySoundsAloneAndTheOneBeforeReturns() {
        stage.offer(Stage.TONE);
        mono(true).press(60).press(67).heard(67, 1);
        heard(60, 0);
        lift(67).heard(60, 1);
        lift(60).mono(false).press(60).press(67).heard(60, 1);
        heard(67, 1);
    }

    @Test void whatWasDownIsLetGoAndRingsOn() {
        stage.offer(Stage.TONE.replace("release: 0.1 s", "release: 3 s"));
        press(60).press(64);
        stage.left(SETTLED);
        mono(true).press(67);
        stage.left(SETTLED);
        assertEquals(3, stage.engine.voices());
        mono(false).press(72);
        stage.left(SETTLED);
        assertEquals(4, stage.engine.voices());
        lift(72);
        stage.left(8 * GONE);
        assertEquals(0, stage.engine.voices(), "nothing hangs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mono", "legato"})
    void aPresetThatIsMonoStaysSo(String mode) {
        stage.offer(Stage.TONE + "voices: {mode: " + mode + "}\n");
        mono(false).press(60).press(67).heard(67, 1);
        heard(60, 0);
    }

    @Test void itIsForItsChannelAlone() {
        stage.offer(Stage.TONE);
        send(new Setting.VoiceMode(0, 1, true)).press(60).press(67).send(new Gesture.NoteOn(0, 1, 72, 1)).send(new Gesture.NoteOn(0, 1, 76, 1));
        stage.left(SETTLED);
        assertEquals(3, stage.engine.voices());
    }

    @Test void aManagersIsForItsZone() {
        stage.offer(Stage.TONE);
        send(new Setting.MpeZone(0, 0, 5)).mono(true).send(new Gesture.NoteOn(0, 1, 60, 1)).send(new Gesture.NoteOn(0, 2, 67, 1)).heard(67, 1);
        heard(60, 0);
    }

    @Test void theNextPresetKeepsIt() {
        stage.offer(Stage.TONE);
        mono(true);
        stage.left(64);
        stage.offer(Stage.TONE.replace("Tone", "Other"));
        stage.left(64);
        press(60).press(67).heard(60, 0);
    }

    @Test void aSourceThatLeavesTakesItAndAResetDoesNot() {
        stage.offer(Stage.TONE);
        mono(true).send(new Release.ResetControllers(0, 0)).press(60).press(67).heard(60, 0);
        send(new Release.ReleaseSource(0));
        stage.left(GONE);
        press(60).press(67).heard(60, 1);
    }

    @Test void thePedalHoldsItAndPressureAndTuningReachIt() {
        stage.offer(Stage.TONE);
        mono(true).send(new Gesture.Controller(0, 0, 64, 1)).press(60);
        stage.left(64);
        lift(60).heard(60, 1);
        float[] pitches = new float[128];
        java.util.Arrays.fill(pitches, 65);
        send(new Setting.KeyTuning(0, 1, new org.chronus.midi.command.KeyPitches(pitches), true)).heard(65, 1);
        send(new Gesture.Controller(0, 0, 64, 0));
        stage.left(GONE);
        assertEquals(0, stage.engine.voices());
    }

    @Test void theChangeMakesNoStep() {
        stage.offer(Stage.TONE);
        press(60).press(67);
        float[] before = stage.left(SETTLED);
        mono(true).press(72);
        float[] sound = stage.left(SETTLED);
        assertTrue(Stage.steepest(sound, 0, 2_400) < 2 * Stage.steepest(before, SETTLED / 2, SETTLED), "no step");
    }
}
