package org.chronus.modules.noise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;

class NoiseBurstTest {
    private static final int STRIKES = 200, APART = 2_400;

    /** A generator, two envelopes and a filter with a division. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(NoiseBurst::new).costing(30).check();
    }

    private static Rig struck() {
        return Rig.of(new NoiseBurst()).set("gate", 1);
    }

    /** A gate that rises every twentieth of a second, and the root of the mean square of each burst. */
    private static double[] levels(double variation) {
        float[] wave = Rig.of(new NoiseBurst()).set("gate", time -> Math.round(time * 48_000) % APART < 100 ? 1 : 0).set("tone", 20_000)
                .set("length", 0.05).set("variation", variation).render(STRIKES * APART);
        double[] levels = new double[STRIKES];
        for (int strike = 0; strike < STRIKES; strike++) {
            levels[strike] = Waves.decibels(Waves.rms(Waves.part(wave, strike * APART, (strike + 1) * APART)));
        }
        return levels;
    }

    private static double spread(double[] values) {
        double sum = 0, squares = 0;
        for (double value : values) {
            sum += value / values.length;
            squares += value * value / values.length;
        }
        return Math.sqrt(squares - sum * sum);
    }

    @Test void isSixtyDecibelsDownAfterItsLength() {
        double early = 0, late = 0;
        for (int lane = 0; lane < 4; lane++) {
            float[] wave = struck().set("length", 0.5).set("variation", 0).render("out", lane, 48_000);
            early += Waves.rms(Waves.part(wave, 0, 2_400)) / 4;
            late += Waves.rms(Waves.part(wave, 24_000, 26_400)) / 4;
        }
        assertEquals(-60, Waves.decibels(late / early), 1.5);
    }

    @Test void soundsAtOnceAndThenIsSilent() {
        float[] wave = struck().set("tone", 20_000).render(9_600);
        assertTrue(Waves.peak(Waves.part(wave, 0, 48)) > 0.3);
        assertTrue(Waves.peak(Waves.part(wave, 4_800, 9_600)) < 1e-6);
    }

    @Test void anAttackIsThirtyPerCentThereAfterATwentiethOfIt() {
        float[] slow = struck().set("length", 10).set("attack", 1).set("variation", 0).render(4_800);
        float[] quick = struck().set("length", 10).set("variation", 0).render(4_800);
        double share = Waves.rms(Waves.part(slow, 2_160, 2_640)) / Waves.rms(Waves.part(quick, 2_160, 2_640));
        assertEquals(1 - Math.pow(10, -3 / 20.0), share, 0.02);
    }

    @Test void toneIsThreeDecibelsDownWhereItSays() {
        float[] open = struck().set("length", 10).set("tone", 20_000).set("variation", 0).render(1 << 17);
        float[] dark = struck().set("length", 10).set("tone", 1_000).set("variation", 0).render(1 << 17);
        assertEquals(-3, Spectrum.of(dark, 48_000).band(900, 1_100) - Spectrum.of(open, 48_000).band(900, 1_100), 0.3);
        assertEquals(-12.3, Spectrum.of(dark, 48_000).band(3_900, 4_100) - Spectrum.of(open, 48_000).band(3_900, 4_100), 0.5);
    }

    @Test void strikesDifferAsMuchAsTheVariationSays() {
        double none = spread(levels(0)), some = spread(levels(0.3)), full = spread(levels(1));
        assertTrue(none < 0.5, () -> none + " dB");
        assertTrue(some > none && some < 1.5, () -> some + " dB");
        assertTrue(full > 1.2 && full < 3, () -> full + " dB");
    }

    @Test void theSameStrikeIsTheSameEachTime() {
        assertArrayEquals(struck().render(4_800), struck().render(4_800));
    }
}
