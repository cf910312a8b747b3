package org.chronus.modules.mixing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.junit.jupiter.api.Test;

class MultiplierTest {
    @Test void keepsTheHouseRules() {
        ModuleContract.check(Multiplier::new);
    }

    @Test void makesSumAndDifference() {
        float[] ring = Rig.of(new Multiplier()).set("in", time -> Math.sin(2 * Math.PI * 1_500 * time))
                .set("by", time -> Math.sin(2 * Math.PI * 375 * time)).render(32_768);
        Spectrum spectrum = Spectrum.of(ring, 48_000);
        assertEquals(0.5, spectrum.amplitudeNear(1_125), 1e-3);
        assertEquals(0.5, spectrum.amplitudeNear(1_875), 1e-3);
        assertEquals(0, spectrum.amplitudeNear(1_500), 1e-6);
    }
}
