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

class PulseOscillatorTest {
    /** It has two edges where a saw has one; pitches from end to end, so that some come every few frames. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(PulseOscillator::new).costing(100).check();
    }

    @ParameterizedTest
    @CsvSource({"440, -95", "1760, -95", "5000, -95"})
    void aliasesBelowFifteenKilohertzAreFaint(double hertz, double bound) {
        float[] wave = Rig.of(new PulseOscillator()).set("pitch", Pitches.of(hertz)).render(96_000);
        double alias = Spectrum.of(wave, 48_000).loudestAlias(hertz, 15_000);
        assertTrue(alias < bound, () -> alias + " dB");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.1, 0.25, 0.5, 0.75, 0.98})
    void harmonicsFollowTheWidth(double width) {
        Spectrum spectrum = Spectrum.of(Rig.of(new PulseOscillator()).set("pitch", 45).set("width", width).render(96_000), 48_000);
        for (int harmonic = 1; harmonic <= 8; harmonic++) {
            double expected = 4 / Math.PI / harmonic * Math.abs(Math.sin(Math.PI * harmonic * width));
            assertEquals(expected, spectrum.amplitudeNear(110 * harmonic), 0.01 / harmonic);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3, 0.98})
    void hasNoDirectCurrentAtAnyWidth(double width) {
        float[] wave = Rig.of(new PulseOscillator()).set("pitch", 69).set("width", width).render(52_800);
        assertEquals(0, Waves.mean(Waves.part(wave, 4_800, 52_800)), 1e-5);
    }

    @Test void noPartialBelowFifteenKilohertzIsHalfADecibelOff() {
        Spectrum spectrum = Spectrum.of(Rig.of(new PulseOscillator()).set("pitch", 45).render(96_000), 48_000);
        for (int harmonic = 1; harmonic <= 136; harmonic += 2) {
            assertEquals(0, 20 * Math.log10(spectrum.amplitudeNear(110 * harmonic) * Math.PI * harmonic / 4), 0.5, harmonic + " x 110 Hz");
        }
    }

    /** Sidebands at multiples of 3 Hz around the harmonics of 1,500 Hz, and nothing else. */
    @Test void aModulatedWidthMakesNoAliases() {
        float[] wave = Rig.of(new PulseOscillator()).set("pitch", Pitches.of(1_500))
                .set("width", time -> 0.5 + 0.4 * Math.sin(2 * Math.PI * 3 * time)).render(96_000);
        Spectrum spectrum = Spectrum.of(wave, 48_000);
        assertTrue(spectrum.band(600, 900) < -90, () -> spectrum.band(600, 900) + " dB");
        assertEquals(0, Waves.mean(Waves.part(wave, 48_000, 96_000)), 1e-5);
    }
}
