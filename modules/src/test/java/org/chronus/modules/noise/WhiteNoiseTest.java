package org.chronus.modules.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;

class WhiteNoiseTest {
    @Test void keepsTheHouseRules() {
        ModuleContract.check(WhiteNoise::new);
    }

    @Test void isEvenlyDistributed() {
        float[] wave = Rig.of(new WhiteNoise()).render(480_000);
        assertEquals(Math.sqrt(1 / 3.0), Waves.rms(wave), 0.005);
        assertEquals(0, Waves.mean(wave), 0.005);
        assertTrue(Waves.peak(wave) <= 1);
    }

    @Test void isAsLoudInEveryBandOfOneWidth() {
        Spectrum spectrum = Spectrum.of(Rig.of(new WhiteNoise()).render(1 << 19), 48_000);
        double first = spectrum.band(1_000, 4_000);
        for (double hertz = 4_000; hertz < 22_000; hertz += 3_000) {
            assertEquals(first, spectrum.band(hertz, hertz + 3_000), 0.4);
        }
    }
}
