package org.chronus.modules.physical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlowTest {
    private static final double RATE = 48_000;

    /** With keys that move in some lane every few frames, and bores of a few frames. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(Blow::new).costing(120).check();
    }

    @ParameterizedTest
    @ValueSource(doubles = {38, 45, 50, 57, 62, 69, 76, 81, 88, 93})
    void isInTuneToFiveCentsHoweverItIsBlown(double note) {
        double hertz = 440 * Math.pow(2, (note - 69) / 12);
        for (double breath : new double[] {0.2, 0.6, 1}) {
            for (double reed : new double[] {0.1, 0.4, 0.9}) {
                double strongest = Spectrum.of(blown(note).set("breath", breath).set("reed", reed).render(80_000), RATE).strongest();
                assertEquals(0, 1_200 * Math.log(strongest / hertz) / Math.log(2), 5, breath + ", " + reed);
            }
        }
    }

    @Test void hasTheOddPartialsOfACylinder() {
        Spectrum spectrum = Spectrum.of(blown(50).render(80_000), RATE);
        double first = spectrum.amplitudeNear(146.832);
        assertEquals(-10, Waves.decibels(spectrum.amplitudeNear(3 * 146.832) / first), 3);
        assertEquals(-16, Waves.decibels(spectrum.amplitudeNear(5 * 146.832) / first), 4);
        assertTrue(Waves.decibels(spectrum.amplitudeNear(2 * 146.832) / first) < -35);
    }

    @Test void breathMakesItLouder() {
        double soft = Waves.rms(steady(blown(60).set("breath", 0.1))), hard = Waves.rms(steady(blown(60).set("breath", 1)));
        assertTrue(Waves.decibels(hard / soft) > 2.5);
    }

    @Test void aBrightBellSendsBackMoreHighs() {
        double dull = Spectrum.of(steady(blown(55).set("brightness", 0)), RATE).centroid();
        assertTrue(Spectrum.of(steady(blown(55).set("brightness", 1)), RATE).centroid() > 1.3 * dull);
    }

    @Test void theBreathIsHeardInIt() {
        double without = hiss(blown(60)), with = hiss(blown(60).set("noise", 1));
        assertTrue(with > without + 20, with + " after " + without);
    }

    @Test void speaksSoonAndStopsWithTheBreath() {
        float[] wave = blown(69).set("gate", time -> time < 0.5 ? 1 : 0).render(48_000);
        double loud = Waves.rms(Waves.part(wave, 20_000, 24_000));
        assertTrue(Waves.rms(Waves.part(wave, 3_600, 4_800)) > 0.5 * loud);
        assertTrue(Waves.rms(Waves.part(wave, 33_600, 36_000)) < 0.001 * loud);
    }

    @Test void bendsAndDoesNotClick() {
        float[] wave = blown(60).set("pitch", time -> 60 + 2 * Math.clamp((time - 0.5) * 4, 0, 1)).render(120_000);
        assertEquals(293.665, Spectrum.of(wave, RATE).strongest(), 0.6);
        double steady = Waves.steepestStep(Waves.part(wave, 15_000, 24_000));
        assertTrue(Waves.steepestStep(Waves.part(wave, 24_000, 36_000)) < 1.6 * steady);
    }

    private static double hiss(Rig rig) {
        return Spectrum.of(steady(rig), RATE).band(600, 750);
    }

    private static float[] steady(Rig rig) {
        return Waves.part(rig.render(64_000), 24_000, 64_000);
    }

    private static Rig blown(double note) {
        return Rig.of(new Blow()).set("gate", 1).set("pitch", note).set("noise", 0);
    }
}
