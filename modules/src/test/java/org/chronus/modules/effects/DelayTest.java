package org.chronus.modules.effects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;

class DelayTest {
    /** Reads at a place of its own in every frame while it is moved so fast, which no vector can. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(Delay::new).inMix().costing(100).check();
    }

    @Test void echoesComeInTimeAndFade() {
        float[] echoes = click(new Delay(), 0).set("time", 0.1).set("feedback", 0.5).set("tone", 20_000).render(24_000);
        assertEquals(1, echoes[4_800], 1e-3);
        assertEquals(0.5, sum(echoes, 9_600), 0.01);
        assertEquals(0.25, sum(echoes, 14_400), 0.01);
        assertEquals(0, Waves.peak(Waves.part(echoes, 0, 4_700)));
    }

    @Test void toneMakesEachEchoDuller() {
        Rig rig = Rig.of(new Delay()).inMix().set("mix", 1).set("time", 0.01).set("feedback", 0.9).set("tone", 1_000);
        float[] bright = rig.set("in", Waves.sine(8_000, 0.5, 400, 48_000)).render(2_000);
        assertTrue(Waves.rms(Waves.part(bright, 960, 1_360)) < 0.25 * Waves.rms(Waves.part(bright, 480, 880)));
    }

    @Test void dryIsExactlyDry() {
        float[] signal = Waves.sine(440, 0.7, 4_800, 48_000);
        assertArrayEquals(signal, Rig.of(new Delay()).inMix().set("in", signal).set("time", 0.01).set("mix", 0).render(4_800));
    }

    @Test void pingPongGoesLeftRightLeft() {
        Rig rig = click(new Delay(), 0).choose("path", "ping-pong").set("time", 0.1).set("feedback", 0.5).set("tone", 20_000);
        float[] left = rig.render("out", 0, 24_000), right = rig.render("out", 1, 24_000);
        assertEquals(0.5, sum(left, 4_800), 0.01);
        assertEquals(0.25, sum(right, 9_600), 0.01);
        assertEquals(0.125, sum(left, 14_400), 0.01);
        assertEquals(0, Waves.peak(Waves.part(right, 0, 9_000)));
    }

    @Test void aMovingTimeSlidesWithoutClicks() {
        float[] moved = Rig.of(new Delay()).inMix().set("mix", 1).set("feedback", 0).set("in", Waves.sine(200, 0.5, 48_000, 48_000))
                .set("time", time -> 0.1 + 0.1 * Math.clamp((time - 0.4) / 0.1, 0, 1)
                        - 0.05 * Math.clamp((time - 0.7) / 0.1, 0, 1)).render(48_000);
        assertTrue(Waves.steepestStep(Waves.part(moved, 6_000, 48_000)) < 2 * 0.5 * 2 * Math.PI * 200 / 48_000);
    }

    private static Rig click(Delay delay, int lane) {
        return Rig.of(delay).inMix().set("mix", 1).set("in", lane, time -> time == 0 ? 1 : 0);
    }

    private static double sum(float[] wave, int around) {
        double sum = 0;
        for (int i = around - 20; i < around + 60; i++) {
            sum += wave[i];
        }
        return sum;
    }
}
