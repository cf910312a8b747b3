package org.chronus.modules.oscillators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SineOscillatorTest {
    /** Its feedback waits for the whole polynomial in every frame. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(SineOscillator::new).costing(40).check();
    }

    @ParameterizedTest
    @ValueSource(doubles = {27.5, 110, 440, 1_760, 3_520, 7_040, 14_080})
    void isPure(double hertz) {
        double distortion = Spectrum.of(Rig.of(new SineOscillator()).set("pitch", Pitches.of(hertz)).render(96_000), 48_000).distortion(hertz);
        assertTrue(distortion < -135, () -> distortion + " dB");
    }

    @Test void startsAtZeroAndRises() {
        float[] wave = Rig.of(new SineOscillator()).set("pitch", 69).render(2);
        assertEquals(0, wave[0]);
        assertEquals(Math.sin(2 * Math.PI * 440 / 48_000), wave[1], 1e-6);
    }

    @Test void ratioMultipliesTheFrequency() {
        Spectrum spectrum = Spectrum.of(Rig.of(new SineOscillator()).set("pitch", 45).set("ratio", 3.5).render(96_000), 48_000);
        assertEquals(1, spectrum.amplitudeNear(385), 0.1);
        assertTrue(spectrum.distortion(385) < -130);
    }

    @Test void phaseModulationMakesBesselSidebands() {
        double index = 1.5;
        float[] wave = Rig.of(new SineOscillator()).set("pitch", Pitches.of(3_000))
                .set("phase", time -> index / (2 * Math.PI) * Math.sin(2 * Math.PI * 200 * time)).render(192_000);
        Spectrum spectrum = Spectrum.of(wave, 48_000);
        double carrier = spectrum.amplitudeNear(3_000);
        double[] bessel = {0.5118, 0.5579, 0.2321, 0.0610};
        for (int order = 1; order < bessel.length; order++) {
            assertEquals(bessel[order] / bessel[0], spectrum.amplitudeNear(3_000 + 200 * order) / carrier, 0.15 * bessel[order]);
        }
    }

    @Test void feedbackMakesItBrighter() {
        double last = 0;
        for (double feedback : new double[] {0, 0.1, 0.2, 0.3, 0.4}) {
            Spectrum spectrum = Spectrum.of(Rig.of(new SineOscillator()).set("pitch", 45).set("feedback", feedback).render(96_000), 48_000);
            double second = spectrum.amplitudeNear(220) / spectrum.amplitudeNear(110);
            assertTrue(feedback == 0 || second > last + 0.02, feedback + ": " + second + " after " + last);
            last = second;
        }
    }
}
