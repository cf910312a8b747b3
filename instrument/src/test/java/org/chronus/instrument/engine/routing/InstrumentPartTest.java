package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Selection;
import org.chronus.midi.command.Setting;
import org.chronus.presets.preset.PresetReader;
import org.junit.jupiter.api.Test;

/** A part that an instrument plays in the place of voices: it is a part like any other. */
class InstrumentPartTest {
    private static final int TENTH = 4_800, SECOND = 48_000, PEDAL = 64;
    private static final String SINES = """
            chronus: 1
            name: Sines
            instrument: {type: sines}
            """;

    private static Stage stage(String text) {
        Stage stage = new Stage();
        stage.offer(text);
        return stage;
    }

    private static double tone(float[] sound, int from, int key) {
        return Stage.tone(sound, from, from + TENTH, key);
    }

    private static String part(String settings) {
        return "chronus: 1\nparts:\n  sines: {instrument: {type: sines}, " + settings + "}\n";
    }

    private static String problem(String text) {
        return new PresetReader(Stage.CATALOG).read(text, "p.yaml").problems().getFirst().toString();
    }

    @Test void aNoteBeginsAtItsFrameAndEndsWithItsKey() {
        float[] sound = stage(SINES).press(1_000, 69).lift(1_000 + 2 * TENTH, 69).left(SECOND);
        assertEquals(0, Stage.rms(sound, 0, 1_000), 1e-9);
        assertTrue(Math.abs(sound[1_002]) > 1e-3, "it sounds at once");
        assertTrue(tone(sound, 1_000, 69) > 0.1);
        assertEquals(0, Stage.rms(sound, 1_000 + 3 * TENTH, SECOND), 1e-6);
    }

    @Test void whereBlocksAreCutDoesNotMatter() {
        float[] whole = stage(SINES).press(1_000, 69).lift(5_555, 69).left(12_800), pieces = new float[12_800];
        Stage stage = stage(SINES).press(1_000, 69).lift(5_555, 69);
        for (int at = 0; at < pieces.length; at += 100) {
            System.arraycopy(stage.left(100), 0, pieces, at, 100);
        }
        assertEquals(0, java.util.Arrays.compare(whole, pieces));
    }

    @Test void thePedalHoldsAndLetsGo() {
        float[] sound = stage(SINES).move(0, PEDAL, 1).press(0, 69).lift(TENTH, 69).move(4 * TENTH, PEDAL, 0).left(SECOND);
        assertTrue(tone(sound, 3 * TENTH, 69) > 0.1, "held");
        assertEquals(0, Stage.rms(sound, 5 * TENTH, SECOND), 1e-6, "let go");
    }

    @Test void keysTranspositionAndLevelAreThoseOfThePart() {
        float[] sound = stage(part("keys: C4 .., transpose: 12 st, level: 0.5")).press(0, 57).press(0, 69).left(SECOND);
        float[] plain = stage(SINES).press(0, 81).left(SECOND);
        assertEquals(0.5, tone(sound, TENTH, 81) / tone(plain, TENTH, 81), 0.01);
        assertTrue(tone(sound, TENTH, 69) < 1e-3, "57 is below C4");
    }

    @Test void theBenderAndTuningsMoveIt() {
        Stage stage = stage(SINES).press(0, 69);
        stage.engine.schedule(2 * TENTH, new Gesture.PitchBend(0, 0, 1));
        stage.engine.schedule(4 * TENTH, new Setting.Tuning(0, 0, 1));
        float[] sound = stage.left(SECOND);
        assertTrue(tone(sound, 3 * TENTH, 71) > 0.1, "two semitones up");
        assertTrue(tone(sound, 5 * TENTH, 72) > 0.1, "and one more");
    }

    @Test void channelsAreBentApart() {
        Stage stage = stage(SINES).press(0, 69);
        stage.engine.schedule(0, new Gesture.NoteOn(0, 1, 50, 1));
        stage.engine.schedule(TENTH, new Gesture.PitchBend(0, 1, 1));
        float[] sound = stage.left(SECOND);
        assertTrue(tone(sound, 3 * TENTH, 69) > 0.1 && tone(sound, 3 * TENTH, 52) > 0.1);
        assertTrue(tone(sound, 3 * TENTH, 71) < 0.01, "the first channel stays");
    }

    private static void play(Stage stage, long frame, int channel, int program, int key) {
        stage.engine.schedule(frame, new Selection.ChannelProgram(0, channel, 0, program));
        stage.engine.schedule(frame, new Gesture.NoteOn(0, channel, key, 1));
    }

    @Test void aProgramIsForTheNotesThatComeNextOnItsChannel() {
        Stage stage = stage(SINES).press(0, 69);
        play(stage, 1_001, 1, 5, 50);
        play(stage, TENTH, 0, 7, 60);
        float[] sound = stage.left(SECOND);
        assertTrue(tone(sound, 2 * TENTH, 69) > 0.1, "what sounds stays");
        assertTrue(tone(sound, 2 * TENTH, 55) > 0.1 && tone(sound, 2 * TENTH, 67) > 0.1, "each has its own");
    }

    @Test void aProgramOfAllChannelsIsForEach() {
        Stage stage = stage(SINES);
        play(stage, 0, 1, 5, 50);
        stage.engine.schedule(TENTH, new Selection.ChannelProgram(0, Command.ALL_CHANNELS, 0, 0));
        stage.engine.schedule(TENTH, new Gesture.NoteOn(0, 1, 70, 1));
        assertTrue(tone(stage.left(SECOND), 2 * TENTH, 70) > 0.1);
    }

    @Test void thePatchThatComesNextHasTheLastProgramOfEachChannel() {
        Stage stage = stage(Stage.TONE);
        stage.engine.schedule(0, new Selection.ChannelProgram(0, 1, 0, 3));
        stage.engine.schedule(100, new Selection.ChannelProgram(2, 1, 0, 5));
        stage.left(TENTH);
        stage.offer(SINES);
        stage.engine.schedule(TENTH + 100, new Gesture.NoteOn(0, 1, 50, 1));
        stage.engine.schedule(TENTH + 100, new Gesture.NoteOn(0, 0, 69, 1));
        float[] sound = stage.left(SECOND);
        assertTrue(tone(sound, 2 * TENTH, 55) > 0.1 && tone(sound, 2 * TENTH, 69) > 0.1);
    }

    @Test void aPartHearsTheProgramsOfItsChannelOnly() {
        Stage stage = stage("""
                chronus: 1
                parts:
                  one: {instrument: {type: sines}, channel: 1}
                  two: {instrument: {type: sines}, channel: 2}
                """);
        play(stage, 0, 1, 5, 50);
        stage.engine.schedule(0, new Gesture.NoteOn(0, 0, 69, 1));
        float[] sound = stage.left(SECOND);
        assertTrue(tone(sound, TENTH, 55) > 0.1 && tone(sound, TENTH, 69) > 0.1);
    }

    @Test void volumePanAndControllersAreHeard() {
        float[] sound = stage(SINES).press(0, 69).move(2 * TENTH, 7, 0).left(SECOND);
        assertTrue(tone(sound, TENTH, 69) > 0.1 && tone(sound, 4 * TENTH, 69) < 1e-3, "volume");
        sound = stage(SINES).press(0, 69).move(2 * TENTH, 1, 1).left(SECOND);
        assertTrue(tone(sound, TENTH, 69) > 0.1 && tone(sound, 4 * TENTH, 69) < 1e-3, "its own meaning of the wheel");
        sound = stage(SINES + "controllers: {20: {to: instrument.level}}\n").press(0, 69).move(2 * TENTH, 20, 1).left(SECOND);
        assertEquals(4, tone(sound, 4 * TENTH, 69) / tone(sound, TENTH, 69), 0.1, "a port, from 0.25 to 1");
    }

    @Test void aControllerThatMovedBeforeTheFirstNoteCounts() {
        float[] sound = stage(SINES).move(0, 1, 1).press(TENTH, 69).left(SECOND);
        assertTrue(tone(sound, 3 * TENTH, 69) < 1e-3);
    }

    @Test void aProgramChangeLetsItRingUntilTheKeyIsUp() {
        Stage stage = stage(SINES).press(0, 69);
        stage.left(2 * TENTH);
        stage.offer(Stage.TONE);
        float[] sound = stage.press(3 * TENTH, 60).lift(6 * TENTH, 69).left(8 * TENTH);
        assertTrue(tone(sound, 2 * TENTH, 69) > 0.1, "it rings on");
        assertTrue(tone(sound, 2 * TENTH, 60) > 0.1, "the next one plays");
        assertTrue(tone(sound, 6 * TENTH, 69) < 0.01, "its key came up");
    }

    @Test void allSoundOffEndsIt() {
        Stage stage = stage(SINES).press(0, 69).move(0, PEDAL, 1);
        stage.engine.schedule(2 * TENTH, new Release.AllSoundOff(0, 0));
        float[] sound = stage.left(SECOND);
        assertEquals(0, Stage.rms(sound, 3 * TENTH, SECOND), 1e-6);
        assertTrue(stage.engine.isSilent());
    }

    @Test void badInputNamesItsPlaceAndCure() {
        assertEquals("p.yaml:4:1: modules beside instrument: remove one: an instrument has voices of its own", problem(SINES + "modules: {}\n"));
        assertEquals("p.yaml:3:13: saw is no instrument: use it as a module", problem(SINES.replace("sines", "saw")).replaceAll(":\\d+: saw",
                ":13: saw"));
        assertTrue(problem("chronus: 1\nmodules: {a: {type: sines}}\ncables: [a -> out]\n").contains("sines plays notes by itself"));
        assertTrue(problem(SINES.replace("sines", "nope:x")).contains("\"nope:x\""));
    }
}
