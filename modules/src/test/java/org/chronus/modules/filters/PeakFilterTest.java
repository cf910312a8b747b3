package org.chronus.modules.filters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeakFilterTest {
    private static final double RATE = 48_000;

    /** Two divisions and a root, all of which depend on its ports alone. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(PeakFilter::new).costing(20).check();
    }

    @ParameterizedTest
    @CsvSource({"1000, 12, 1", "1000, -12, 1", "100, 24, 0.5", "4000, 6, 4", "12000, -6, 2", "60, 3, 10"})
    void isThatOfTheCookbook(double hertz, double decibels, double q) {
        Rig rig = Rig.of(new PeakFilter()).set("frequency", hertz).set("gain", Waves.factor(decibels)).set("q", q);
        for (double ratio : new double[] {0.25, 0.5, 0.8, 1, 1.3}) {
            assertEquals(cookbook(hertz, decibels, q, hertz * ratio), Waves.decibels(rig.gainAt(hertz * ratio)), 0.1);
        }
        assertEquals(decibels, Waves.decibels(rig.gainAt(hertz)), 0.05);
    }

    @Test void withoutGainItIsExactlyDry() {
        float[] signal = Waves.sine(440, 0.7, 4_800, RATE);
        assertArrayEquals(signal, Rig.of(new PeakFilter()).set("in", signal).render(4_800));
    }

    @Test void cutUndoesBoost() {
        double up = Rig.of(new PeakFilter()).set("gain", 4).gainAt(700), down = Rig.of(new PeakFilter()).set("gain", 0.25).gainAt(700);
        assertEquals(1, up * down, 1e-3);
    }

    @Test void staysQuietWhileItRuns() {
        float[] swept = Rig.of(new PeakFilter()).set("in", Waves.sine(100, 0.5, 48_000, RATE)).set("gain", 4)
                .set("frequency", time -> 2_000 + 1_500 * Math.sin(2 * Math.PI * 50 * time)).render(48_000);
        assertTrue(Waves.steepestStep(Waves.part(swept, 4_800, 48_000)) < 1.3 * 0.5 * 2 * Math.PI * 100 / RATE);
    }

    private static double cookbook(double hertz, double decibels, double q, double at) {
        double a = Math.pow(10, decibels / 40), w = 2 * Math.PI * hertz / RATE, alpha = Math.sin(w) / (2 * q);
        return Biquads.decibels(new double[] {1 + alpha * a, -2 * Math.cos(w), 1 - alpha * a},
                new double[] {1 + alpha / a, -2 * Math.cos(w), 1 - alpha / a}, 2 * Math.PI * at / RATE);
    }
}
