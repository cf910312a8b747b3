package org.chronus.instrument.engine.slots;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.Stage;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.presets.preset.Transition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How much of a click a program change makes under a held chord of pure tones: its steepest step against the chord's own, and what is
 * heard where the chord has nothing. The figures are printed; docs/transitions.md explains them.
 */
@Tag("L9")
class TransitionTest {
    /** On the grid, in the middle of the chord; and at how many grid lines from there on, so that no phase of the tones is spared. */
    private static final int SWAP = 24_000, SWAPS = 32, BLOCK = 64, LATER = 4_800, END = SWAP + SWAPS * BLOCK + 2 * LATER;
    private static final int[] CHORD = {69, 73, 76};
    private static final double HIGHEST_PARTIAL = 440 * Math.pow(2, 7 / 12.0);
    private static final double MOST_STEP = 1.5, MOST_SPLATTER = -90, MOST_SPLATTER_OF_A_CUT = -60;
    /** As good as 20 ms, and a power of two. */
    private static final int WINDOW = 1_024, HOP = 64;

    /** A chord, a program change while it is held, and a note of the new preset later. */
    private static float[] performance(Transition how, int swap) {
        Stage stage = new Stage(new Engine(Stage.RATE, 0xFFFF, 0, how));
        stage.offer(Stage.TONE);
        for (int key : CHORD) {
            stage.press(0, key);
        }
        float[] sound = Arrays.copyOf(stage.left(swap), END);
        stage.offer(Stage.TONE.replace("Tone", "Other").replace("0.25", "0.2"));
        System.arraycopy(stage.press(swap + LATER, 64).left(END - swap), 0, sound, swap, END - swap);
        return sound;
    }

    /** The steepest step from a frame on as a multiple of the chord's steepest. */
    private static double step(float[] sound, int frame) {
        return Stage.steepest(sound, frame - 1, frame + LATER) / Stage.steepest(sound, SWAP / 2, SWAP);
    }

    /** The loudest 20 ms around a frame, in dBFS, of what is above four times the highest partial. */
    private static double splatter(float[] sound, int frame) {
        double loudest = Double.NEGATIVE_INFINITY;
        for (int from = frame - 2 * WINDOW; from <= frame + WINDOW; from += HOP) {
            Spectrum spectrum = Spectrum.of(Arrays.copyOfRange(sound, from, from + WINDOW), Stage.RATE);
            loudest = Math.max(loudest, spectrum.band(4 * HIGHEST_PARTIAL, Stage.RATE / 2.0));
        }
        return loudest;
    }

    private static void demand(Transition how, double mostSplatter) {
        double step = 0, splatter = Double.NEGATIVE_INFINITY;
        for (int swap = SWAP; swap < SWAP + SWAPS * BLOCK; swap += BLOCK) {
            float[] sound = performance(how, swap);
            step = Math.max(step, step(sound, swap));
            splatter = Math.max(splatter, splatter(sound, swap));
        }
        System.out.printf("%s of pure tones: steepest step %.3f of the chord's, above its partials %.1f dBFS%n", how, step, splatter);
        assertTrue(step <= MOST_STEP, how + " makes a step of " + step);
        assertTrue(splatter <= mostSplatter, how + " is heard at " + splatter + " dBFS");
    }

    @ParameterizedTest
    @EnumSource(names = {"RING", "CROSSFADE"})
    void ringAndCrossfadeAreNotHeard(Transition how) {
        demand(how, MOST_SPLATTER);
    }

    @Test void aCutIsFaint() {
        demand(Transition.CUT, MOST_SPLATTER_OF_A_CUT);
    }

    @Test void theMeasureHearsAPatchThatStopsDead() {
        float[] sound = performance(Transition.RING, SWAP);
        int frame = SWAP;
        while (Math.abs(sound[frame]) < 0.2) {
            frame++;
        }
        Arrays.fill(sound, frame, END, 0);
        assertTrue(step(sound, frame) > 2 * MOST_STEP, "a step of " + step(sound, frame));
        assertTrue(splatter(sound, frame) > -50, "a splatter of " + splatter(sound, frame));
    }

    @Test void theMeasureHearsNothingInASteadyChord() {
        double steady = splatter(performance(Transition.RING, SWAP), SWAP / 2);
        assertTrue(steady < MOST_SPLATTER - 20, "the tones themselves leak " + steady + " dBFS");
    }
}
