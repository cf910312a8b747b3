package org.chronus.instrument.engine.slots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.instrument.engine.Stage;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.prime.Primer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SwapTest {
    private static final String OTHER = Stage.TONE.replace("Tone", "Other");

    @Test void aHeldChordRingsOnThroughAProgramChangeUntilItsKeysAreUp() {
        Stage stage = new Stage();
        stage.offer(Stage.TONE);
        float[] before = stage.press(0, 57).press(0, 64).left(24_000);
        SwapReport swap = stage.offer(OTHER);
        float[] after = stage.left(24_000);
        assertEquals(SwapReport.Outcome.SWAPPED, swap.outcome());
        assertEquals(24_000, swap.swapFrame());
        assertEquals(Stage.rms(before, 12_000, 24_000), Stage.rms(after, 0, 12_000), 3e-3, "the chord keeps its level");
        assertTrue(Stage.steepest(after, 0, 1_000) <= 1.5 * Stage.steepest(before, 12_000, 24_000), "no step at the swap");
        float[] released = stage.lift(48_000, 57).lift(48_000, 64).left(24_000);
        assertTrue(Stage.rms(released, 16_000, 24_000) < 1e-5, "its own note-offs end it");
        assertTrue(swap.ringOutFrames() > 0, "and it is noted how long it rang");
    }

    @Tag("L10")
    @Test void nothingSoundsThatNobodyPlayed() {
        Stage stage = new Stage();
        stage.offer(Stage.TONE);
        stage.left(4_800);
        stage.offer(OTHER);
        assertTrue(Stage.rms(stage.left(24_000), 0, 24_000) < Math.pow(10, -90 / 20.0));
    }

    @Test void newNotesPlayTheNewPresetWhileTheOldOneRings() {
        Stage stage = new Stage();
        stage.offer(Stage.TONE);
        stage.press(0, 57).left(9_600);
        stage.offer(OTHER.replace("osc * 0.25", "osc * 0.05"));
        float[] both = stage.press(9_600, 76).lift(14_400, 57).left(48_000);
        double alone = Stage.rms(both, 40_000, 48_000);
        assertEquals(0.05 / Math.sqrt(2) * Math.pow(100 / 127.0, 2), alone, 2e-3, "only the new note is left, at the new level");
    }

    @Test void steppingThroughProgramsUnderAHeldChordKeepsTheChord() {
        Stage stage = new Stage();
        stage.offer(Stage.TONE);
        float[] before = stage.press(0, 57).left(9_600);
        for (int i = 0; i < 20; i++) {
            stage.offer(OTHER);
            float[] held = stage.left(2_400);
            assertEquals(Stage.rms(before, 4_800, 9_600), Stage.rms(held, 0, 2_400), 2e-3, "after change " + i);
        }
    }

    @Test void aThirdPlayedPatchFadesTheRingingOne() {
        Stage stage = new Stage();
        stage.offer(Stage.TONE);
        stage.press(0, 57).left(9_600);
        stage.offer(OTHER);
        stage.press(9_600, 64).left(9_600);
        stage.offer(Stage.TONE);
        float[] sound = stage.left(9_600);
        assertTrue(Stage.steepest(sound, 0, 1_000) <= 0.08, "it leaves without a step");
        assertEquals(0.25 / Math.sqrt(2) * Math.pow(100 / 127.0, 2), Stage.rms(sound, 4_800, 9_600), 5e-3, "one of two notes is left");
    }

    @Test void theNewPresetFindsVolumeAndPedalAsTheyAre() {
        Stage stage = new Stage();
        stage.offer(Stage.TONE);
        stage.move(0, 7, 0.5f).move(0, 64, 1).left(2_400);
        stage.offer(OTHER);
        float[] sound = stage.press(2_400, 69).lift(4_800, 69).left(24_000);
        assertEquals(0.25 / Math.sqrt(2) * 0.25, Stage.rms(sound, 12_000, 24_000), 2e-3, "half volume is a quarter, and the pedal holds");
    }

    @Tag("L7")
    @Test void anOlderGenerationIsRefused() throws PrimeException {
        Stage stage = new Stage();
        Primer primer = new Primer(Stage.RATE, stage.engine.pedals(), stage.engine.parameters());
        SwapReport late = new SwapReport(SwapRequest.program(0, 0, 1)), newest = new SwapReport(SwapRequest.program(0, 0, 2));
        PrimedPatch old = primer.prime(late, Stage.preset(Stage.TONE));
        stage.engine.handover().offer(primer.prime(newest, Stage.preset(OTHER)));
        stage.left(64);
        stage.engine.handover().offer(old);
        stage.left(64);
        assertEquals(SwapReport.Outcome.SUPERSEDED, late.outcome());
        assertEquals(SwapReport.Outcome.SWAPPED, newest.outcome());
        assertEquals(1, stage.engine.slots().stats().refused(), "and counted");
    }
}
