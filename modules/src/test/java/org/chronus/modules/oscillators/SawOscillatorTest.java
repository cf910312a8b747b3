package org.chronus.modules.oscillators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SawOscillatorTest {
    /** Pitches from end to end, so that some jump every few frames. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(SawOscillator::new).costing(60).check();
    }

    @ParameterizedTest
    @CsvSource({"440, -100", "1760, -100", "5000, -100", "7040, -98"})
    void aliasesBelowFifteenKilohertzAreFaint(double hertz, double bound) {
        float[] wave = Rig.of(new SawOscillator()).set("pitch", Pitches.of(hertz)).render(96_000);
        double alias = Spectrum.of(wave, 48_000).loudestAlias(hertz, 15_000);
        assertTrue(alias < bound, () -> alias + " dB");
    }

    @Test void harmonicsFallLikeOneOverTheirNumber() {
        Spectrum spectrum = Spectrum.of(Rig.of(new SawOscillator()).set("pitch", 45).render(96_000), 48_000);
        for (int harmonic = 1; harmonic <= 10; harmonic++) {
            assertEquals(2 / Math.PI / harmonic, spectrum.amplitudeNear(110 * harmonic), 0.01 / harmonic);
        }
    }

    @Test void noPartialBelowFifteenKilohertzIsHalfADecibelOff() {
        Spectrum spectrum = Spectrum.of(Rig.of(new SawOscillator()).set("pitch", 45).render(96_000), 48_000);
        for (int harmonic = 1; harmonic <= 136; harmonic++) {
            assertEquals(0, 20 * Math.log10(spectrum.amplitudeNear(110 * harmonic) * Math.PI * harmonic / 2), 0.5, harmonic + " x 110 Hz");
        }
    }

    @ParameterizedTest
    @CsvSource({"21, 27.5", "69, 440", "105, 3520"})
    void isInTuneToATenthOfACent(double pitch, double hertz) {
        double strongest = Spectrum.of(Rig.of(new SawOscillator()).set("pitch", pitch).render(96_000), 48_000).strongest();
        assertEquals(0, 1_200 * Math.log(strongest / hertz) / Math.log(2), 0.1);
    }

    @Test void tuneIsInSemitones() {
        float[] octaveUp = Rig.of(new SawOscillator()).set("pitch", 57).set("tune", 12).render(4_800);
        assertEquals(0, Waves.peak(difference(octaveUp, Rig.of(new SawOscillator()).set("pitch", 69).render(4_800))), 1e-3);
    }

    @Test void hasNoDirectCurrent() {
        assertEquals(0, Waves.mean(Waves.part(Rig.of(new SawOscillator()).set("pitch", 69).render(52_800), 4_800, 52_800)), 1e-5);
    }

    private static float[] difference(float[] one, float[] other) {
        float[] difference = new float[one.length];
        for (int i = 0; i < one.length; i++) {
            difference[i] = one[i] - other[i];
        }
        return difference;
    }
}
