package org.chronus.modules.oscillators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuperSawTest {
    private static final double[] OFFSETS = {-0.11002313, -0.06288439, -0.01952356, 0, 0.01991221, 0.06216538, 0.10745242};

    /** Seven saws, with pitches from end to end, in mono and in stereo. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(SuperSaw::new).costing(450).check();
    }

    @Test void theSideSawsAreWhereSzaboMeasuredThemAtFullDetune() {
        Spectrum spectrum = Spectrum.of(Rig.of(new SuperSaw()).set("pitch", 69).set("detune", 1).set("mix", 1).render(192_000), 48_000);
        double centre = 0.99785 - 0.55366, side = -0.73764 + 1.2841 + 0.044372;
        for (int saw = 0; saw < OFFSETS.length; saw++) {
            double expected = 2 / Math.PI * (saw == 3 ? centre : side);
            assertEquals(expected, spectrum.amplitudeNear(440 * (1 + OFFSETS[saw])), 0.02 * expected, "saw " + saw);
        }
    }

    /** The table of the thesis: control and share of the full detune. */
    @ParameterizedTest
    @CsvSource({"0.125, 0.0229", "0.25, 0.0469", "0.5, 0.098", "0.75, 0.2425", "0.9375, 0.3943"})
    void detuneFollowsTheMeasuredCurve(double control, double share) {
        double hertz = 4_000;
        float[] wave = Rig.of(new SuperSaw()).set("pitch", Pitches.of(hertz)).set("detune", control).set("mix", 1).render(192_000);
        double highest = hertz * (1 + OFFSETS[6] * share);
        assertEquals(2 / Math.PI * 0.59, Spectrum.of(wave, 48_000).amplitudeNear(highest), 0.03);
    }

    /** Saws that start anywhere add like noises, by their powers: seven are louder than one by the root of seven. */
    @ParameterizedTest
    @CsvSource({"0", "0.3", "0.6", "1"})
    void powersAddUp(double mix) {
        double centre = 0.99785 - 0.55366 * mix, side = -0.73764 * mix * mix + 1.2841 * mix + 0.044372;
        float[] wave = Rig.of(new SuperSaw()).set("pitch", 69).set("detune", 0.9).set("mix", mix).render(480_000);
        assertEquals(Math.sqrt(centre * centre + 6 * side * side) / Math.sqrt(3), Waves.rms(wave), 0.01);
    }

    @Test void leftAndRightAreAsLoudAndUnlikeAndTheirMeanIsTheWhole() {
        float[] whole = Rig.of(new SuperSaw()).set("pitch", 60).render(192_000);
        float[] left = Rig.of(new SuperSaw()).set("pitch", 60).render("left", 0, 192_000);
        float[] right = Rig.of(new SuperSaw()).set("pitch", 60).render("right", 0, 192_000);
        assertEquals(0, Waves.decibels(Waves.rms(left) / Waves.rms(right)), 0.5);
        double correlation = Waves.correlation(left, right);
        assertTrue(correlation > 0.2 && correlation < 0.8, () -> "correlation " + correlation);
        for (int i = 0; i < whole.length; i++) {
            assertEquals(whole[i], (left[i] + right[i]) / 2, 1e-5);
        }
    }

    @Test void everyStrikeStartsElsewhereAndTheSameStrikeInTheSamePlace() {
        SuperSaw saw = new SuperSaw();
        saw.prepare(48_000, SuperSaw.LANES);
        saw.restart(1, 2);
        saw.restart(2, 2);
        saw.outputs().getFirst().data = new float[SuperSaw.BLOCK * SuperSaw.LANES];
        saw.outputs().getFirst().step = SuperSaw.LANES;
        saw.generate(0, 1);
        float[] first = saw.outputs().getFirst().data;
        assertNotEquals(first[0], first[1]);
        assertEquals(first[1], first[2]);
    }

    /** Near 5 kHz, between the groups of partials. */
    @Test void aliasesAreFaint() {
        float[] wave = Rig.of(new SuperSaw()).set("pitch", Pitches.of(5_000)).set("detune", 0.3).render(96_000);
        Spectrum spectrum = Spectrum.of(wave, 48_000);
        assertTrue(spectrum.band(6_000, 9_000) < -90, () -> spectrum.band(6_000, 9_000) + " dB");
    }
}
