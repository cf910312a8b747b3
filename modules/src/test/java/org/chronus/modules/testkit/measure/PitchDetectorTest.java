package org.chronus.modules.testkit.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PitchDetectorTest {
    private static final int A0 = 21, C7 = 96;

    private static double hertz(double key) {
        return 440 * Math.pow(2, (key - 69) / 12);
    }

    private static double cents(double hertz, double from) {
        return 1_200 * Math.log(hertz / from) / Math.log(2);
    }

    /** Of all harmonics below half the rate, by the sum of their sines. */
    private static float[] sawtooth(double hertz, double amplitude, double phase, double rate) {
        float[] wave = new float[(int) (rate / 8)];
        for (int harmonic = 1; harmonic * hertz < rate / 2; harmonic++) {
            for (int i = 0; i < wave.length; i++) {
                wave[i] += (float) (amplitude / harmonic * Math.sin(harmonic * (2 * Math.PI * hertz * i / rate + phase)));
            }
        }
        return wave;
    }

    private static float[] sine(double hertz, double amplitude, double phase, double rate) {
        float[] wave = new float[(int) (rate / 8)];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / rate + phase));
        }
        return wave;
    }

    @ParameterizedTest
    @ValueSource(doubles = {44_100, 48_000, 96_000})
    void sinesAndSawteethFromA0ToC7AreFoundToACent(double rate) {
        PitchDetector detector = new PitchDetector(rate);
        Random random = new Random(1);
        for (double key = A0; key <= C7; key += 0.93) {
            double hertz = hertz(key), phase = 6.28 * random.nextDouble();
            assertEquals(0, cents(detector.hertz(sine(hertz, 0.1, phase, rate)), hertz), 1, "sine of " + hertz + " Hz");
            assertEquals(0, cents(detector.hertz(sawtooth(hertz, 0.1, phase, rate)), hertz), 1, "sawtooth of " + hertz + " Hz");
        }
    }

    @Test void theEndsOfTheRangeAreFoundAndNothingIsBeyond() {
        PitchDetector detector = new PitchDetector(48_000);
        assertEquals(0, cents(detector.hertz(sine(20.3, 0.5, 1, 48_000)), 20.3), 2);
        assertEquals(0, cents(detector.hertz(sine(5_000, 0.5, 1, 48_000)), 5_000), 2);
        for (double beyond : new double[] {10, 5_300, 7_000, 11_000, 15_000}) {
            assertTrue(Double.isNaN(detector.hertz(sine(beyond, 0.5, 1, 48_000))), beyond + " Hz");
        }
    }

    @Test void silenceAndNoiseSayNothing() {
        PitchDetector detector = new PitchDetector(48_000);
        Random random = new Random(2);
        float[] noise = new float[6_000];
        assertTrue(Double.isNaN(detector.hertz(noise)), "silence");
        for (int round = 0; round < 50; round++) {
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (float) (0.3 * random.nextGaussian());
            }
            assertTrue(Double.isNaN(detector.hertz(noise)), "noise");
            assertTrue(detector.clearness() < 0.5, detector.clearness() + " is as clear as a tone");
        }
        assertTrue(Double.isNaN(detector.hertz(sine(440, 1e-5, 0, 48_000))), "what is nearly silent");
    }

    @Test void aToneWithoutItsFundamentalHasItsPitch() {
        float[] wave = sine(440, 0.1, 0.3, 48_000), third = sine(660, 0.1, 1, 48_000), fourth = sine(880, 0.1, 2, 48_000);
        for (int i = 0; i < wave.length; i++) {
            wave[i] += third[i] + fourth[i];
        }
        assertEquals(0, cents(new PitchDetector(48_000).hertz(wave), 220), 1);
    }

    @Test void aLittleNoiseDoesNoHarm() {
        float[] wave = sawtooth(hertz(40), 0.1, 1, 48_000);
        Random random = new Random(3);
        for (int i = 0; i < wave.length; i++) {
            wave[i] += (float) (0.005 * random.nextGaussian());
        }
        assertEquals(0, cents(new PitchDetector(48_000).hertz(wave), hertz(40)), 2);
    }
}
