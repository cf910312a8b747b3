package org.chronus.modules.effects.modulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;

class ChorusTest {
    private static final int FRAMES = 240_000;

    /** Reads at a place of its own in every frame while it is moved so fast, which no vector can. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(Chorus::new).inMix().costing(100).check();
    }

    @Test void dryIsExactlyDry() {
        float[] signal = Waves.sine(440, 0.7, 4_800, 48_000);
        assertArrayEquals(signal, Rig.of(new Chorus()).inMix().set("in", signal).set("mix", 0).render(4_800));
    }

    @Test void makesTheSoundWide() {
        float[] left = noise("out", 0), right = noise("out", 1);
        double correlation = Waves.correlation(left, right);
        assertTrue(correlation > 0.2 && correlation < 0.9, "correlation " + correlation);
        assertEquals(0, Waves.decibels(Waves.rms(left) / Waves.rms(right)), 0.5);
    }

    @Test void losesLittleInMono() {
        float[] left = noise("out", 0), right = noise("out", 1), sum = new float[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            sum[i] = 0.5f * (left[i] + right[i]);
        }
        assertTrue(Waves.decibels(Waves.rms(sum) / Waves.rms(left)) > -3);
    }

    @Test void swaysByTheStatedTimes() {
        float[] ramp = new float[96_000];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = i / 48_000f;
        }
        float[] late = Rig.of(new Chorus()).inMix().set("in", ramp).set("mix", 1).set("depth", 1).set("rate", 2).render(ramp.length);
        double least = 1, most = 0;
        for (int i = 4_800; i < ramp.length; i++) {
            least = Math.min(least, ramp[i] - late[i]);
            most = Math.max(most, ramp[i] - late[i]);
        }
        assertEquals(0.003, least, 1e-4);
        assertEquals(0.013, most, 1e-4);
    }

    private static float[] noise(String output, int lane) {
        SplittableRandom random = new SplittableRandom(1);
        float[] signal = new float[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            signal[i] = (float) random.nextDouble(-0.5, 0.5);
        }
        return Rig.of(new Chorus()).inMix().set("in", signal).set("depth", 1).render(output, lane, FRAMES);
    }
}
