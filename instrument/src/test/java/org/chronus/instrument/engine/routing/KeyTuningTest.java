package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.KeyPitches;
import org.chronus.midi.command.Setting;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.chronus.presets.tuning.Tuning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that MIDI has tuned, those that a preset has, and which of the two is heard. */
class KeyTuningTest {
    private static final int LENGTH = 65_536, SETTLED = 4_800;

    private final Stage stage = new Stage();

    private KeyTuningTest tune(int channels, int key, float pitch, boolean sounding) {
        float[] pitches = new float[128];
        Arrays.fill(pitches, Float.NaN);
        pitches[key] = pitch;
        return send(new Setting.KeyTuning(0, channels, new KeyPitches(pitches), sounding));
    }

    private KeyTuningTest send(Command command) {
        stage.engine.schedule(stage.engine.position(), command);
        return this;
    }

    private KeyTuningTest press(int key) {
        return send(new Gesture.NoteOn(0, 0, key, 1));
    }

    /** What sounds, as a MIDI note number. */
    private double pitch() {
        stage.left(SETTLED);
        return 69 + 12 * Math.log(Spectrum.of(stage.left(LENGTH), Stage.RATE).strongest() / 440) / Math.log(2);
    }

    private void expect(double pitch) {
        assertEquals(pitch, pitch(), 0.001, "a tenth of a cent");
    }

    @Test void aKeySoundsAtThePitchThatItWasGiven() {
        stage.offer(Stage.TONE);
        tune(0xFFFF, 69, 70.37f, false).press(69).expect(70.37);
    }

    @ParameterizedTest
    @ValueSource(strings = {"poly", "mono", "legato"})
    void whatSoundsFollowsWithinMillisecondsOrStaysAsItIs(String mode) {
        stage.offer(Stage.TONE + "voices: {mode: " + mode + "}\n");
        press(69).expect(69);
        tune(0xFFFF, 69, 69.5f, false).expect(69);
        tune(0xFFFF, 69, 68.25f, true).expect(68.25);
    }

    @Test void whatSoundsGlidesThereInFiveMilliseconds() {
        stage.offer(Stage.TONE.replace("osc * 0.25 ->", "note.octave * 0.25 ->"));
        tune(0xFFFF, 60, 60, true).press(60).pitchless();
        tune(0xFFFF, 60, 72, true);
        float[] sound = stage.left(480);
        assertTrue(Stage.steepest(sound, 0, 480) < 1.5 * sound[239] / 240, "no step");
        assertEquals(sound[241], sound[260], 0.02 * sound[241], "and has arrived");
    }

    private void pitchless() {
        stage.left(2 * SETTLED);
    }

    @Test void aReleasedNoteFollowsToo() {
        stage.offer(Stage.TONE.replace("release: 0.1 s", "release: 60 s"));
        press(69).pitchless();
        stage.lift(stage.engine.position(), 69).left(64);
        tune(0xFFFF, 69, 71, true).expect(71);
    }

    @Test void aSingleVoiceGoesBackToAKeyThatWasRetuned() {
        stage.offer(Stage.TONE + "voices: {mode: legato}\n");
        press(69).press(72).pitchless();
        tune(0xFFFF, 69, 68.5f, true).expect(72);
        stage.lift(stage.engine.position(), 72);
        expect(68.5);
    }

    @Test void itIsForTheChannelsThatItNames() {
        stage.offer(Stage.TONE);
        tune(0b10, 69, 74, true).press(69).expect(69);
        stage.lift(stage.engine.position(), 69).left(48_000);
        send(new Gesture.NoteOn(5, 1, 69, 1)).expect(74);
    }

    @Test void theMembersOfAZoneAreTunedAsItsManager() {
        stage.offer(Stage.TONE);
        send(new Setting.MpeZone(0, 0, 15));
        tune(1, 69, 74, true).send(new Gesture.NoteOn(0, 4, 69, 1)).expect(74);
        tune(1, 69, 75, true).expect(75);
    }

    @Test void transpositionsAreAdded() {
        Stage higher = new Stage(new Engine(Stage.RATE, 0xFFFF, 0.5f, null));
        float[] pitches = new float[128];
        Arrays.fill(pitches, 62);
        higher.engine.schedule(0, new Setting.KeyTuning(0, 0xFFFF, new KeyPitches(pitches), true));
        higher.offer("chronus: 1\nname: Part\nparts:\n  one:\n    transpose: 12 st\n"
                + Stage.TONE.substring(Stage.TONE.indexOf("modules:")).indent(4));
        higher.press(0, 60).left(SETTLED);
        assertEquals(440 * Math.pow(2, 5.5 / 12), Spectrum.of(higher.left(LENGTH), Stage.RATE).strongest(), 0.02);
    }

    @Test void aKeyThatTheScaleLeftSilentSoundsOnceMidiHasTunedIt(@TempDir Path folder) throws Exception {
        Path scale = Files.writeString(folder.resolve("octave.scl"), "x\n1\n2/1\n");
        Path map = Files.writeString(folder.resolve("map.kbm"), "2\n0\n127\n60\n60\n261.6\n1\n0\nx\n");
        stage.engine.tune(Tuning.read(scale, map).value());
        stage.offer(Stage.TONE);
        press(61).pitchless();
        assertEquals(0, stage.engine.voices());
        tune(0xFFFF, 61, 64, false).press(61).expect(64);
    }

    @Test void thePresetsOwnTuningWinsOverTheInstrumentsAndMidiOverBoth(@TempDir Path folder) throws Exception {
        Path half = Files.writeString(folder.resolve("half.scl"), "quarter tones\n1\n50.\n");
        stage.engine.tune(Tuning.read(Files.writeString(folder.resolve("wide.scl"), "whole tones\n1\n200.\n"), null).value());
        stage.offer(Stage.TONE);
        press(71).expect(73);
        stage.lift(stage.engine.position(), 71).left(48_000);
        offerTuned(folder, half);
        press(71).expect(70);
        stage.lift(stage.engine.position(), 71).left(48_000);
        tune(0xFFFF, 71, 60.5f, true).press(71).expect(60.5);
    }

    @Test void aNoteThatRingsInTheOldPatchKeepsItsTuning(@TempDir Path folder) throws Exception {
        Path half = Files.writeString(folder.resolve("half.scl"), "quarter tones\n1\n50.\n");
        offerTuned(folder, half);
        press(71).expect(70);
        stage.offer(Stage.TONE.replace("Tone", "Other"));
        expect(70);
    }

    private void offerTuned(Path folder, Path scale) {
        String text = Stage.TONE.replace("Tone", "Tuned") + "tuning: {scale: " + scale.getFileName() + "}\n";
        Preset preset = new PresetReader(Stage.CATALOG).read(text, folder.resolve("tuned.yaml").toString()).value();
        stage.offer(preset);
        stage.left(64);
    }

    @Test void theSameBitsComeOutForAnyPeriods() {
        assertArrayEquals(inPeriods(64), inPeriods(7));
    }

    private static float[] inPeriods(int period) {
        KeyTuningTest test = new KeyTuningTest();
        test.stage.offer(Stage.TONE);
        float[] pitches = new float[128];
        Arrays.fill(pitches, 65.5f);
        test.stage.press(10, 60).press(99, 63);
        test.stage.engine.schedule(1_001, new Setting.KeyTuning(0, 1, new KeyPitches(pitches), true));
        float[] sound = new float[period * (4_800 / period)];
        for (int done = 0; done < sound.length; done += period) {
            System.arraycopy(test.stage.left(period), 0, sound, done, period);
        }
        return Arrays.copyOf(sound, 4_700);
    }
}
