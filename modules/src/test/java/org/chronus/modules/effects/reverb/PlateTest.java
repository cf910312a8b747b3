package org.chronus.modules.effects.reverb;

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
import org.junit.jupiter.params.provider.ValueSource;

class PlateTest {
    private static final int RATE = 48_000;

    /** Ten delay lines and fourteen taps. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(Plate::new).inMix().costing(150).check();
    }

    @Test void dryIsExactlyDry() {
        float[] signal = Waves.sine(440, 0.7, 4_800, RATE);
        assertArrayEquals(signal, Rig.of(new Plate()).inMix().set("in", signal).set("mix", 0).render(4_800));
    }

    @ParameterizedTest
    @CsvSource({"48000, 1", "48000, 2", "48000, 6", "44100, 2", "8000, 2", "96000, 2"})
    void decaysBySixtyDecibelsInItsTime(int rate, double seconds) {
        int from = rate, frames = from + (int) (rate * (0.7 * seconds + 0.5));
        float[] wet = Rig.of(new Plate()).inMix().rate(rate).set("in", Sounds.white(from)).set("mix", 1).set("time", seconds).set("damping", 0)
                .render(frames);
        int early = from + rate / 8, later = early + (int) (0.5 * rate * seconds), window = rate / 6;
        double fallen = Waves.decibels(Waves.rms(Waves.part(wet, later, later + window)) / Waves.rms(Waves.part(wet, early, early + window)));
        assertEquals(-30, fallen, 4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 2, 8})
    void aSteadyNoiseComesOutAsLoudAsItWentIn(double seconds) {
        float[] noise = Sounds.white(10 * RATE);
        float[] wet = Rig.of(new Plate()).inMix().set("in", noise).set("mix", 1).set("time", seconds).set("damping", 0).render(10 * RATE);
        double change = Spectrum.of(wet, RATE).band(500, 5_000) - Spectrum.of(noise, RATE).band(500, 5_000);
        assertEquals(0, change, 1.5);
    }

    @Test void isDenseAtOnce() {
        float[] wet = Rig.of(new Plate()).inMix().set("in", new float[] {1}).set("mix", 1).set("lowcut", 20).render(RATE);
        float[] early = Waves.part(wet, RATE / 10, RATE / 10 + 4_800);
        double rms = Waves.rms(early);
        int beyond = 0;
        for (float each : early) {
            beyond += Math.abs(each) > rms ? 1 : 0;
        }
        // Of Gaussian noise 32 % are beyond one sigma: the echo density of J. Abel and P. Huang, 2006.
        assertTrue(beyond / 4_800.0 / 0.317 > 0.6, "density " + beyond / 4_800.0 / 0.317);
    }

    @Test void isWideAndLosesLittleInMono() {
        Rig rig = Rig.of(new Plate()).inMix().set("in", Sounds.white(2 * RATE)).set("mix", 1);
        float[] left = rig.render("out", 0, 2 * RATE), right = rig.render("out", 1, 2 * RATE);
        double correlation = Waves.correlation(left, right);
        assertTrue(Math.abs(correlation) < 0.25, "correlation " + correlation);
        assertEquals(0, Waves.decibels(Waves.rms(left) / Waves.rms(right)), 0.7);
    }

    @Test void dampingTakesTheHighsFirst() {
        assertTrue(Spectrum.of(burst(0.8), RATE).centroid() < 0.5 * Spectrum.of(burst(0), RATE).centroid());
    }

    @Test void lowcutKeepsTheBassOut() {
        float[] noise = Sounds.white(10 * RATE);
        Rig rig = Rig.of(new Plate()).inMix().set("in", noise).set("mix", 1).set("damping", 0);
        Spectrum full = Spectrum.of(rig.set("lowcut", 20).render(10 * RATE), RATE);
        Spectrum cut = Spectrum.of(rig.set("lowcut", 400).render(10 * RATE), RATE);
        assertEquals(-12.3, cut.band(95, 105) - full.band(95, 105), 1);
    }

    @Test void predelayIsExact() {
        float[] wet = Rig.of(new Plate()).inMix().set("in", new float[] {1}).set("mix", 1).render(24_000);
        float[] late = Rig.of(new Plate()).inMix().set("in", new float[] {1}).set("mix", 1).set("predelay", 0.1).render(24_000);
        assertEquals(4_800, first(late) - first(wet), 2);
    }

    @Test void aMovingTimeMakesNoClicks() {
        float[] moved = Rig.of(new Plate()).inMix().set("in", Waves.sine(200, 0.5, 2 * RATE, RATE)).set("mix", 1)
                .set("time", time -> time < 1 ? 6 : 0.5).render(2 * RATE);
        assertTrue(Waves.steepestStep(moved) < 1.5 * Waves.steepestStep(Waves.part(moved, 24_000, 47_000)));
    }

    private static int first(float[] wave) {
        int first = 0;
        while (Math.abs(wave[first]) < 1e-5) {
            first++;
        }
        return first;
    }

    private static float[] burst(double damping) {
        float[] wet = Rig.of(new Plate()).inMix().set("in", Sounds.white(4_800)).set("mix", 1).set("damping", damping).render(RATE);
        return Waves.part(wet, RATE / 2, RATE);
    }
}
