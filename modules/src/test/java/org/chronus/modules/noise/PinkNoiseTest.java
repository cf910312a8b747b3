package org.chronus.modules.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinkNoiseTest {
    private static final int PIECE = 1 << 16;
    private static final int PIECES = 48;

    @Test void keepsTheHouseRules() {
        ModuleContract.of(PinkNoise::new).costing(15).check();
    }

    @ParameterizedTest
    @ValueSource(doubles = {44_100, 48_000, 96_000})
    void everyOctaveFromFortyHertzToSixteenKilohertzIsAsLoud(double rate) {
        float[] wave = Rig.of(new PinkNoise()).rate(rate).render(PIECE * PIECES);
        double[] octaves = new double[8];
        for (int piece = 0; piece < PIECES; piece++) {
            Spectrum spectrum = Spectrum.of(Waves.part(wave, piece * PIECE, (piece + 1) * PIECE), rate);
            for (int octave = 0; octave < octaves.length; octave++) {
                double low = 62.5 * Math.pow(2, octave);
                octaves[octave] += Math.pow(10, spectrum.band(low, 2 * low) / 10) / PIECES;
            }
        }
        double middle = 10 * Math.log10(octaves[4]);
        for (double octave : octaves) {
            assertEquals(middle, 10 * Math.log10(octave), 1);
        }
    }

    @Test void isAsLoudAsStated() {
        float[] wave = Rig.of(new PinkNoise()).render(480_000);
        assertEquals(0.2, Waves.rms(wave), 0.02);
        assertTrue(Waves.peak(wave) < 1.2);
    }
}
