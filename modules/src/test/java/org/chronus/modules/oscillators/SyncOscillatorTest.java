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

class SyncOscillatorTest {
    /** Slaves near half the rate, which jump in every frame: ten times what a note of the keyboard costs. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(SyncOscillator::new).costing(200).check();
    }

    private static Rig rig(String wave, double hertz, double ratio) {
        return Rig.of(new SyncOscillator()).choose("wave", wave).set("pitch", Pitches.of(hertz)).set("slave", 12 * Math.log(ratio) / Math.log(2));
    }

    @ParameterizedTest
    @CsvSource({"saw, 440, 1.5", "saw, 1760, 1.5", "saw, 1760, 2.37", "saw, 1760, 2.95", "saw, 5000, 1.5", "saw, 5000, 2.05", "saw, 5000, 2.7",
        "square, 1760, 1.5", "square, 1760, 2.37", "square, 1760, 2.95", "square, 5000, 1.5", "square, 5000, 2.37", "square, 5000, 2.9"})
    void aliasesBelowFifteenKilohertzAreFaint(String wave, double hertz, double ratio) {
        Spectrum spectrum = Spectrum.of(rig(wave, hertz, ratio).render(96_000), 48_000);
        // From full level: close to a whole ratio the fundamental itself is weak.
        double alias = spectrum.loudestAlias(hertz, 15_000) + Waves.decibels(spectrum.amplitudeNear(hertz));
        assertTrue(alias < -90, () -> alias + " dB");
    }

    /** The Fourier series of a saw that begins anew in the middle of its second cycle. */
    @Test void partialsAreThoseOfTheCutSlave() {
        double ratio = 1.5;
        Spectrum spectrum = Spectrum.of(rig("saw", 110, ratio).render(96_000), 48_000);
        for (int harmonic = 1; harmonic <= 60; harmonic++) {
            double sine = 0, cosine = 0;
            int points = 60_000;
            for (int i = 0; i < points; i++) {
                double t = (i + 0.5) / points, value = 2 * (t * ratio - Math.floor(t * ratio)) - 1;
                sine += 2 * value * Math.sin(2 * Math.PI * harmonic * t) / points;
                cosine += 2 * value * Math.cos(2 * Math.PI * harmonic * t) / points;
            }
            assertEquals(0, Waves.decibels(spectrum.amplitudeNear(110 * harmonic) / Math.hypot(sine, cosine)), 0.1, "harmonic " + harmonic);
        }
    }

    @Test void atNoIntervalItIsAPlainSaw() {
        Spectrum spectrum = Spectrum.of(rig("saw", 110, 1).render(96_000), 48_000);
        for (int harmonic = 1; harmonic <= 100; harmonic++) {
            assertEquals(0, Waves.decibels(spectrum.amplitudeNear(110 * harmonic) * Math.PI * harmonic / 2), 0.5);
        }
    }

    @ParameterizedTest
    @CsvSource({"saw, 1.5", "saw, 2", "saw, 2.8", "square, 1.3", "square, 1.5", "square, 3.7"})
    void hasNoDirectCurrentAtAnyInterval(String wave, double ratio) {
        assertEquals(0, Waves.mean(Waves.part(rig(wave, 440, ratio).render(52_800), 4_800, 52_800)), 1e-4);
    }

    @Test void aMovedIntervalMakesNoAliases() {
        float[] wave = Rig.of(new SyncOscillator()).set("pitch", Pitches.of(3_000)).set("slave", time -> 12 + 10 * Math.sin(6 * Math.PI * time))
                .render(96_000);
        Spectrum spectrum = Spectrum.of(wave, 48_000);
        assertTrue(spectrum.band(1_200, 1_800) < -70, () -> spectrum.band(1_200, 1_800) + " dB");
    }
}
