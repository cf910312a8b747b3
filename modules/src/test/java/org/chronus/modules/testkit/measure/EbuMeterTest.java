package org.chronus.modules.testkit.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The meter hears the known signals of ITU-R BS.1770-4 and EBU Tech 3341 (2016) as these say; numbers of cases are those of Tech 3341, table 1. */
class EbuMeterTest {
    private static final double RATE = 48_000;

    /** Stereo sines of 1 kHz, one after another without a break in phase: pairs of dBFS and seconds. */
    private static double lufs(double rate, double... levels) {
        int frames = 0;
        for (int i = 1; i < levels.length; i += 2) {
            frames += (int) Math.round(levels[i] * rate);
        }
        float[] wave = Waves.sine(1_000, 1, frames, rate);
        int at = 0;
        for (int i = 0; i < levels.length; i += 2) {
            float gain = (float) Waves.factor(levels[i]);
            for (int end = at + (int) Math.round(levels[i + 1] * rate); at < end; at++) {
                wave[at] *= gain;
            }
        }
        return Loudness.lufs(wave, wave, rate);
    }

    /** The impulse response of two biquads with the coefficients of BS.1770-4, tables 1 and 2, which are for 48 kHz. */
    private static double[] standard(int frames) {
        double[] shelf = {1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585};
        double[] pass = {1, -2, 1, -1.99004745483398, 0.99007225036621};
        double[] wave = new double[frames];
        wave[0] = 1;
        for (double[] biquad : new double[][] {shelf, pass}) {
            double[] out = new double[frames];
            for (int i = 0; i < frames; i++) {
                for (int lag = 0; lag <= Math.min(2, i); lag++) {
                    out[i] += biquad[lag] * wave[i - lag] - (lag == 0 ? 0 : biquad[2 + lag] * out[i - lag]);
                }
            }
            wave = out;
        }
        return wave;
    }

    @Test void theWeightingIsThatOfTheTablesAtTheirRate() {
        float[] impulse = new float[4_800];
        impulse[0] = 1;
        assertArrayEquals(standard(impulse.length), KWeighting.apply(impulse, RATE), 1e-8);
    }

    @ParameterizedTest
    @CsvSource({"8000", "44100", "48000", "88200", "96000", "192000"})
    void aSineOf997HertzIsAsLoudAsItsLevelInBothChannelsAndThreeLessInOne(double rate) {
        float[] sine = Waves.sine(997, Waves.factor(-18), (int) (5 * rate), rate);
        assertEquals(-18, Loudness.lufs(sine, sine, rate), 0.1);
        assertEquals(-21.01, Loudness.lufs(sine, new float[sine.length], rate), 0.1);
    }

    @Test void caseOneAndTwoASteadySineIsAsLoudAsItsLevel() {
        assertEquals(-23, lufs(RATE, -23, 20), 0.1);
        assertEquals(-33, lufs(RATE, -33, 20), 0.1);
    }

    @Test void caseThreeWhatIsTenUnitsSofterDoesNotCount() {
        assertEquals(-23, lufs(RATE, -36, 10, -23, 60, -36, 10), 0.1);
        assertEquals(-23, lufs(44_100, -36, 10, -23, 60, -36, 10), 0.1);
    }

    @Test void caseFourSilenceDoesNotCount() {
        assertEquals(-23, lufs(RATE, -72, 10, -36, 10, -23, 60, -36, 10, -72, 10), 0.1);
    }

    @Test void caseFiveWhatIsSoftButHeardCounts() {
        assertEquals(-23, lufs(RATE, -26, 20, -20, 20.1, -26, 20), 0.1);
    }

    /** Cases 15 to 18: frequency as a part of the rate, phase in degrees; each is -6 dBTP, +0.2 and -0.4 dB. */
    @ParameterizedTest
    @CsvSource({"4, 0", "4, 45", "6, 60", "8, 67.5"})
    void casesFifteenToEighteenThePeakBetweenTheSamplesIsFound(double part, double degrees) {
        float[] wave = new float[9_600];
        for (int i = 0; i < wave.length; i++) {
            double fade = Math.min(1, Math.min(i, wave.length - 1 - i) / 960.0);
            wave[i] = (float) (fade * 0.5 * Math.sin(2 * Math.PI * i / part + Math.toRadians(degrees)));
        }
        double peak = Waves.decibels(TruePeak.of(wave));
        assertTrue(peak <= -5.8 && peak >= -6.4, () -> peak + " dBTP");
    }

    @Test void aMeterThatGoesOnSaysTheSameAsOneOfTheWhole() {
        Random random = new Random(1);
        float[] left = new float[480_000], right = new float[480_000];
        for (int i = 0; i < left.length; i++) {
            double swell = 0.3 * Math.abs(Math.sin(i / 60_000.0));
            left[i] = (float) (swell * random.nextGaussian());
            right[i] = (float) (swell * random.nextGaussian());
        }
        LoudnessMeter meter = new LoudnessMeter(RATE);
        TruePeakMeter peaks = new TruePeakMeter();
        double peak = 0;
        for (int at = 0, frames; at < left.length; at += frames) {
            frames = Math.min(left.length - at, 1 + random.nextInt(3_000));
            float[] l = Waves.part(left, at, at + frames), r = Waves.part(right, at, at + frames);
            meter.add(l, r, frames);
            peak = Math.max(peak, peaks.add(l, frames));
        }
        assertEquals(Loudness.lufs(left, right, RATE), meter.integrated(), 1e-9);
        assertEquals(TruePeak.of(left), peak, 1e-9);
    }

    /** The short-term part is case 9 of Tech 3341, as far as two of its rounds. */
    @Test void momentaryAndShortTermLoudnessAreThatOfTheirWindows() {
        LoudnessMeter meter = new LoudnessMeter(RATE);
        for (double[] part : new double[][] {{-20, 1.34}, {-30, 1.66}, {-20, 1.34}, {-30, 1.66}}) {
            float[] wave = Waves.sine(1_000, Waves.factor(part[0]), (int) (part[1] * RATE), RATE);
            meter.add(wave, wave, wave.length);
            if (part[0] == -30) {
                assertEquals(-23, meter.shortTerm(), 0.1);
                assertEquals(-30, meter.momentary(), 0.1);
            }
        }
        meter.restart();
        assertEquals(Double.NEGATIVE_INFINITY, meter.integrated());
        float[] wave = Waves.sine(1_000, Waves.factor(-23), (int) (0.4 * RATE), RATE);
        meter.add(wave, wave, wave.length);
        assertEquals(-23, meter.momentary(), 0.1);
        assertEquals(-23, meter.integrated(), 0.1);
    }
}
