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

class SpringTest {
    private static final int RATE = 48_000;

    /** Eighty all-passes, one after the other, for each side. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(Spring::new).inMix().costing(350).check();
    }

    @Test void dryIsExactlyDry() {
        float[] signal = Waves.sine(440, 0.7, 4_800, RATE);
        assertArrayEquals(signal, Rig.of(new Spring()).inMix().set("in", signal).set("mix", 0).render(4_800));
    }

    /** A chirp: the higher, the later. An all-pass of the chain delays the lows by a quarter of its length, those at the corner by four. */
    @Test void theHighsComeLater() {
        double at400 = arrival(400, 4_000), at2000 = arrival(2_000, 4_100), at3500 = arrival(3_500, 5_200);
        assertEquals(0.042 + 80 * 6 * 0.25 / RATE, at400, 0.003);
        assertTrue(at2000 > at400 + 0.001, at400 + " " + at2000);
        assertTrue(at3500 > at2000 + 0.010, at2000 + " " + at3500);
    }

    @Test void itEndsAboveFourKilohertz() {
        float[] noise = Sounds.white(4 * RATE), wet = Rig.of(new Spring()).set("in", noise).set("mix", 1).render(4 * RATE);
        Spectrum heard = Spectrum.of(wet, RATE);
        assertTrue(heard.band(6_000, 12_000) < heard.band(500, 3_000) - 30);
    }

    @ParameterizedTest
    @CsvSource({"48000, 1", "48000, 2", "48000, 4", "44100, 2", "96000, 2"})
    void decaysBySixtyDecibelsInItsTime(int rate, double seconds) {
        float[] burst = Waves.sine(1_000, 0.5, rate / 2, rate);
        int from = rate / 2, frames = from + (int) (rate * (0.6 * seconds + 0.5));
        float[] wet = Rig.of(new Spring()).rate(rate).set("in", burst).set("mix", 1).set("time", seconds).render(frames);
        int early = from + rate / 8, later = early + (int) (0.5 * rate * seconds), window = rate / 6;
        double fallen = Waves.decibels(Waves.rms(Waves.part(wet, later, later + window)) / Waves.rms(Waves.part(wet, early, early + window)));
        assertEquals(-30, fallen, 3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 2, 6})
    void aSteadyNoiseComesOutAsLoudAsItWentIn(double seconds) {
        float[] noise = Sounds.white(10 * RATE), wet = Rig.of(new Spring()).set("in", noise).set("mix", 1).set("time", seconds).render(10 * RATE);
        assertEquals(0, Spectrum.of(wet, RATE).band(500, 3_000) - Spectrum.of(noise, RATE).band(500, 3_000), 1.5);
    }

    @Test void isWideAndLosesLittleInMono() {
        Rig rig = Rig.of(new Spring()).inMix().set("in", Sounds.white(2 * RATE)).set("mix", 1);
        float[] left = rig.render("out", 0, 2 * RATE), right = rig.render("out", 1, 2 * RATE);
        double correlation = Waves.correlation(left, right);
        assertTrue(Math.abs(correlation) < 0.25, "correlation " + correlation);
        assertEquals(0, Waves.decibels(Waves.rms(left) / Waves.rms(right)), 0.7);
    }

    @Test void aMovingLengthMakesNoClicks() {
        float[] moved = Rig.of(new Spring()).set("in", Waves.sine(200, 0.5, 2 * RATE, RATE)).set("mix", 1)
                .set("delay", time -> time < 1 ? 0.03 : 0.06).render(2 * RATE);
        assertTrue(Waves.steepestStep(moved) < 1.3 * Waves.peak(moved) * 2 * Math.PI * 200 / RATE);
    }

    /** Seconds from a short tone to the middle of its first echo; the second one comes later than the given frame. */
    private static double arrival(double hertz, int before) {
        int length = 1_200;
        float[] tone = Waves.sine(hertz, 0.5, length, RATE);
        for (int i = 0; i < length; i++) {
            tone[i] *= (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / length));
        }
        float[] wet = Rig.of(new Spring()).set("in", tone).set("mix", 1).set("lowcut", 20).render(7_000);
        double moment = 0, energy = 0;
        for (int i = 0; i < before; i++) {
            moment += (double) i * wet[i] * wet[i];
            energy += (double) wet[i] * wet[i];
        }
        return (moment / energy - length / 2.0) / RATE;
    }
}
