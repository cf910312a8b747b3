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

class BrownNoiseTest {
    private static final int PIECE = 1 << 16, PIECES = 48;

    @Test void keepsTheHouseRules() {
        ModuleContract.check(BrownNoise::new);
    }

    @ParameterizedTest
    @ValueSource(doubles = {44_100, 48_000, 96_000})
    void everyOctaveFromSixtyHertzToEightKilohertzIsThreeDecibelsWeaker(double rate) {
        float[] wave = Rig.of(new BrownNoise()).rate(rate).render(PIECE * PIECES);
        double[] octaves = new double[7];
        for (int piece = 0; piece < PIECES; piece++) {
            Spectrum spectrum = Spectrum.of(Waves.part(wave, piece * PIECE, (piece + 1) * PIECE), rate);
            for (int octave = 0; octave < octaves.length; octave++) {
                double low = 62.5 * Math.pow(2, octave);
                octaves[octave] += Math.pow(10, spectrum.band(low, 2 * low) / 10) / PIECES;
            }
        }
        // 6 dB less in each Hz, of which an octave has twice as many as the one below.
        for (int octave = 1; octave < octaves.length; octave++) {
            assertEquals(-3.01, 10 * Math.log10(octaves[octave] / octaves[octave - 1]), 0.7, "octave " + octave);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {44_100, 96_000})
    void isAsLoudAsStatedAndStaysNearZero(double rate) {
        float[] wave = Rig.of(new BrownNoise()).rate(rate).render(960_000);
        assertEquals(0.2, Waves.rms(wave), 0.02);
        assertEquals(0, Waves.mean(wave), 0.02);
        assertTrue(Waves.peak(wave) < 1);
    }
}
