package org.chronus.modules.effects;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalfBandTest {
    private static final int RATE = 48_000;

    @ParameterizedTest
    @ValueSource(doubles = {20, 1_000, 10_000, 20_000})
    void upAndDownAgainNothingIsLost(double hertz) {
        float[] heard = down(up(Waves.sine(hertz, 0.5, RATE, RATE)));
        assertEquals(0, Waves.decibels(Waves.amplitudeAt(hertz, Waves.part(heard, RATE / 2, RATE), RATE) / 0.5), 0.01);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1_000, 10_000, 19_000})
    void goingUpMakesNoImage(double hertz) {
        Spectrum spectrum = Spectrum.of(up(Waves.sine(hertz, 0.5, 4 * RATE, RATE)), 2 * RATE);
        assertEquals(0.5, spectrum.amplitudeNear(hertz), 1e-3);
        assertTrue(Waves.decibels(spectrum.amplitudeNear(RATE - hertz) / 0.5) < -90);
    }

    @Test void goingDownFoldsNothing() {
        Spectrum spectrum = Spectrum.of(down(Waves.sine(30_000, 0.5, 8 * RATE, 2 * RATE)), RATE);
        assertTrue(Waves.decibels(spectrum.amplitudeNear(18_000) / 0.5) < -90);
    }

    private static float[] up(float[] wave) {
        HalfBand half = new HalfBand();
        float[] rows = new float[2 * BLOCK * LANES], twice = new float[2 * wave.length];
        for (int begin = 0; begin < wave.length; begin += BLOCK) {
            for (int i = 0; i < 2 * BLOCK; i++) {
                rows[i * LANES] = wave[begin + i / 2];
            }
            half.process(rows, 0, 0, BLOCK);
            for (int i = 0; i < 2 * BLOCK; i++) {
                twice[2 * begin + i] = rows[i * LANES];
            }
        }
        return twice;
    }

    private static float[] down(float[] twice) {
        HalfBand half = new HalfBand();
        float[] rows = new float[2 * BLOCK * LANES], wave = new float[twice.length / 2];
        for (int begin = 0; begin < wave.length; begin += BLOCK) {
            for (int i = 0; i < 2 * BLOCK; i++) {
                rows[i * LANES] = twice[2 * begin + i];
            }
            half.process(rows, 1, 0, BLOCK);
            for (int i = 0; i < BLOCK; i++) {
                wave[begin + i] = 0.5f * (rows[2 * i * LANES] + rows[(2 * i + 1) * LANES]);
            }
        }
        return wave;
    }
}
