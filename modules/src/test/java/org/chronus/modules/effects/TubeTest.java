package org.chronus.modules.effects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TubeTest {
    private static final int RATE = 48_000;

    /** Divisions and roots at twice the rate, none of which waits for the last frame. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(Tube::new).costing(40).check();
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.4", "2, 0.4", "10, 0.4", "50, 1", "2, -0.5"})
    void keepsTheSwingAndMakesNoDirectCurrent(double drive, double bias) {
        float[] heard = driven(drive, bias);
        double high = -9, low = 9;
        for (float each : heard) {
            high = Math.max(high, each);
            low = Math.min(low, each);
        }
        assertEquals(1, high - low, 0.08);
        assertEquals(0, Waves.mean(heard), 1e-4);
    }

    @Test void theSecondHarmonicIsStrongerThanTheThird() {
        Spectrum spectrum = Spectrum.of(driven(1.5, 0.5), RATE);
        assertTrue(spectrum.amplitudeNear(2 * 375) > 1.3 * spectrum.amplitudeNear(3 * 375));
        assertTrue(Waves.decibels(spectrum.amplitudeNear(750) / spectrum.amplitudeNear(375)) > -25);
    }

    @Test void withoutBiasThereAreOddHarmonicsAlone() {
        Spectrum spectrum = Spectrum.of(driven(4, 0), RATE);
        assertTrue(spectrum.amplitudeNear(3 * 375) > 0.05);
        assertTrue(spectrum.amplitudeNear(2 * 375) < 1e-5);
    }

    @Test void silenceStaysSilent() {
        assertEquals(0, Waves.peak(Rig.of(new Tube()).set("bias", 0.7).render(RATE)));
    }

    @Test void leavesTheHighsAsTheyAre() {
        Rig rig = Rig.of(new Tube()).set("drive", 0.1).set("bias", 0);
        assertEquals(0, Waves.decibels(rig.gainAt(10_000) / rig.gainAt(1_000)), 0.5);
    }

    @Test void aliasesAreWeak() {
        double hertz = 2_489;
        float[] heard = Rig.of(new Tube()).set("in", Waves.sine(hertz, 0.5, 4 * RATE, RATE)).set("drive", 10).render(4 * RATE);
        double alias = Spectrum.of(heard, RATE).loudestAlias(hertz, 20_000);
        assertTrue(alias < -80, "alias " + alias);
    }

    private static float[] driven(double drive, double bias) {
        float[] heard = Rig.of(new Tube()).set("drive", drive).set("bias", bias).set("in", Waves.sine(375, 0.5, 2 * RATE, RATE))
                .render(2 * RATE);
        return Waves.part(heard, RATE, 2 * RATE);
    }
}
