package org.chronus.modules.effects.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressorTest {
    private static final int RATE = 48_000;

    /** A logarithm, a power and three divisions in every frame. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(Compressor::new).inMix().costing(60).check();
    }

    @Test void dryIsExactlyDry() {
        float[] signal = Waves.sine(440, 0.7, 4_800, RATE);
        assertArrayEquals(signal, Rig.of(new Compressor()).inMix().set("in", signal).set("mix", 0).render(4_800));
    }

    @Test void leavesAloneWhatIsBelowTheKnee() {
        float[] signal = Waves.sine(440, 0.05, 4_800, RATE);
        assertArrayEquals(signal, Rig.of(new Compressor()).inMix().set("in", signal).set("threshold", 0.1).render(4_800));
    }

    /** A constant, so that its level is known: dB over a threshold of -20 dB, and what is left of them. */
    @ParameterizedTest
    @CsvSource({"4, 1, 12, 3", "4, 1, 20, 5", "2, 1, 12, 6", "100, 1, 18, 0.18", "4, 4, 0, -1.13", "4, 4, 12, 3", "1, 1, 12, 12"})
    void followsItsCurve(double ratio, double knee, double over, double left) {
        float[] heard = Rig.of(new Compressor()).set("in", Waves.factor(over - 20)).set("threshold", 0.1).set("ratio", ratio).set("knee", knee)
                .render(RATE);
        assertEquals(left, Waves.decibels(heard[RATE - 1]) + 20, 0.02);
    }

    @Test void attackAndReleaseTakeTheirTime() {
        float[] gain = Rig.of(new Compressor()).set("in", 1).set("side", time -> time < 1 ? 1 : 0.001).set("threshold", 0.1)
                .set("ratio", 100).set("knee", 1).set("attack", 0.02).set("release", 0.2).render(2 * RATE);
        double full = Waves.decibels(gain[RATE - 1]);
        assertEquals(0.632 * full, Waves.decibels(gain[(int) (0.02 * RATE)]), 0.05);
        assertEquals(0.368 * full, Waves.decibels(gain[(int) (1.2 * RATE)]), 0.05);
    }

    @Test void bothSidesAreCompressedAlike() {
        Rig rig = Rig.of(new Compressor()).inMix().set("in", 0, time -> 0.8).set("in", 1, time -> 0.1);
        float left = rig.render("out", 0, RATE)[RATE - 1], right = rig.render("out", 1, RATE)[RATE - 1];
        assertEquals(8, left / right, 1e-4);
    }

    @Test void aSideChainDucks() {
        Rig rig = Rig.of(new Compressor()).inMix().set("in", 0.05).set("side", time -> time % 1 < 0.5 ? 1 : 0).set("release", 0.05);
        float[] heard = rig.render(RATE);
        assertEquals(-15, Waves.decibels(heard[RATE / 2 - 1] / 0.05), 0.1);
        assertEquals(0, Waves.decibels(heard[RATE - 1] / 0.05), 0.1);
    }

    @Test void makeupRaisesWhatIsCompressed() {
        float[] heard = Rig.of(new Compressor()).set("in", 0.01).set("makeup", 4).render(1_000);
        assertEquals(0.04, heard[999], 1e-6);
    }
}
