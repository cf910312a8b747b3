package org.chronus.modules.effects;

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

class VocoderTest {
    private static final int RATE = 48_000;

    /** Four band-passes of two poles for each of up to 24 bands. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(Vocoder::new).inMix().costing(400).check();
    }

    @Test void dryIsExactlyTheCarrier() {
        float[] signal = Waves.sine(440, 0.7, 4_800, RATE), voice = Sounds.white(4_800);
        assertArrayEquals(signal, Rig.of(new Vocoder()).inMix().set("in", signal).set("modulator", voice).set("mix", 0).render(4_800));
    }

    @ParameterizedTest
    @CsvSource({"sixteen, 0, 1000", "twenty-four, 0, 1000", "sixteen, 0, 300", "sixteen, 12, 2000", "twenty, -12, 500"})
    void aToneOpensItsBand(String bands, double formant, double hertz) {
        double sung = hertz / Math.pow(2, formant / 12);
        float[] heard = Rig.of(new Vocoder()).choose("bands", bands).set("in", Sounds.white(4 * RATE))
                .set("modulator", Waves.sine(sung, 0.5, 4 * RATE, RATE)).set("formant", formant).render(4 * RATE);
        Spectrum spectrum = Spectrum.of(heard, RATE);
        double inside = spectrum.band(hertz / 1.4, hertz * 1.4), below = spectrum.band(hertz / 4, hertz / 2.8);
        assertTrue(inside > below + 20, "inside " + inside + ", below " + below);
        assertTrue(inside > spectrum.band(hertz * 2.8, hertz * 4) + 15, "inside " + inside);
    }

    @Test void withoutAVoiceThereIsSilence() {
        float[] heard = Rig.of(new Vocoder()).set("in", Sounds.white(RATE)).render(RATE);
        assertEquals(0, Waves.peak(heard));
    }

    /** Noise for both: all bands are open alike. */
    @Test void isAboutAsLoudAsItsCarrier() {
        for (String bands : new String[] {"sixteen", "twenty", "twenty-four"}) {
            float[] carrier = Sounds.soft(4 * RATE), voice = Waves.part(Sounds.soft(5 * RATE), RATE, 5 * RATE);
            for (int i = 0; i < voice.length; i++) {
                voice[i] *= 2;
            }
            float[] heard = Rig.of(new Vocoder()).choose("bands", bands).set("in", carrier).set("modulator", voice).set("sibilance", 0)
                    .render(4 * RATE);
            assertEquals(0, Waves.decibels(Waves.rms(heard) / Waves.rms(carrier)), 4, bands);
        }
    }

    @Test void theBandsLieEvenly() {
        float[] noise = Sounds.white(10 * RATE);
        Spectrum heard = Spectrum.of(Rig.of(new Vocoder()).set("in", noise).set("modulator", noise).render(10 * RATE), RATE);
        for (double hertz = 140; hertz < 5_000; hertz *= 1.7) {
            // A band that is twice as wide has twice the power, and is multiplied by a level that has as well.
            double slope = 10 * Math.log10(hertz / 1_000);
            double level = heard.band(hertz / 1.5, hertz * 1.5) - heard.band(1_000 / 1.5, 1_500);
            assertEquals(2 * slope, level, 3, hertz + " Hz");
        }
    }

    @Test void sibilantsPass() {
        float[] hiss = Waves.sine(11_000, 0.5, RATE, RATE);
        float[] heard = Rig.of(new Vocoder()).set("modulator", hiss).set("sibilance", 1).render(RATE);
        assertTrue(Spectrum.of(heard, RATE).amplitudeNear(11_000) > 0.25);
    }
}
