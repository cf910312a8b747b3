package org.chronus.modules.testkit.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeterTest {
    @ParameterizedTest
    @ValueSource(doubles = {22_050, 44_100, 48_000, 96_000, 192_000})
    void aStereoSineOfMinusTwentyThreeDecibelsIsMinusTwentyThreeLufs(double rate) {
        float[] sine = Waves.sine(1_000, Waves.factor(-23), (int) (5 * rate), rate);
        assertEquals(-23, Loudness.lufs(sine, sine, rate), 0.1);
    }

    @Test void oneChannelIsThreeUnitsQuieterThanTwo() {
        float[] sine = Waves.sine(997, 1, 240_000, 48_000);
        assertEquals(-3.01, Loudness.lufs(sine, new float[240_000], 48_000), 0.02);
    }

    @Test void pausesDoNotCount() {
        float[] sine = Waves.sine(1_000, Waves.factor(-23), 480_000, 48_000);
        Arrays.fill(sine, 240_000, 480_000, 0);
        assertEquals(-23, Loudness.lufs(sine, sine, 48_000), 0.2);
        assertEquals(Double.NEGATIVE_INFINITY, Loudness.lufs(new float[48_000], new float[48_000], 48_000));
    }

    @Test void truePeakFindsWhatLiesBetweenTheSamples() {
        float[] wave = new float[4_800];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = (float) (Math.sin(Math.PI / 2 * i + Math.PI / 4) * Math.sin(Math.PI * i / wave.length));
        }
        assertEquals(-3.01, Waves.decibels(Waves.peak(wave)), 0.01);
        assertEquals(0, Waves.decibels(TruePeak.of(wave)), 0.05);
    }

    @Test void distortionAndAliasesAreMeasuredExactly() {
        float[] wave = Waves.sine(1_000, 0.5, 96_000, 48_000), faint = Waves.sine(1_717, 0.5e-4, 96_000, 48_000);
        double pure = Spectrum.of(wave, 48_000).distortion(1_000);
        assertTrue(pure < -140, () -> pure + " dB");
        for (int i = 0; i < wave.length; i++) {
            wave[i] += faint[i];
        }
        assertEquals(-80, Spectrum.of(wave, 48_000).distortion(1_000), 0.1);
        assertEquals(-80, Spectrum.of(wave, 48_000).loudestAlias(1_000, 10_000), 1);
        assertEquals(0.5, Waves.amplitudeAt(1_000, wave, 48_000), 1e-4);
    }

    @Test void theSpectrumOfBothSidesIsTheMeanOfTheirPowers() {
        SpectrumAnalyzer analyzer = new SpectrumAnalyzer(4_096, 48_000);
        float[] low = Waves.sine(1_000, 0.5, 4_096, 48_000), high = Waves.sine(5_000, 0.25, 4_096, 48_000), opposite = new float[4_096];
        assertEquals(0.5 / Math.sqrt(2), analyzer.of(low, high, 0).amplitudeNear(1_000), 1e-3);
        assertEquals(0.25 / Math.sqrt(2), analyzer.of(low, high, 0).amplitudeNear(5_000), 1e-3);
        for (int i = 0; i < low.length; i++) {
            opposite[i] = -low[i];
        }
        assertEquals(analyzer.of(low, 0).amplitudeNear(1_000), new SpectrumAnalyzer(4_096, 48_000).of(low, opposite, 0).amplitudeNear(1_000), 1e-9);
    }
}
