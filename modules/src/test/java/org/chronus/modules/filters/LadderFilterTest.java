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

class LadderFilterTest {
    /** Its saturation sits in the feedback path, and the processor waits for it twice in every frame. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(LadderFilter::new).costing(60).check();
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 440, 1_000, 5_000, 10_000, 15_000})
    void singsTheCutoffWithinOnePerCent(double hertz) {
        float[] sung = Rig.of(new LadderFilter()).set("in", new float[] {0.5f}).set("cutoff", hertz).set("resonance", 1).render(96_000);
        Spectrum spectrum = Spectrum.of(sung, 48_000);
        assertEquals(hertz, spectrum.strongest(), 0.01 * hertz);
        assertEquals(0.2, spectrum.amplitudeNear(hertz), 0.05);
    }

    @Test void doesNotSingBelowNineTenths() {
        float[] rung = Rig.of(new LadderFilter()).set("in", new float[] {0.5f}).set("resonance", 0.88).render(48_000);
        assertTrue(Waves.peak(Waves.part(rung, 36_000, 48_000)) < 1e-5);
    }

    @Test void isTwelveDecibelsDownAtCutoffAndFallsByTwentyFour() {
        Rig rig = Rig.of(new LadderFilter()).set("cutoff", 200).set("drive", 0.1);
        assertEquals(-12.04, Waves.decibels(rig.gainAt(200) / 0.1), 0.1);
        assertEquals(-24, Waves.decibels(rig.gainAt(3_200) / rig.gainAt(1_600)), 0.5);
    }

    @Test void resonanceTakesLittleFromTheLows() {
        double dull = Rig.of(new LadderFilter()).set("drive", 0.1).gainAt(60);
        double sharp = Rig.of(new LadderFilter()).set("drive", 0.1).set("resonance", 0.9).gainAt(60);
        assertEquals(-4.5, Waves.decibels(sharp / dull), 0.5);
    }

    /** Wide open, where nothing hides them: below 15 kHz. */
    @ParameterizedTest
    @CsvSource({"220, 8, -120", "1760, 8, -90", "5000, 8, -60", "5000, 2, -120"})
    void aliasesAreWeak(double hertz, double drive, double most) {
        double odd = hertz + 0.37;
        float[] heard = Rig.of(new LadderFilter()).set("drive", drive).set("cutoff", 18_000)
                .set("in", Waves.sine(odd, 0.5, 192_000, 48_000)).render(192_000);
        double alias = Spectrum.of(heard, 48_000).loudestAlias(odd, 15_000);
        assertTrue(alias < most, "alias " + alias);
    }

    @Test void saturatesSoftlyAndEvenly() {
        float[] heard = Rig.of(new LadderFilter()).set("drive", 8).set("cutoff", 18_000).set("in", Waves.sine(100, 0.5, 96_000, 48_000))
                .render(96_000);
        Spectrum spectrum = Spectrum.of(heard, 48_000);
        assertEquals(1.13, Waves.peak(Waves.part(heard, 48_000, 96_000)), 0.02);
        assertTrue(spectrum.amplitudeNear(300) > 0.1 && spectrum.amplitudeNear(200) < 1e-5);
    }

    @Test void staysBoundedHoweverItIsDriven() {
        float[] driven = Rig.of(new LadderFilter()).set("in", time -> 100 * Math.sin(2 * Math.PI * 333 * time)).set("drive", 10)
                .set("resonance", 1).set("cutoff", time -> 20 + 19_980 * Math.abs(Math.sin(40 * time))).render(48_000);
        assertTrue(Waves.peak(driven) < 2.5, () -> "peak " + Waves.peak(driven));
    }
}
