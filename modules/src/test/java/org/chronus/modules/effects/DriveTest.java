package org.chronus.modules.effects;

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

class DriveTest {
    private static final int RATE = 48_000;

    /** Two divisions at twice the rate, and the filters that go there and back. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(Drive::new).costing(40).check();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 4, 20})
    void keepsThePeakAndMakesNoDirectCurrent(double drive) {
        float[] wave = driven(drive);
        assertEquals(0.5, Waves.peak(wave), 1e-3);
        assertEquals(0, Waves.mean(wave), 1e-6);
    }

    /** With edges as steep as a square's, whatever ends at 24 kHz overshoots; the power stays below that of a square of 0.5. */
    @Test void isASquareAtItsHardest() {
        float[] wave = driven(100);
        assertEquals(0.5, Waves.rms(wave), 0.005);
        assertEquals(0.5 * 4 / Math.PI, Spectrum.of(wave, RATE).amplitudeNear(375), 0.001);
        assertEquals(0, Waves.mean(wave), 1e-6);
    }

    /** Below 15 kHz, where they are heard. */
    @ParameterizedTest
    @CsvSource({"220, 8, -100", "1760, 8, -100", "2489, 8, -100", "5000, 8, -75", "1760, 30, -70"})
    void aliasesAreWeak(double hertz, double drive, double most) {
        double odd = hertz + 0.37;
        float[] heard = Rig.of(new Drive()).set("drive", drive).set("in", Waves.sine(odd, 0.5, 4 * RATE, RATE)).render(4 * RATE);
        double alias = Spectrum.of(heard, RATE).loudestAlias(odd, 15_000);
        assertTrue(alias < most, "alias " + alias);
    }

    @Test void leavesTheHighsAsTheyAre() {
        Rig rig = Rig.of(new Drive()).set("drive", 0.1);
        assertEquals(0, Waves.decibels(rig.gainAt(10_000) / rig.gainAt(1_000)), 0.1);
    }

    @Test void staysBoundedHoweverItIsDriven() {
        float[] heard = Rig.of(new Drive()).set("drive", 100).set("in", time -> 1e6 * Math.sin(2 * Math.PI * 3_330 * time)).render(RATE);
        assertTrue(Waves.peak(heard) < 1, "peak " + Waves.peak(heard));
    }

    @Test void makesOddHarmonicsAlone() {
        Spectrum spectrum = Spectrum.of(driven(4), RATE);
        assertTrue(spectrum.amplitudeNear(3 * 375) > 0.02);
        assertTrue(spectrum.amplitudeNear(2 * 375) < 1e-6);
    }

    @Test void leavesTheFaintAloneWhenItIsLow() {
        float[] wave = Rig.of(new Drive()).set("drive", 0.1).set("in", Waves.sine(375, 0.25, RATE, RATE)).render(RATE);
        assertTrue(Spectrum.of(wave, RATE).distortion(375) < -80);
    }

    private static float[] driven(double drive) {
        float[] wave = Rig.of(new Drive()).set("drive", drive).set("in", Waves.sine(375, 0.5, 2 * RATE, RATE)).render(2 * RATE);
        return Waves.part(wave, RATE, 2 * RATE);
    }
}
