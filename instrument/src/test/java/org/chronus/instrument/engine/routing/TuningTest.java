package org.chronus.instrument.engine.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Setting;
import org.junit.jupiter.api.Test;

/** Bend range, tuning and modulation depth, and what a new patch knows of them. */
class TuningTest {
    private static final int SETTLED = 9_600;

    private final Stage stage = new Stage();

    private void send(Command command) {
        stage.engine.schedule(stage.engine.position(), command);
    }

    /** Asserts that this key is heard, as loud as a whole tone. */
    private void assertHeard(int key) {
        stage.left(SETTLED);
        assertTrue(Stage.tone(stage.left(SETTLED), 0, SETTLED, key) > 0.14, "key " + key);
    }

    @Test void theRangeOfTheBenderTakesThePlaceOfThePresets() {
        stage.offer(Stage.TONE + "voices: {bend: [2 st, 12 st]}\n");
        send(new Setting.BendRange(0, 0, 7));
        send(new Gesture.PitchBend(0, 0, -1));
        stage.press(0, 60);
        assertHeard(53);
        send(new Setting.BendRange(0, 0, 5));
        assertHeard(55);
    }

    @Test void tuningIsHeardAtOnceAndUnderTheBend() {
        stage.offer(Stage.TONE);
        stage.press(0, 60);
        send(new Setting.Tuning(0, 0, 5));
        assertHeard(65);
        send(new Gesture.PitchBend(0, 0, 1));
        assertHeard(67);
        send(new Setting.Tuning(0, 0, 0));
        assertHeard(62);
    }

    @Test void theRingingPatchIsBentAndTunedWithTheNewOneWhichKnowsBoth() {
        stage.offer(Stage.TONE);
        stage.press(0, 60);
        send(new Setting.BendRange(0, 0, 7));
        send(new Setting.Tuning(0, 0, 1));
        stage.left(SETTLED);
        stage.offer(Stage.TONE.replace("Tone", "Other"));
        stage.left(SETTLED);
        send(new Gesture.PitchBend(0, 0, 1));
        stage.press(stage.engine.position(), 70);
        assertHeard(68);
        assertHeard(78);
    }

    @Test void masterTuningIsAddedToThatOfTheChannelOnEveryChannel() {
        stage.offer("chronus: 1\nname: Two\nparts:\n  one:\n    channel: 1\n" + section() + "  two:\n    channel: 2\n" + section());
        send(new Setting.Tuning(0, 1, 7));
        send(new Setting.MasterTuning(0, -2));
        stage.press(0, 60);
        assertHeard(58);
        stage.engine.schedule(stage.engine.position(), new Gesture.NoteOn(0, 1, 72, 1));
        assertHeard(77);
        send(new Setting.MasterTuning(0, 0));
        assertHeard(60);
        assertHeard(79);
    }

    @Test void aPlayerKeepsItsTuningUnderTheMasters() {
        stage.offer(Stage.TONE);
        stage.press(0, 60);
        send(new Setting.Tuning(0, 0, 5));
        send(new Setting.MasterTuning(0, 2));
        assertHeard(67);
        send(new Setting.Tuning(0, 0, 0));
        assertHeard(62);
    }

    @Test void aNewPatchKnowsTheMasterTuning() {
        stage.offer(Stage.TONE);
        send(new Setting.MasterTuning(0, 3));
        stage.left(SETTLED);
        stage.offer(Stage.TONE.replace("Tone", "Other"));
        stage.left(SETTLED);
        stage.press(stage.engine.position(), 60);
        assertHeard(63);
    }

    @Test void aPartOnAnotherChannelIsNotTuned() {
        stage.offer("chronus: 1\nname: Two\nparts:\n  one:\n    channel: 1\n" + section() + "  two:\n    channel: 2\n" + section());
        send(new Setting.Tuning(0, 1, 7));
        stage.press(0, 60);
        assertHeard(60);
        stage.engine.schedule(stage.engine.position(), new Gesture.NoteOn(0, 1, 72, 1));
        assertHeard(79);
    }

    private static String section() {
        return Stage.TONE.substring(Stage.TONE.indexOf("modules:")).indent(4);
    }

    @Test void theModulationWheelReachesAsFarAsItsDepth() {
        String level = Stage.TONE.replace("env -> amp.gain", "env * cc.1 * 0.25 -> amp.gain") + "silent: yes\n";
        stage.offer(level);
        stage.press(0, 60).move(0, 1, 1).left(SETTLED);
        double usual = Stage.tone(stage.left(SETTLED), 0, SETTLED, 60);
        send(new Setting.ModulationDepth(0, 0, 1));
        stage.left(SETTLED);
        assertEquals(2 * usual, Stage.tone(stage.left(SETTLED), 0, SETTLED, 60), 1e-3);
        stage.lift(stage.engine.position(), 60).left(SETTLED);
        stage.offer(level);
        stage.press(stage.engine.position() + 64, 60).left(SETTLED);
        assertEquals(2 * usual, Stage.tone(stage.left(SETTLED), 0, SETTLED, 60), 1e-3, "a new patch knows it");
    }
}
