package org.chronus.modules.effects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriveTest {
    @Test void keepsTheHouseRules() {
        ModuleContract.check(Drive::new);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 4, 20, 100})
    void keepsThePeakAndMakesNoDirectCurrent(double drive) {
        float[] wave = driven(drive);
        assertEquals(0.5, Waves.peak(wave), 1e-4);
        assertEquals(0, Waves.mean(wave), 1e-6);
    }

    @Test void makesOddHarmonicsAlone() {
        Spectrum spectrum = Spectrum.of(driven(4), 48_000);
        assertTrue(spectrum.amplitudeNear(3 * 375) > 0.02);
        assertTrue(spectrum.amplitudeNear(2 * 375) < 1e-6);
    }

    @Test void leavesTheFaintAloneWhenItIsLow() {
        float[] wave = Rig.of(new Drive()).set("drive", 0.1).set("in", Waves.sine(375, 0.25, 48_000, 48_000)).render(48_000);
        assertTrue(Spectrum.of(wave, 48_000).distortion(375) < -80);
    }

    private static float[] driven(double drive) {
        return Rig.of(new Drive()).set("drive", drive).set("in", Waves.sine(375, 0.5, 48_000, 48_000)).render(48_000);
    }
}
