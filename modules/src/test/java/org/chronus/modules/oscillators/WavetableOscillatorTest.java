package org.chronus.modules.oscillators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavetableOscillatorTest {
    /** Four samples are looked up for each voice, which no vector does. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(WavetableOscillator::new).costing(100).check();
    }

    private static Rig rig(WaveSet set, double hertz, double position) {
        return Rig.of(new WavetableOscillator()).choose("set", set.name().toLowerCase(Locale.ROOT)).set("pitch", Pitches.of(hertz))
                .set("position", position);
    }

    @ParameterizedTest
    @EnumSource(WaveSet.class)
    void noSetHasAliases(WaveSet set) {
        for (double hertz : new double[] {110, 440, 1_760, 5_000}) {
            for (double position : new double[] {0, 0.37, 1}) {
                Spectrum spectrum = Spectrum.of(rig(set, hertz, position).render(96_000), 48_000);
                double alias = spectrum.loudestAlias(hertz, 24_000) + Waves.decibels(spectrum.amplitudeNear(hertz));
                assertTrue(alias < -90, () -> hertz + " Hz at " + position + ": " + alias + " dB");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(WaveSet.class)
    void everyPlaceOfASetIsAboutAsLoud(WaveSet set) {
        for (double position : new double[] {0, 0.25, 0.5, 0.75, 1}) {
            float[] wave = rig(set, 110, position).render(48_000);
            assertEquals(0, Waves.decibels(Waves.rms(wave) / WaveSet.RMS), 1, "at " + position);
            assertTrue(Waves.peak(wave) < 3, "at " + position + " it peaks at " + Waves.peak(wave));
        }
    }

    @Test void theSawsEndIsASawUpToSixteenKilohertz() {
        for (double hertz : new double[] {110, 155, 440, 1_000}) {
            Spectrum spectrum = Spectrum.of(rig(WaveSet.SAW, hertz, 1).render(96_000), 48_000);
            for (int partial = 2; partial * hertz < 16_000; partial++) {
                double level = Waves.decibels(spectrum.amplitudeNear(partial * hertz) / spectrum.amplitudeNear(hertz) * partial);
                assertEquals(0, level, 0.1, partial + " x " + hertz);
            }
        }
    }

    @Test void theSawsBeginningIsASine() {
        assertTrue(Spectrum.of(rig(WaveSet.SAW, 440, 0).render(96_000), 48_000).distortion(440) < -100);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "1, 0.08"})
    void pulsesNarrow(double position, double width) {
        Spectrum spectrum = Spectrum.of(rig(WaveSet.PULSE, 110, position).render(96_000), 48_000);
        for (int partial = 2; partial < 20; partial++) {
            double expected = Math.sin(Math.PI * partial * width) / Math.sin(Math.PI * width) / partial;
            assertEquals(Math.abs(expected), spectrum.amplitudeNear(110 * partial) / spectrum.amplitudeNear(110), 1e-3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 6, 7})
    void aFormantIsWhereItsPlaceSays(int cycle) {
        double strongest = Spectrum.of(rig(WaveSet.FORMANT, 110, cycle / 7.0).render(96_000), 48_000).strongest();
        assertEquals(Math.pow(16, cycle / 7.0), strongest / 110, 0.55);
    }

    @Test void halfWayBetweenTwoCyclesIsTheirMean() {
        float[] third = rig(WaveSet.ORGAN, 220, 2 / 7.0).render(4_800), fourth = rig(WaveSet.ORGAN, 220, 3 / 7.0).render(4_800);
        float[] between = rig(WaveSet.ORGAN, 220, 2.5 / 7).render(4_800);
        for (int i = 0; i < between.length; i++) {
            assertEquals((third[i] + fourth[i]) / 2, between[i], 1e-5);
        }
    }
}
