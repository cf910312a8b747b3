package org.chronus.modules.effects.reverb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReverbTest {
    /** Eighteen delay lines, two of which read at a place of their own in every frame while the predelay moves. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(Reverb::new).inMix().costing(150).check();
    }

    @Test void dryIsExactlyDry() {
        float[] signal = Waves.sine(440, 0.7, 4_800, 48_000);
        assertArrayEquals(signal, Rig.of(new Reverb()).inMix().set("in", signal).set("mix", 0).render(4_800));
    }

    @ParameterizedTest
    @CsvSource({"48000, 0.5, 1", "48000, 0.5, 0.3", "48000, 2, 0.7", "48000, 6, 0.5", "8000, 2, 0.3"})
    void decaysBySixtyDecibelsInItsTime(int rate, double seconds, double size) {
        int from = rate / 2, frames = from + (int) (rate * (0.6 * seconds + 0.3));
        float[] noise = noise(from);
        float[] wet = Rig.of(new Reverb()).inMix().rate(rate).set("in", noise).set("mix", 1).set("time", seconds).set("size", size)
                .set("damping", 0).render(frames);
        int early = from + rate / 8, later = early + (int) (0.5 * rate * seconds), window = rate / 12;
        double fallen = Waves.decibels(Waves.rms(Waves.part(wet, later, later + window)) / Waves.rms(Waves.part(wet, early, early + window)));
        assertEquals(-30, fallen, 3);
    }

    @Test void aSteadyNoiseComesOutAsLoudAsItWentIn() {
        for (double seconds : new double[] {0.3, 1.8, 8}) {
            float[] noise = noise(480_000);
            float[] wet = Rig.of(new Reverb()).inMix().set("in", noise).set("mix", 1).set("time", seconds).set("damping", 0).render(480_000);
            double change = Spectrum.of(wet, 48_000).band(500, 5_000) - Spectrum.of(noise, 48_000).band(500, 5_000);
            assertEquals(0, change, 1);
        }
    }

    @Test void dampingTakesTheHighsFirst() {
        float[] dull = burst(0.8), bright = burst(0);
        assertTrue(Spectrum.of(dull, 48_000).centroid() < 0.5 * Spectrum.of(bright, 48_000).centroid());
    }

    @Test void lowcutKeepsTheBassOutOfTheRoom() {
        float[] noise = noise(480_000);
        Rig rig = Rig.of(new Reverb()).inMix().set("in", noise).set("mix", 1).set("damping", 0);
        Spectrum full = Spectrum.of(rig.set("lowcut", 20).render(480_000), 48_000);
        Spectrum cut = Spectrum.of(rig.set("lowcut", 400).render(480_000), 48_000);
        assertEquals(-12.3, cut.band(95, 105) - full.band(95, 105), 1);
        assertEquals(0, cut.band(4_000, 8_000) - full.band(4_000, 8_000), 0.3);
    }

    @Test void isWideAndLosesLittleInMono() {
        Rig rig = Rig.of(new Reverb()).inMix().set("in", noise(96_000)).set("mix", 1);
        double correlation = Waves.correlation(rig.render("out", 0, 96_000), rig.render("out", 1, 96_000));
        assertTrue(Math.abs(correlation) < 0.2, "correlation " + correlation);
    }

    @Test void predelayIsExact() {
        float[] wet = Rig.of(new Reverb()).inMix().set("in", new float[] {1}).set("mix", 1).set("predelay", 0.1).render(24_000);
        int first = 0;
        while (Math.abs(wet[first]) < 1e-5) {
            first++;
        }
        assertEquals(0.1 + 0.7 * 0.0311, first / 48_000.0, 0.001);
    }

    @Test void aMovingSizeMakesNoClicks() {
        float[] moved = Rig.of(new Reverb()).inMix().set("in", Waves.sine(200, 0.5, 96_000, 48_000)).set("mix", 1)
                .set("size", time -> time < 1 ? 0.9 : 0.4).render(96_000);
        double steady = Waves.steepestStep(Waves.part(moved, 24_000, 47_000));
        assertTrue(Waves.steepestStep(moved) < 1.5 * steady);
    }

    private static float[] burst(double damping) {
        float[] wet = Rig.of(new Reverb()).inMix().set("in", noise(4_800)).set("mix", 1).set("damping", damping).render(48_000);
        return Waves.part(wet, 24_000, 48_000);
    }

    private static float[] noise(int frames) {
        SplittableRandom random = new SplittableRandom(1);
        float[] noise = new float[frames];
        for (int i = 0; i < frames; i++) {
            noise[i] = (float) random.nextDouble(-0.5, 0.5);
        }
        return noise;
    }
}
