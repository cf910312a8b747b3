package org.chronus.modules.effects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;

class MultiTapTest {
    private static final int RATE = 48_000;

    /** Four echoes, each read at a place of its own in every frame. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(MultiTap::new).inMix().costing(150).check();
    }

    @Test void dryIsExactlyDry() {
        float[] signal = Waves.sine(440, 0.7, 4_800, RATE);
        assertArrayEquals(signal, Rig.of(new MultiTap()).inMix().set("in", signal).set("time", 0.01).set("mix", 0).render(4_800));
    }

    @Test void theEchoesComeAtTheirStepsWithTheirLevels() {
        float[] heard = click(Rig.of(new MultiTap())).set("time", 0.1).set("feedback", 0).render(24_000);
        assertEquals(0.8, heard[3_600], 1e-3);
        assertEquals(0.65, heard[4_800], 1e-3);
        assertEquals(0.5, heard[7_200], 1e-3);
        assertEquals(0.4, heard[9_600], 1e-3);
        assertEquals(0, Waves.peak(Waves.part(heard, 0, 3_590)) + Waves.peak(Waves.part(heard, 9_610, 24_000)));
    }

    @Test void theFourthFeedsBack() {
        float[] heard = click(Rig.of(new MultiTap())).set("time", 0.1).set("feedback", 0.5).set("tone", 20_000).set("level1", 0)
                .set("level2", 0).set("level3", 0).set("level4", 1).render(48_000);
        assertEquals(1, sum(heard, 9_600), 0.01);
        assertEquals(0.5, sum(heard, 19_200), 0.01);
        assertEquals(0.25, sum(heard, 28_800), 0.01);
    }

    @Test void eachEchoHasAPlace() {
        Rig rig = click(Rig.of(new MultiTap()).inMix()).set("time", 0.1).set("feedback", 0).set("pan1", -1).set("pan2", 1).set("pan3", 0);
        float[] left = rig.render("out", 0, 24_000), right = rig.render("out", 1, 24_000);
        assertEquals(0.8 * Math.sqrt(2), left[3_600], 1e-3);
        assertEquals(0, right[3_600], 1e-6);
        assertEquals(0.65 * Math.sqrt(2), right[4_800], 1e-3);
        assertEquals(0.5, left[7_200], 1e-3);
        assertEquals(0.5, right[7_200], 1e-3);
    }

    @Test void aMovingStepSlidesWithoutClicks() {
        float[] moved = Rig.of(new MultiTap()).inMix().set("mix", 1).set("feedback", 0).set("in", Waves.sine(200, 0.5, RATE, RATE))
                .set("time", time -> 0.1 + 0.05 * Math.clamp((time - 0.5) / 0.2, 0, 1)).render(RATE);
        double usual = Waves.steepestStep(Waves.part(moved, 12_000, 23_000));
        assertTrue(Waves.steepestStep(Waves.part(moved, 12_000, RATE)) < 2 * usual);
    }

    private static Rig click(Rig rig) {
        return rig.set("mix", 1).set("in", time -> time == 0 ? 1 : 0);
    }

    private static double sum(float[] wave, int around) {
        double sum = 0;
        for (int i = around - 20; i < around + 60; i++) {
            sum += wave[i];
        }
        return sum;
    }
}
