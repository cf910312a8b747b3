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
    /** Fifth powers where a saw has fourth ones. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(TriangleOscillator::new).costing(20).check();
    }

    @ParameterizedTest
    @CsvSource({"440, -100", "1760, -80", "5000, -68"})
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

    @Test void risesFromZero() {
        float[] wave = Rig.of(new TriangleOscillator()).set("pitch", 21).render(600);
        assertEquals(0, wave[0], 1e-6);
        assertEquals(4 * 27.5 / 48_000, wave[1], 1e-6);
        assertEquals(0.99, Waves.peak(wave), 0.01);
    }
}
