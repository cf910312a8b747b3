package org.chronus.modules.physical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluckedStringTest {
    private static final double RATE = 48_000;

    /** With keys struck in some lane every few frames, strings of a few frames, and both pickups read; at rest it is a fifth of that. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(PluckedString::new).costing(400).check();
    }

    @ParameterizedTest
    @ValueSource(doubles = {21, 28, 40, 52, 60, 69, 76, 84, 93, 100, 108})
    void isInTuneToOneCentFromA0ToC8(double note) {
        for (double damping : new double[] {0, 0.4, 0.9}) {
            assertEquals(0, cents(string(note).set("damping", damping).set("time", 20), note, 440 * Math.pow(2, (note - 69) / 12)), 1);
        }
        assertEquals(0, cents(string(note).set("stiffness", 0.5).set("time", 20), note, 440 * Math.pow(2, (note - 69) / 12)), 1);
        assertEquals(0, cents(struck(note).set("inharmonicity", 0.0005).set("time", 20), note, 440 * Math.pow(2, (note - 69) / 12)), 1);
    }

    @ParameterizedTest
    @CsvSource({"33, 2", "45, 8", "60, 1", "60, 4", "72, 2", "84, 1", "96, 0.5"})
    void theFundamentalDecaysInItsTime(double note, double seconds) {
        float[] wave = string(note).set("time", seconds).render((int) (RATE * seconds));
        double hertz = 440 * Math.pow(2, (note - 69) / 12), decay = decay(wave, hertz, 0.1 * seconds, 0.6 * seconds);
        assertEquals(seconds, 60 * 0.5 * seconds / decay, 0.03 * seconds);
    }

    @Test void theHighsDecayFaster() {
        float[] plain = string(48).set("damping", 0).render(96_000), damped = string(48).set("damping", 0.8).render(96_000);
        assertEquals(decay(plain, 130.81, 0.2, 1.2), decay(plain, 130.81 * 16, 0.2, 1.2), 1.5);
        assertTrue(decay(damped, 130.81 * 16, 0.2, 1.2) > 2 * decay(damped, 130.81, 0.2, 1.2));
    }

    @Test void aPluckInTheMiddleHasNoEvenPartials() {
        Spectrum spectrum = Spectrum.of(string(45).set("position", 0.25).set("damping", 0.1).render(65_536), RATE);
        double third = Waves.decibels(spectrum.amplitudeNear(330) / spectrum.amplitudeNear(110));
        double fourth = Waves.decibels(spectrum.amplitudeNear(440) / spectrum.amplitudeNear(110));
        assertTrue(third > -14 && fourth < third - 8, third + " and " + fourth);
    }

    @Test void aPickupDoesNotHearThePartialsThatRestThere() {
        float[] wave = string(45).set("neck_place", 0.25).set("position", 0.11).set("damping", 0.1).render("neck", 0, 65_536);
        float[] end = string(45).set("neck_place", 0.25).set("position", 0.11).set("damping", 0.1).render("out", 0, 65_536);
        Spectrum heard = Spectrum.of(wave, RATE), all = Spectrum.of(end, RATE);
        double rests = Waves.decibels(heard.amplitudeNear(440) / all.amplitudeNear(440));
        double swings = Waves.decibels(heard.amplitudeNear(220) / all.amplitudeNear(220));
        assertTrue(rests < -20 && swings > 3, rests + " and " + swings);
    }

    @Test void aStiffStringIsSharpAbove() {
        double soft = sharpest(string(60).set("time", 20)), stiff = sharpest(string(60).set("time", 20).set("stiffness", 0.8));
        assertTrue(Math.abs(soft) < 1 && stiff > 3 && stiff < 40, soft + " and " + stiff + " ct");
    }

    /** Of a piano's strings, A1 to C6: the fifth partial, by which a tuner hears it. */
    @ParameterizedTest
    @CsvSource({"33, 0.0001", "45, 0.0002", "60, 0.0003", "69, 0.0006", "84, 0.003"})
    void theFifthPartialIsSharpByTheCoefficient(double note, double b) {
        double straight = 5 * 440 * Math.pow(2, (note - 69) / 12), sharp = 600 * Math.log((1 + 25 * b) / (1 + b)) / Math.log(2);
        float[] wave = struck(note).set("inharmonicity", b).set("time", 20).set("damping", 0.1).set("brightness", 1).render(150_000);
        double heard = 1_200 * Math.log(Partials.near(wave, straight * Math.pow(2, sharp / 1_200), RATE) / straight) / Math.log(2);
        assertEquals(sharp, heard, 0.2 * sharp + 0.2);
    }

    @Test void aHammerExcitesNoPartialThatRestsUnderIt() {
        Spectrum spectrum = Spectrum.of(struck(45).set("position", 0.25).set("brightness", 1).set("damping", 0.1).render(65_536), RATE);
        double third = Waves.decibels(spectrum.amplitudeNear(330) / spectrum.amplitudeNear(110));
        double fourth = Waves.decibels(spectrum.amplitudeNear(440) / spectrum.amplitudeNear(110));
        assertTrue(third > -9 && fourth < third - 20, third + " and " + fourth);
    }

    @Test void aHardHammerIsLouderAndBrighter() {
        float[] soft = struck(52).set("velocity", 0.25).render(16_384), hard = struck(52).set("velocity", 0.9).render(16_384);
        assertEquals(11, Waves.decibels(Waves.rms(hard) / Waves.rms(soft)), 3);
        double brighter = Spectrum.of(hard, RATE).centroid() / Spectrum.of(soft, RATE).centroid();
        assertTrue(brighter > 1.3, "by " + brighter);
    }

    @Test void aHammerIsAsLoudInAllRegisters() {
        for (double note : new double[] {28, 40, 52, 64, 76, 88}) {
            double level = Waves.decibels(Waves.rms(struck(note).set("time", 20).set("damping", 0.2).render(9_600)));
            assertEquals(-17, level, 4.5, "note " + note);
        }
    }

    @Test void theDamperStopsItInTheTimeOfRelease() {
        float[] wave = string(57).set("gate", time -> time < 0.5 ? 1 : 0).set("release", 0.3).render(48_000);
        assertEquals(60, decay(wave, 220, 0.55, 0.85), 4);
        double steady = Waves.steepestStep(Waves.part(wave, 22_000, 24_000));
        assertTrue(Waves.steepestStep(Waves.part(wave, 24_000, 25_000)) < 1.5 * steady);
    }

    @Test void aHardPluckIsLouderAndBrighter() {
        float[] soft = string(52).set("velocity", 0.25).render(16_384), hard = string(52).set("velocity", 0.9).render(16_384);
        assertEquals(10, Waves.decibels(Waves.rms(hard) / Waves.rms(soft)), 3);
        double brighter = Spectrum.of(hard, RATE).centroid() / Spectrum.of(soft, RATE).centroid();
        assertTrue(brighter > 1.3, "by " + brighter);
    }

    @Test void isAsLoudInAllRegisters() {
        for (double note : new double[] {28, 40, 52, 64, 76, 88}) {
            double level = Waves.decibels(Waves.rms(string(note).set("time", 20).set("damping", 0.2).render(9_600)));
            assertEquals(-17, level, 4.5, "note " + note);
        }
    }

    @Test void aSignalDrivesIt() {
        float[] driven = string(57).set("pluck", 0).set("in", time -> time < 0.5 ? 0.01 * Math.sin(2 * Math.PI * 220 * time) : 0).render(48_000);
        assertTrue(Waves.peak(Waves.part(driven, 20_000, 24_000)) > 0.2);
        assertEquals(0, Waves.rms(string(57).set("pluck", 0).render(4_800)));
    }

    @Test void bendsExactly() {
        float[] wave = string(57).set("time", 20).set("pitch", time -> 57 + Math.min(2, 10 * time)).render(80_000);
        assertEquals(0, 1_200 * Math.log(Spectrum.of(wave, RATE).strongest() / 246.9417) / Math.log(2), 1.5);
    }

    @Test void keepsItsTuningAtOtherRates() {
        float[] wave = Rig.of(new PluckedString()).rate(96_000).set("gate", 1).set("pitch", 69).set("time", 20).render(131_072);
        assertEquals(440, Spectrum.of(wave, 96_000).strongest(), 0.2);
    }

    @Test void everyPluckIsALittleDifferentAndRepeatsItself() {
        float[] twice = string(57).set("gate", time -> time % 0.5 < 0.3 ? 1 : 0).set("release", 0.05).render(48_000);
        float[] one = Waves.part(twice, 0, 14_000), other = Waves.part(twice, 24_000, 38_000);
        double difference = Math.abs(Waves.decibels(Waves.rms(one) / Waves.rms(other)));
        assertTrue(difference > 0.01 && difference < 2, difference + " dB");
        assertArrayEquals(twice, string(57).set("gate", time -> time % 0.5 < 0.3 ? 1 : 0).set("release", 0.05).render(48_000));
    }

    /** By how many ct the ninth partial of C4 is sharp. */
    private static double sharpest(Rig rig) {
        double ninth = 9 * 261.6256;
        return 1_200 * Math.log(Partials.near(rig.render(65_536), ninth, RATE) / ninth) / Math.log(2);
    }

    /** By how many dB a frequency decays from one time to the other. */
    private static double decay(float[] wave, double hertz, double from, double to) {
        int length = (int) Math.max(RATE * 0.08, 20 * RATE / hertz);
        int first = (int) (from * RATE), second = (int) (to * RATE);
        return Waves.decibels(Waves.amplitudeAt(hertz, Waves.part(wave, first, first + length), RATE)
                / Waves.amplitudeAt(hertz, Waves.part(wave, second, second + length), RATE));
    }

    private static double cents(Rig rig, double note, double hertz) {
        float[] wave = rig.render(note < 40 ? 200_000 : 140_000);
        return 1_200 * Math.log(Partials.near(wave, hertz, RATE) / hertz) / Math.log(2);
    }

    private static Rig struck(double note) {
        return string(note).choose("excitation", "hammer");
    }

    private static Rig string(double note) {
        return Rig.of(new PluckedString()).set("gate", 1).set("pitch", note);
    }
}
