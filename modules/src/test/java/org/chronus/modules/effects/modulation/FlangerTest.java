package org.chronus.modules.effects.modulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.effects.Sounds;
import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlangerTest {
    private static final int RATE = 48_000;

    /** Reads at a place of its own in every frame, in pieces as short as the delay. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(Flanger::new).inMix().costing(200).check();
    }

    @Test void dryIsExactlyDry() {
        float[] signal = Waves.sine(440, 0.7, 4_800, RATE);
        assertArrayEquals(signal, Rig.of(new Flanger()).inMix().set("in", signal).set("mix", 0).render(4_800));
    }

    @Test void throughZeroDryIsExactlyLate() {
        Flanger flanger = new Flanger();
        float[] signal = Waves.sine(440, 0.7, 4_800, RATE);
        float[] heard = Rig.of(flanger).choose("path", "through-zero").inMix().set("in", signal).set("mix", 0).render(4_800);
        assertEquals(48, flanger.latency());
        assertArrayEquals(Waves.part(signal, 0, 4_752), Waves.part(heard, 48, 4_800));
    }

    @Test void notchesLieAtOddMultiplesOfHalfTheReciprocalDelay() {
        Rig rig = Rig.of(new Flanger()).set("depth", 0).set("feedback", 0).set("delay", 0.001);
        assertTrue(Waves.decibels(rig.gainAt(500)) < -60);
        assertTrue(Waves.decibels(rig.gainAt(2_500)) < -60);
        assertEquals(1, rig.gainAt(1_000), 1e-3);
    }

    /** Once a sweep both are equally late: all of the noise adds up, or nothing is left. Away from there half of its power is. */
    @ParameterizedTest
    @CsvSource({"positive, 0.9, 1.01", "negative, 0, 0.1"})
    void throughZeroTheCopyOvertakesTheDrySound(String polarity, double least, double most) {
        float[] heard = Rig.of(new Flanger()).choose("path", "through-zero").choose("polarity", polarity).set("rate", 0.5)
                .set("feedback", 0).set("in", Sounds.white(4 * RATE)).render(4 * RATE);
        double whole = Waves.rms(Sounds.white(4 * RATE)), there = Waves.rms(Waves.part(heard, 96_000 - 30, 96_000 + 30)) / whole;
        assertTrue(there >= least && there <= most + 0.1 * least, "there " + there);
        assertEquals(Math.sqrt(0.5), Waves.rms(Waves.part(heard, 60_000, 80_000)) / whole, 0.05);
    }

    @Test void feedbackIsBounded() {
        float[] heard = Rig.of(new Flanger()).set("feedback", 0.95).set("in", Waves.sine(1_000, 1, 2 * RATE, RATE)).set("mix", 1)
                .set("depth", 0).render(2 * RATE);
        assertEquals(20, Waves.peak(heard), 0.5);
    }

    @Test void makesTheSoundWideAndLosesLittleInMono() {
        Rig rig = Rig.of(new Flanger()).inMix().set("in", Sounds.soft(5 * RATE));
        float[] left = rig.render("out", 0, 5 * RATE), right = rig.render("out", 1, 5 * RATE);
        double correlation = Waves.correlation(left, right);
        assertTrue(correlation > 0.2 && correlation < 0.9, "correlation " + correlation);
        assertTrue(Sounds.monoLoss(left, right) < 3);
    }
}
