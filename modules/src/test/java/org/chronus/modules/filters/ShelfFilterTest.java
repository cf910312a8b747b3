package org.chronus.modules.filters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShelfFilterTest {
    private static final double RATE = 48_000;

    /** A few divisions and roots, all of which depend on its ports alone. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(ShelfFilter::new).costing(25).check();
    }

    @ParameterizedTest
    @CsvSource({"low, 500, 12, 0.7071", "low, 100, -18, 0.7071", "low, 2000, 6, 1.2", "high, 2000, 12, 0.7071", "high, 8000, -12, 0.7071",
        "high, 500, 24, 0.5"})
    void isThatOfTheCookbook(String side, double hertz, double decibels, double q) {
        Rig rig = Rig.of(new ShelfFilter()).choose("side", side).set("frequency", hertz).set("gain", Waves.factor(decibels)).set("q", q);
        for (double ratio : new double[] {0.25, 0.5, 0.8, 1, 1.3, 2}) {
            double expected = cookbook(side.equals("high") ? -1 : 1, hertz, decibels, q, hertz * ratio);
            assertEquals(expected, Waves.decibels(rig.gainAt(hertz * ratio)), 0.1);
        }
        assertEquals(decibels / 2, Waves.decibels(rig.gainAt(hertz)), 0.05 + (q > 1 || q < 0.7 ? 12 : 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"low", "high"})
    void raisesItsSideAlone(String side) {
        Rig rig = Rig.of(new ShelfFilter()).choose("side", side).set("frequency", 1_000).set("gain", 4);
        assertEquals(side.equals("low") ? 12.04 : 0, Waves.decibels(rig.gainAt(30)), 0.1);
        assertEquals(side.equals("low") ? 0 : 12.04, Waves.decibels(rig.gainAt(16_000)), 0.1);
    }

    @Test void withoutGainItIsExactlyDry() {
        float[] signal = Waves.sine(440, 0.7, 4_800, RATE);
        assertArrayEquals(signal, Rig.of(new ShelfFilter()).set("in", signal).render(4_800));
        assertArrayEquals(signal, Rig.of(new ShelfFilter()).choose("side", "high").set("in", signal).render(4_800));
    }

    private static double cookbook(int sign, double hertz, double decibels, double q, double at) {
        double a = Math.pow(10, decibels / 40), w = 2 * Math.PI * hertz / RATE, cos = sign * Math.cos(w);
        double alpha = Math.sin(w) / q * Math.sqrt(a);
        return Biquads.decibels(
                new double[] {a * (a + 1 - (a - 1) * cos + alpha), sign * 2 * a * (a - 1 - (a + 1) * cos), a * (a + 1 - (a - 1) * cos - alpha)},
                new double[] {a + 1 + (a - 1) * cos + alpha, sign * -2 * (a - 1 + (a + 1) * cos), a + 1 + (a - 1) * cos - alpha},
                2 * Math.PI * at / RATE);
    }
}
