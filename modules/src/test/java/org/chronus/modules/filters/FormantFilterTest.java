package org.chronus.modules.filters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormantFilterTest {
    /** Five filters. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(FormantFilter::new).costing(100).check();
    }

    private static Rig rig(String voice, double vowel) {
        return Rig.of(new FormantFilter()).choose("voice", voice).set("vowel", vowel);
    }

    /** The highest place between two frequencies. */
    private static double peak(Rig rig, double low, double high) {
        double best = low, most = 0;
        for (double hertz = low; hertz <= high; hertz += 10) {
            double gain = rig.gainAt(hertz);
            if (gain > most) {
                most = gain;
                best = hertz;
            }
        }
        return best;
    }

    @ParameterizedTest
    @CsvSource({"tenor, 0, 650, 1080, -6", "tenor, 1, 400, 1700, -14", "tenor, 2, 290, 1870, -15", "tenor, 3, 400, 800, -10",
        "bass, 0, 600, 1040, -7", "soprano, 2, 270, 2140, -12", "alto, 3, 450, 800, -9"})
    void formantsAreWhereAndAsLoudAsTheTableSays(String voice, double vowel, double first, double second, double level) {
        Rig rig = rig(voice, vowel);
        assertEquals(first, peak(rig, first - 60, first + 60), 21);
        assertEquals(second, peak(rig, second - 60, second + 60), 31);
        assertEquals(0, Waves.decibels(rig.gainAt(first)), 1);
        assertEquals(level, Waves.decibels(rig.gainAt(second)), 2.5);
    }

    @Test void betweenTwoVowelsTheFormantsAreHalfWay() {
        assertEquals(1_390, peak(rig("tenor", 0.5), 1_300, 1_480), 21);
        assertEquals(525, peak(rig("tenor", 0.5), 450, 600), 21);
    }

    @Test void shiftMovesThemAll() {
        Rig rig = rig("tenor", 1).set("shift", 12);
        assertEquals(800, peak(rig, 740, 860), 31);
        assertEquals(3_400, peak(rig, 3_300, 3_500), 31);
    }

    @Test void widthWidens() {
        Rig rig = rig("tenor", 2);
        double narrow = rig.gainAt(290 - 40) / rig.gainAt(290);
        rig.set("width", 4);
        double wide = rig.gainAt(290 - 40) / rig.gainAt(290);
        // A bandwidth of 40 Hz has lost 3 dB 20 Hz away, and half of it and more at 40.
        assertEquals(-7, Waves.decibels(narrow), 1);
        assertTrue(wide > 0.8, () -> "wide " + wide);
    }

    @Test void nothingCancelsBetweenTheFirstTwo() {
        Rig rig = rig("tenor", 0);
        for (double hertz = 650; hertz < 1_080; hertz += 20) {
            assertTrue(rig.gainAt(hertz) > 0.2, "at " + hertz);
        }
    }

    @Test void aMovedVowelDoesNotClick() {
        float[] wave = rig("tenor", 0).set("vowel", time -> 4 * Math.min(1, time / 0.1)).set("in", Waves.sine(400, 1, 9_600, 48_000)).render(9_600);
        assertTrue(Waves.steepestStep(wave) < 1.2 * 2 * Math.PI * 400 / 48_000);
    }
}
