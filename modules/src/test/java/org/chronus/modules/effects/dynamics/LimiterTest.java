package org.chronus.modules.effects.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.effects.Sounds;
import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimiterTest {
    private static final int RATE = 48_000;

    /** A window of the least gain, and an average, for both sides. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(Limiter::new).inMix().costing(100).check();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "0.5, 30", "0.1, 100"})
    void nothingIsAboveTheCeiling(double ceiling, double drive) {
        float[] heard = Rig.of(new Limiter()).inMix().set("in", Sounds.white(RATE)).set("drive", drive).set("ceiling", ceiling).render(RATE);
        assertTrue(Waves.peak(heard) <= (float) ceiling, "peak " + Waves.peak(heard));
    }

    @Test void whatIsBelowTheCeilingIsExactlyLate() {
        Limiter limiter = new Limiter();
        float[] signal = Waves.sine(440, 0.8, 4_800, RATE), heard = Rig.of(limiter).inMix().set("in", signal).render(4_800);
        assertEquals(48, limiter.latency());
        assertArrayEquals(Waves.part(signal, 0, 4_752), Waves.part(heard, 48, 4_800));
    }

    @Test void fadesDownToAPeakAndUpAgain() {
        float[] heard = Rig.of(new Limiter()).set("in", time -> Math.abs(time - 0.5) < 1e-6 ? 4 : 0.5).set("ceiling", 1).set("release", 0.1)
                .render(RATE);
        int peak = RATE / 2 + 48;
        assertEquals(1, heard[peak], 1e-5);
        assertEquals(0.5, heard[peak - 50], 1e-5);
        assertEquals(0.5 * (1 - 0.75 * Math.exp(-1)), heard[peak + (int) (0.1 * RATE)], 0.01);
        float[] rest = Waves.part(heard, peak + 1, RATE);
        assertTrue(Waves.steepestStep(Waves.part(heard, 100, peak)) < 0.02 && Waves.steepestStep(rest) < 0.01, "without clicks");
    }

    /** Soft clipping would distort by some per cent. */
    @Test void aLoudToneStaysATone() {
        float[] heard = Rig.of(new Limiter()).set("in", Waves.sine(375, 2, 4 * RATE, RATE)).render(4 * RATE);
        double distortion = Spectrum.of(heard, RATE).distortion(375);
        assertTrue(distortion < -40, "distortion " + distortion);
    }

    @Test void bothSidesAreLimitedAlike() {
        Rig rig = Rig.of(new Limiter()).inMix().set("in", 0, time -> 4).set("in", 1, time -> 0.5);
        assertEquals(8, rig.render("out", 0, 4_800)[4_799] / rig.render("out", 1, 4_800)[4_799], 1e-4);
    }
}
