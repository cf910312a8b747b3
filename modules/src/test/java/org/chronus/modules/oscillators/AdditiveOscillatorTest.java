package org.chronus.modules.oscillators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdditiveOscillatorTest {
    /** Sixty-four resonators; half of them, as usual, cost half. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(AdditiveOscillator::new).costing(150).check();
    }

    private static Rig rig(double hertz) {
        return Rig.of(new AdditiveOscillator()).set("pitch", Pitches.of(hertz));
    }

    @ParameterizedTest
    @CsvSource({"0", "-6", "-12", "3"})
    void levelsFollowTheTilt(double tilt) {
        Spectrum spectrum = Spectrum.of(rig(220).set("partials", 64).set("tilt", tilt).render(96_000), 48_000);
        double first = spectrum.amplitudeNear(220);
        for (int n = 2; n <= 64; n++) {
            double octaves = Math.log(n) / Math.log(2);
            assertEquals(tilt * octaves, Waves.decibels(spectrum.amplitudeNear(220 * n) / first), 0.1, "partial " + n);
        }
    }

    @ParameterizedTest
    @CsvSource({"27.5, 0", "220, 0", "220, -12", "1000, 0"})
    void isAsLoudWhateverTheTilt(double hertz, double tilt) {
        assertEquals(0.5, Waves.rms(rig(hertz).set("partials", 16).set("tilt", tilt).render(96_000)), 0.01);
    }

    @Test void aloneThePartialIsASine() {
        for (double hertz : new double[] {27.5, 440, 7_040}) {
            double distortion = Spectrum.of(rig(hertz).set("partials", 1).render(96_000), 48_000).distortion(hertz);
            assertTrue(distortion < -100, () -> hertz + " Hz: " + distortion + " dB");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.0004, 0.005})
    void partialsAreStretchedLikeThoseOfAString(double b) {
        Spectrum spectrum = Spectrum.of(rig(220).set("tilt", 0).set("partials", 24).set("stretch", b).render(192_000), 48_000);
        double first = spectrum.amplitudeNear(220);
        for (int n = 2; n <= 24; n++) {
            double hertz = 220 * n * Math.sqrt((1 + b * n * n) / (1 + b));
            assertEquals(0, Waves.decibels(spectrum.amplitudeNear(hertz) / first), 0.1, "partial " + n);
        }
    }

    @Test void inTheEndItHasTheModesOfABar() {
        Spectrum spectrum = Spectrum.of(rig(440).set("tilt", 0).set("partials", 5).set("morph", 1).render(192_000), 48_000);
        for (double mode : new double[] {1, 2.756, 5.404, 8.933, 13.345}) {
            assertEquals(0.5 * Math.sqrt(2.0 / 5), spectrum.amplitudeNear(440 * mode), 0.005, "mode " + mode);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 2, 0", "-1, 3, 1", "1, 1, 1", "1, 3, 0", "1, 4, 1", "-0.5, 4, 0.5"})
    void balanceTakesOddOrEvenPartials(double balance, int partial, double share) {
        Spectrum spectrum = Spectrum.of(rig(220).set("tilt", 0).set("partials", 8).set("balance", balance).render(96_000), 48_000);
        assertEquals(share, spectrum.amplitudeNear(220 * partial) / spectrum.amplitudeNear(220), 1e-3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {440, 1_760, 5_000, 12_000})
    void thereAreNoAliases(double hertz) {
        double alias = Spectrum.of(rig(hertz).set("partials", 64).set("tilt", 0).render(96_000), 48_000).loudestAlias(hertz, 24_000);
        assertTrue(alias < -100, () -> alias + " dB");
    }

    @Test void aSlidingPitchTakesThePartialsOutSoftly() {
        float[] wave = rig(440).set("pitch", time -> 60 + 40 * time).set("tilt", 0).set("partials", 3).render(72_000);
        float[] above = Waves.part(Rig.of(new AdditiveOscillator()).set("pitch", 137).set("partials", 64).render(4_800), 0, 4_800);
        assertTrue(Waves.steepestStep(wave) < 2 * Math.PI * 6_272 * 2 / 48_000 * 1.5);
        assertEquals(0, Waves.peak(above), 1e-6);
    }
}
