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
    /** It rounds two edges where a saw rounds one. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(PulseOscillator::new).costing(25).check();
    }

    @ParameterizedTest
    @CsvSource({"440, -65", "1760, -58", "5000, -53"})
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
        assertEquals(0, Waves.mean(Rig.of(new PulseOscillator()).set("pitch", 69).set("width", width).render(48_000)), 1e-5);
    }
}
