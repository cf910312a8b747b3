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

class PhaserTest {
    private static final int RATE = 48_000;

    /** Twelve all-passes, one after the other, in the feedback path. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(Phaser::new).inMix().costing(200).check();
    }

    @Test void dryIsExactlyDry() {
        float[] signal = Waves.sine(440, 0.7, 4_800, RATE);
        assertArrayEquals(signal, Rig.of(new Phaser()).inMix().set("in", signal).set("mix", 0).render(4_800));
    }

    @Test void theAllPassesAloneLeaveTheSpectrumAsItIs() {
        for (double hertz : new double[] {50, 800, 3_000, 15_000}) {
            double gain = Rig.of(new Phaser()).set("depth", 0).set("feedback", 0).set("mix", 1).gainAt(hertz);
            assertEquals(0, Waves.decibels(gain), 0.01, hertz + " Hz");
        }
    }

    /** Four stages turn by half a cycle where each turns by an eighth, tan(pi/8) from the corner. */
    @Test void fourStagesMakeTwoNotches() {
        Rig rig = Rig.of(new Phaser()).set("depth", 0).set("feedback", 0).set("centre", 500);
        assertTrue(Waves.decibels(rig.gainAt(500 * Math.tan(Math.PI / 8))) < -40);
        assertTrue(Waves.decibels(rig.gainAt(500 / Math.tan(Math.PI / 8))) < -25);
        assertEquals(0, Waves.decibels(rig.gainAt(500)), 0.1);
    }

    @ParameterizedTest
    @CsvSource({"four, 2", "six, 3", "eight, 4", "ten, 5", "twelve, 6"})
    void makesANotchForEachPairOfStages(String stages, int notches) {
        float[] noise = new float[RATE];
        noise[0] = 1;
        float[] heard = Rig.of(new Phaser()).choose("stages", stages).set("depth", 0).set("feedback", 0).set("in", noise).render(RATE);
        int found = 0;
        double before = 1, now = 1;
        for (double hertz = 60; hertz < 22_000; hertz *= 1.01) {
            double next = response(heard, hertz);
            found += now < before && now < next && now < 0.3 ? 1 : 0;
            before = now;
            now = next;
        }
        assertEquals(notches, found);
    }

    @Test void feedbackSharpensThePeaks() {
        Rig rig = Rig.of(new Phaser()).set("depth", 0).set("feedback", 0.8).set("mix", 1);
        double most = 0;
        for (double hertz = 700; hertz < 900; hertz += 10) {
            most = Math.max(most, rig.gainAt(hertz));
        }
        assertEquals(5, most, 0.1);
    }

    @Test void staysBoundedHoweverItIsMoved() {
        float[] heard = Rig.of(new Phaser()).choose("stages", "twelve").set("in", Waves.sine(333, 1, 4 * RATE, RATE)).set("feedback", 0.95)
                .set("rate", 10).set("depth", 4).set("mix", 1).render(4 * RATE);
        assertTrue(Waves.peak(heard) < 25, "peak " + Waves.peak(heard));
    }

    @Test void makesTheSoundWideAndLosesLittleInMono() {
        Rig rig = Rig.of(new Phaser()).inMix().set("in", Sounds.soft(5 * RATE));
        float[] left = rig.render("out", 0, 5 * RATE), right = rig.render("out", 1, 5 * RATE);
        double correlation = Waves.correlation(left, right);
        assertTrue(correlation > 0.2 && correlation < 0.9, "correlation " + correlation);
        assertTrue(Sounds.monoLoss(left, right) < 3);
    }

    private static double response(float[] impulse, double hertz) {
        double real = 0, imaginary = 0;
        for (int i = 0; i < 8_000; i++) {
            real += impulse[i] * Math.cos(2 * Math.PI * hertz * i / RATE);
            imaginary += impulse[i] * Math.sin(2 * Math.PI * hertz * i / RATE);
        }
        return Math.hypot(real, imaginary);
    }
}
