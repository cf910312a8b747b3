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

class TriangleOscillatorTest {
    /** It has two corners where a saw has one step; pitches from end to end, so that some come every few frames. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(TriangleOscillator::new).costing(100).check();
    }

    @ParameterizedTest
    @CsvSource({"440, -100", "1760, -100", "5000, -100"})
    void aliasesBelowFifteenKilohertzAreFaint(double hertz, double bound) {
        float[] wave = Rig.of(new TriangleOscillator()).set("pitch", Pitches.of(hertz)).render(96_000);
        double alias = Spectrum.of(wave, 48_000).loudestAlias(hertz, 15_000);
        assertTrue(alias < bound, () -> alias + " dB");
    }

    @Test void oddHarmonicsFallWithTheSquareOfTheirNumber() {
        Spectrum spectrum = Spectrum.of(Rig.of(new TriangleOscillator()).set("pitch", 45).render(96_000), 48_000);
        for (int harmonic = 1; harmonic <= 9; harmonic++) {
            double expected = harmonic % 2 == 0 ? 0 : 8 / (Math.PI * Math.PI * harmonic * harmonic);
            assertEquals(expected, spectrum.amplitudeNear(110 * harmonic), 0.01 / harmonic / harmonic);
        }
    }

    @Test void noPartialBelowFifteenKilohertzIsHalfADecibelOff() {
        Spectrum spectrum = Spectrum.of(Rig.of(new TriangleOscillator()).set("pitch", Pitches.of(330)).render(96_000), 48_000);
        for (int harmonic = 1; harmonic <= 45; harmonic += 2) {
            double expected = 8 / (Math.PI * Math.PI * harmonic * harmonic);
            assertEquals(0, 20 * Math.log10(spectrum.amplitudeNear(330 * harmonic) / expected), 0.5, harmonic + " x 330 Hz");
        }
    }

    @Test void risesFromZero() {
        float[] wave = Rig.of(new TriangleOscillator()).set("pitch", 21).render(600);
        assertEquals(0, wave[0], 0.02);
        assertEquals(4 * 27.5 / 48_000, wave[1] - wave[0], 1e-6);
        assertEquals(0.99, Waves.peak(wave), 0.01);
    }
}
