package org.chronus.modules.filters;

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

class DiodeFilterTest {
    private static final int RATE = 48_000;

    /** A ladder whose stages load each other, at twice the rate, and the processor waits for its saturation twice in every frame. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(DiodeFilter::new).costing(60).check();
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 440, 1_000, 5_000, 10_000, 15_000})
    void singsTheCutoffWithinOneCent(double hertz) {
        float[] sung = Rig.of(new DiodeFilter()).set("in", new float[] {0.5f}).set("cutoff", hertz).set("resonance", 1).render(4 * RATE);
        Spectrum spectrum = Spectrum.of(sung, RATE);
        assertEquals(0, 1_200 * Math.log(spectrum.strongest() / hertz) / Math.log(2), 1);
        assertEquals(0.235, spectrum.amplitudeNear(hertz), 0.01);
    }

    @Test void doesNotSingBelowNineTenths() {
        float[] rung = Rig.of(new DiodeFilter()).set("in", new float[] {0.5f}).set("resonance", 0.88).render(RATE);
        assertTrue(Waves.peak(Waves.part(rung, 36_000, RATE)) < 1e-5);
    }

    /** One over the fourth Chebyshev polynomial of 1 + s: that is 17 at the cutoff. */
    @ParameterizedTest
    @ValueSource(doubles = {50, 200, 500, 1_000, 2_000, 4_000})
    void respondsAsTheCircuitDoes(double hertz) {
        double s = hertz / 1_000 / Math.sqrt(2), real = 8 * s * s * s * s - 40 * s * s + 1, imaginary = 16 * s - 32 * s * s * s;
        double gain = Rig.of(new DiodeFilter()).set("drive", 0.1).gainAt(hertz) / 0.1;
        assertEquals(-Waves.decibels(Math.hypot(real, imaginary)), Waves.decibels(gain), 0.3);
    }

    @Test void resonanceTakesTwelveDecibelsFromTheLows() {
        double dull = Rig.of(new DiodeFilter()).set("drive", 0.1).set("cutoff", 2_000).gainAt(30);
        double sharp = Rig.of(new DiodeFilter()).set("drive", 0.1).set("cutoff", 2_000).set("resonance", 0.9).gainAt(30);
        assertEquals(-12, Waves.decibels(sharp / dull), 0.5);
    }

    /** A saw, as of an acid bass: the twelfth harmonic, at the cutoff, rises by 24 dB above the first. */
    @Test void squelches() {
        assertTrue(peakOverFirst(0.95) - peakOverFirst(0) > 24, () -> peakOverFirst(0.95) + " dB against " + peakOverFirst(0));
    }

    /** Wide open, where nothing hides them: below 15 kHz. */
    @ParameterizedTest
    @CsvSource({"220, 8, 0, -120", "1760, 8, 0, -90", "5000, 8, 0, -58", "5000, 8, 0.5, -60"})
    void aliasesAreWeak(double hertz, double drive, double resonance, double most) {
        double odd = hertz + 0.37;
        float[] heard = Rig.of(new DiodeFilter()).set("drive", drive).set("cutoff", 18_000).set("resonance", resonance)
                .set("in", Waves.sine(odd, 0.5, 4 * RATE, RATE)).render(4 * RATE);
        double alias = Spectrum.of(heard, RATE).loudestAlias(odd, 15_000);
        assertTrue(alias < most, "alias " + alias);
    }

    @Test void staysBoundedHoweverItIsDriven() {
        float[] driven = Rig.of(new DiodeFilter()).set("in", time -> 100 * Math.sin(2 * Math.PI * 333 * time)).set("drive", 10)
                .set("resonance", 1).set("cutoff", time -> 20 + 19_980 * Math.abs(Math.sin(40 * time))).render(RATE);
        assertTrue(Waves.peak(driven) < 6, () -> "peak " + Waves.peak(driven));
    }

    private static double peakOverFirst(double resonance) {
        float[] heard = Rig.of(new DiodeFilter()).set("in", time -> time * 55 % 1 - 0.5).set("cutoff", 660).set("resonance", resonance)
                .render(4 * RATE);
        Spectrum spectrum = Spectrum.of(heard, RATE);
        return Waves.decibels(spectrum.amplitudeNear(660) / spectrum.amplitudeNear(55));
    }
}
