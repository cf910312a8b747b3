package org.chronus.modules.effects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CombTest {
    private static final int RATE = 48_000;

    /** Reads four samples in every lane at a place of its own, which no vector can. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(Comb::new).costing(120).check();
    }

    @Test void withoutFeedbackItIsExactlyDry() {
        float[] signal = Waves.sine(440, 0.7, 4_800, RATE);
        assertArrayEquals(signal, Rig.of(new Comb()).set("in", signal).set("pitch", 60).set("feedback", 0).render(4_800));
    }

    @ParameterizedTest
    @CsvSource({"33, 0", "45, 0.2", "57, 0.5", "69, 0.2", "81, 0.5", "93, 0.2"})
    void ringsInTune(double pitch, double damping) {
        float[] rung = Rig.of(new Comb()).set("in", new float[] {1}).set("pitch", pitch).set("damping", damping).set("feedback", 0.995)
                .render(2 * RATE);
        double hertz = 440 * Math.pow(2, (pitch - 69) / 12);
        double cents = 1_200 * Math.log(near(rung, hertz) / hertz) / Math.log(2);
        assertEquals(0, cents, 1.5);
    }

    @Test void feedbackBelowZeroSoundsAnOctaveLower() {
        Rig rig = Rig.of(new Comb()).set("pitch", 69).set("damping", 0).set("feedback", -0.9);
        assertTrue(rig.gainAt(220) > 10 * rig.gainAt(440));
        assertTrue(rig.gainAt(660) > 10 * rig.gainAt(440));
    }

    @Test void forwardMakesNotches() {
        Rig rig = Rig.of(new Comb()).set("pitch", 69).set("feedback", 0).set("forward", 1).set("damping", 0);
        assertTrue(rig.gainAt(220) < 0.01 && rig.gainAt(660) < 0.02);
        assertEquals(2, rig.gainAt(440), 0.01);
    }

    @Test void aNoiseKeepsItsLevel() {
        float[] noise = Sounds.white(4 * RATE);
        float[] heard = Rig.of(new Comb()).set("in", noise).set("pitch", 48).set("damping", 0).set("feedback", 0.9).render(4 * RATE);
        assertEquals(0, Waves.decibels(Waves.rms(heard) / Waves.rms(noise)), 0.7);
    }

    /** The strongest frequency within a quarter tone. */
    private static double near(float[] wave, double hertz) {
        float[] part = Waves.part(wave, 2_400, 50_400);
        double best = 0, at = hertz;
        for (double cents = -20; cents <= 20; cents += 0.25) {
            double f = hertz * Math.pow(2, cents / 1_200), amplitude = Waves.amplitudeAt(f, part, RATE);
            if (amplitude > best) {
                best = amplitude;
                at = f;
            }
        }
        return at;
    }
}
