package org.chronus.instrument.engine.slots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.instrument.bad.Misbehaving.Fault;
import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Gesture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A patch that fails while it plays. */
class FailoverTest {
    private static final int BLOCK = 64, STRUCK = 150 * BLOCK, RAMP = 144;
    private static final int SWITCH = 20;
    private static final String SPARE = Stage.TONE.replace("name: Tone", "name: Spare").replace("attack: 20 ms", "attack: 1 ms");

    private static String bad(Fault fault) {
        return """
                chronus: 1
                name: Bad
                modules:
                  osc: {type: sine}
                  bad: {type: misbehaves, how: %s}
                  env: {type: adsr, attack: 20 ms, release: 0.1 s}
                  amp: {type: vca}
                cables: [osc * 0.25 -> bad -> amp -> out, env -> amp.gain]
                controllers: {%d: {to: bad.now}}
                """.formatted(fault.name().toLowerCase(), SWITCH);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"NAN", "INFINITY", "GROW", "THROW", "OVERFLOW", "MEMORY"})
    void theOtherTakesOverInTheNextBlockWithTheKeysThatAreDown(Fault fault) {
        Stage stage = new Stage();
        stage.offer(bad(fault));
        stage.lend(SPARE);
        float[] sound = stage.press(0, 69).press(100, 76).lift(200, 76).move(STRUCK, SWITCH, 1).left(2 * STRUCK);
        assertEquals(1, stage.engine.stats().failovers());
        // What is not a number is cured twice before the third is too much.
        int most = STRUCK + (fault == Fault.GROW || fault == Fault.NAN || fault == Fault.INFINITY ? 5 : 2) * BLOCK;
        assertTrue(Stage.rms(sound, most, most + 200) > 0.02, "the spare sounds");
        double steady = Stage.steepest(sound, STRUCK - 4_000, STRUCK);
        if (fault != Fault.GROW) {
            assertTrue(Stage.steepest(sound, STRUCK, 2 * STRUCK) < 4 * steady, "no click: " + Stage.steepest(sound, STRUCK, 2 * STRUCK) / steady);
        }
        stage.lift(2 * STRUCK, 69).left(24_000);
        assertTrue(Stage.rms(stage.left(4_800), 0, 4_800) < 1e-5, "the key that was handed over comes up as usual");
    }

    @Test void aRingingPatchThatThrowsWhenItsKeyComesUpCostsItsOwnSoundOnly() {
        Stage stage = new Stage();
        // Its ports are read when a note-off brings the group of voices up to its frame: within the router.
        stage.offer(bad(Fault.THROW).replace("controllers: {20: {to: bad.now}}", "")
                .replace("env -> amp.gain", "env -> amp.gain, note.release -> bad.now"));
        stage.press(0, 57).left(150 * BLOCK);
        stage.offer(Stage.TONE);
        stage.press(150 * BLOCK, 76).left(50 * BLOCK);
        stage.engine.schedule(200 * BLOCK + 7, new Gesture.NoteOff(0, 0, 57, 1));
        float[] sound = stage.left(200 * BLOCK);
        assertEquals(1, stage.engine.stats().failures(), "the one that rang");
        assertEquals(0, stage.engine.stats().failovers(), "the one that plays is not charged");
        assertTrue(Stage.tone(sound, 100 * BLOCK, 200 * BLOCK, 76) > 0.1, "and goes on");
        assertEquals(0, stage.engine.faults().count(), "it is no error of the engine's");
    }

    @Test void theLastFrameOfAPatchThatThrowsGoesToZeroInThreeMilliseconds() {
        Stage stage = new Stage();
        stage.offer(bad(Fault.THROW));
        float[] sound = stage.press(0, 69).move(STRUCK, SWITCH, 1).left(2 * STRUCK);
        assertTrue(Stage.steepest(sound, STRUCK - 1, STRUCK + RAMP) < 1.5 * Stage.steepest(sound, 0, STRUCK), "no step");
        assertTrue(Stage.rms(sound, STRUCK + RAMP + BLOCK + 16, 2 * STRUCK) < 1e-3, "nothing after it");
        assertEquals(0, stage.engine.stats().failovers(), "there was nobody");
        stage.lend(SPARE);
        assertTrue(Stage.rms(stage.left(4_800), 2_400, 4_800) > 0.02, "who comes later plays the key that is still down");
    }

    @Tag("L18")
    @Test void oneBadSampleRestartsItsVoiceOnly() {
        Stage stage = new Stage();
        stage.offer(bad(Fault.BLINK).replace("cables: [", "cables: [note.velocity -> bad.now, "));
        stage.strike(0, 69, 0.4f).strike(STRUCK, 88, 1);
        float[] sound = stage.left(3 * STRUCK);
        assertEquals(1, stage.engine.stats().cured());
        assertEquals(0, stage.engine.stats().failures());
        Stage alone = new Stage();
        alone.offer(bad(Fault.BLINK).replace("cables: [", "cables: [note.velocity -> bad.now, "));
        float[] reference = alone.strike(0, 69, 0.4f).left(3 * STRUCK);
        double expected = Stage.tone(reference, 2 * STRUCK, 3 * STRUCK, 69);
        assertEquals(expected, Stage.tone(sound, 2 * STRUCK, 3 * STRUCK, 69), 1e-3 * expected, "the other voice does not notice");
    }

    @Test void aRingingPatchThatThrowsHarmsNobody() {
        Stage stage = new Stage();
        stage.offer(bad(Fault.THROW).replace("cables: [", "cables: [bend -> bad.now, "));
        stage.press(0, 69).left(STRUCK);
        stage.offer(SPARE);
        stage.press(STRUCK, 64).left(STRUCK);
        stage.engine.schedule(2 * STRUCK, new org.chronus.midi.command.Gesture.PitchBend(0, 0, 1));
        float[] sound = stage.left(STRUCK);
        assertTrue(Stage.rms(sound, 4_800, STRUCK) > 0.05, "the active one plays on");
        assertEquals(0, stage.engine.stats().failovers());
        stage.left(STRUCK);
        assertEquals(1, stage.engine.stats().failures());
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, -1, 0, 1, 2, 3})
    void aCommitInTheMiddleOfAFailoverIsNotRedirected(int blocksLater) {
        Stage stage = new Stage();
        stage.offer(bad(Fault.THROW));
        stage.lend(SPARE);
        stage.press(0, 69).move(STRUCK, SWITCH, 1).left(STRUCK + blocksLater * BLOCK);
        SwapReport swap = stage.offer(Stage.TONE.replace("Tone", "New"));
        stage.left(4 * BLOCK);
        assertEquals(SwapReport.Outcome.SWAPPED, swap.outcome());
        assertEquals("New", stage.engine.slots().active().primed().preset().name());
        stage.lift(stage.engine.position(), 69).press(stage.engine.position(), 76).left(STRUCK);
        assertTrue(Stage.tone(stage.left(STRUCK), 0, STRUCK, 76) > 0.1, "the new one plays");
        assertEquals("New", stage.engine.handover().playing().name());
    }
}
