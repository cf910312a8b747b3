package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoicesTest {
    private static final int SETTLED = 4_800, SECOND = 48_000;

    private static Stage stage(String voices) {
        Stage stage = new Stage();
        stage.offer(Stage.TONE + "voices: " + voices + "\n");
        return stage;
    }

    @Test void theVoiceReleasedLongestAgoIsTakenFirst() {
        Stage stage = new Stage();
        stage.offer(Stage.TONE.replace("release: 0.1 s", "release: 20 s") + "voices: {count: 3}\n");
        stage.press(0, 60).press(1, 64).press(2, 67).lift(2_000, 64).lift(2_100, 60);
        float[] sound = stage.press(SETTLED, 72).left(SECOND);
        assertTrue(Stage.tone(sound, 2 * SETTLED, SECOND, 64) < 0.005, "64 was released first and is gone");
        assertTrue(Stage.tone(sound, 2 * SETTLED, SECOND, 60) > 0.05, "60 still rings");
        assertTrue(Stage.tone(sound, 2 * SETTLED, SECOND, 67) > 0.1 && Stage.tone(sound, 2 * SETTLED, SECOND, 72) > 0.1, "held and new sound");
        assertEquals(1, stage.engine.stats().stolen());
    }

    @Test void takingAVoiceMakesNoStep() {
        Stage stage = stage("{count: 2}");
        stage.press(0, 60).press(0, 64);
        float[] sound = stage.press(SETTLED, 67).press(SETTLED, 71).press(SETTLED, 74).press(SETTLED, 76).left(2 * SETTLED);
        double steady = Stage.steepest(sound, 2_400, SETTLED);
        assertTrue(Stage.steepest(sound, SETTLED - 10, SETTLED + 1_000) <= 2.5 * steady, "four taken at once: the fade is all that is heard");
    }

    @Tag("L16")
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{count: 2, restrike: same}|0.2|1", "{count: 2, restrike: same}|1|0.2", "{mode: mono}|0.2|1", "{mode: mono}|1|0.2"})
    void aKeyStruckAgainHarderOrSofterMakesNoStep(String voices, float before, float after) {
        for (int phase = 0; phase < 32; phase++) {
            Stage stage = new Stage();
            stage.offer(Stage.TONE.replace("env -> amp", "env * note.velocity -> amp") + "voices: " + voices + "\n");
            float[] sound = stage.strike(0, 48, before).strike(SECOND / 2 + 11 * phase, 48, after).left(SECOND);
            double steady = Math.max(Stage.steepest(sound, 2 * SETTLED, SECOND / 2), Stage.steepest(sound, SECOND - SETTLED, SECOND));
            assertTrue(Stage.steepest(sound, SECOND / 2, SECOND / 2 + SETTLED) <= 1.1 * steady, "phase " + phase);
        }
    }

    @Test void theVelocityOfALiftedKeyIsItsOwnAndMakesNoStep() {
        for (int phase = 0; phase < 32; phase++) {
            Stage stage = new Stage();
            stage.offer(Stage.TONE.replace("env -> amp.gain", "env -> amp.gain, note.release * 0.5 -> amp.gain").replace("0.1 s", "10 s"));
            stage.press(0, 48);
            stage.engine.schedule(SETTLED + 11 * phase, new Gesture.NoteOff(0, 0, 48, 1));
            float[] sound = stage.left(2 * SETTLED);
            double before = Stage.tone(sound, SETTLED / 2, SETTLED, 48);
            assertEquals(1.5, Stage.tone(sound, 3 * SETTLED / 2, 2 * SETTLED, 48) / before, 0.1);
            assertTrue(Stage.steepest(sound, SETTLED, 3 * SETTLED / 2) <= 1.1 * Stage.steepest(sound, 3 * SETTLED / 2, 2 * SETTLED),
                    "phase " + phase);
            stage.engine.schedule(2 * SETTLED, new Release.AllSoundOff(0, 0));
            sound = stage.press(3 * SETTLED, 48).left(2 * SETTLED);
            assertEquals(1, Stage.tone(sound, 3 * SETTLED / 2, 2 * SETTLED, 48) / before, 0.1, "the next key has not been lifted");
        }
    }

    @Test void aLegatoVoiceGoesBackToTheKeyThatIsStillDown() {
        Stage stage = stage("{mode: legato}");
        float[] sound = stage.press(0, 60).press(SETTLED, 67).lift(2 * SETTLED, 67).left(SECOND);
        assertTrue(Stage.tone(sound, SETTLED + 480, 2 * SETTLED, 67) > 0.1);
        assertTrue(Stage.tone(sound, 2 * SETTLED + 480, SECOND, 60) > 0.1);
        assertEquals(1, stage.engine.stats().mostVoices());
    }

    @Test void theLowestKeyHasPriorityIfThePresetSaysSo() {
        Stage stage = stage("{mode: mono, priority: lowest}");
        float[] sound = stage.press(0, 60).press(SETTLED, 67).left(SECOND);
        assertTrue(Stage.tone(sound, 2 * SETTLED, SECOND, 60) > 0.1);
        assertTrue(Stage.tone(sound, 2 * SETTLED, SECOND, 67) < 0.005);
    }

    @Test void aGlideArrivesInItsTime() {
        Stage stage = stage("{mode: legato, glide: 200 ms}");
        float[] sound = stage.press(0, 60).press(SETTLED, 72).left(SECOND);
        int arrived = SETTLED + 9_600;
        assertTrue(Stage.tone(sound, arrived - 2_400, arrived - 1_200, 72) < 0.8 * Stage.tone(sound, arrived, arrived + 1_200, 72),
                "still on its way");
        assertTrue(Stage.tone(sound, arrived + 480, SECOND, 72) > 0.14, "there");
    }

    @Test void theBenderBendsByThePresetsRange() {
        Stage stage = stage("{bend: [7 st, 2 st]}");
        stage.engine.schedule(SETTLED, new org.chronus.midi.command.Gesture.PitchBend(0, 0, 1));
        float[] sound = stage.press(0, 60).left(SECOND);
        assertTrue(Stage.tone(sound, 2 * SETTLED, SECOND, 67) > 0.14, "a fifth up");
    }

    @Test void aSingleVoiceThatWasCutFadesWhileTheNextNoteBegins() {
        Stage stage = stage("{mode: mono}");
        stage.press(0, 60);
        stage.engine.schedule(SETTLED, new org.chronus.midi.command.Release.AllSoundOff(0, 0));
        float[] sound = stage.press(SETTLED + 96, 72).left(2 * SETTLED);
        double steady = Stage.steepest(sound, 3 * SETTLED / 2, 2 * SETTLED);
        assertTrue(Stage.steepest(sound, SETTLED - 10, SETTLED + 1_000) <= 1.5 * steady, "no step");
    }
}
