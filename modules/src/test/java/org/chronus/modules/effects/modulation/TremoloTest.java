package org.chronus.modules.effects.modulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TremoloTest {
    private static final int RATE = 48_000;

    /** A rounded triangle, and a spread. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(Tremolo::new).inMix().costing(30).check();
    }

    @Test void noDepthIsExactlyDry() {
        float[] signal = Waves.sine(440, 0.7, 4_800, RATE);
        assertArrayEquals(signal, Rig.of(new Tremolo()).inMix().set("in", signal).set("depth", 0).render(4_800));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 1})
    void fallsAsFarAsItsDepth(double depth) {
        float[] level = Rig.of(new Tremolo()).set("in", 1).set("depth", depth).render(RATE);
        float least = 1;
        for (float each : level) {
            least = Math.min(least, each);
        }
        assertEquals(1 - depth, least, 1e-4);
        assertEquals(1, Waves.peak(level), 1e-4);
    }

    @Test void isASineAtItsRate() {
        float[] level = Rig.of(new Tremolo()).set("in", 1).set("rate", 6).set("depth", 1).render(4 * RATE);
        assertEquals(0.5, Waves.amplitudeAt(6, level, RATE), 1e-3);
        assertEquals(0, Waves.amplitudeAt(12, level, RATE) + Waves.amplitudeAt(18, level, RATE), 1e-3);
    }

    @Test void aSquareSwitchesWithoutClicks() {
        float[] level = Rig.of(new Tremolo()).set("in", 1).set("rate", 5).set("depth", 1).set("shape", 1).render(RATE);
        int high = 0, low = 0;
        for (float each : level) {
            high += each > 0.95 ? 1 : 0;
            low += each < 0.05 ? 1 : 0;
        }
        assertTrue(high > 0.45 * RATE && low > 0.45 * RATE);
        assertTrue(Waves.steepestStep(level) < 0.005);
    }

    @Test void halfACycleApartPansAndKeepsTheSum() {
        Rig rig = Rig.of(new Tremolo()).inMix().set("in", 1).set("depth", 1).set("spread", 0.5);
        float[] left = rig.render("out", 0, RATE), right = rig.render("out", 1, RATE);
        for (int i = 0; i < RATE; i++) {
            assertEquals(1, left[i] + right[i], 1e-4);
        }
        assertEquals(-1, Waves.correlation(centred(left), centred(right)), 0.01);
    }

    private static float[] centred(float[] wave) {
        float[] centred = new float[wave.length];
        for (int i = 0; i < wave.length; i++) {
            centred[i] = wave[i] - 0.5f;
        }
        return centred;
    }
}
