package org.chronus.instrument.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a device gets: the nearest step, never beyond full scale, and at 16 bits a hiss in the place of distortion. */
class PcmEncoderTest {
    private static final int RATE = 48_000, PERIOD = 256, HALF_A_SECOND = RATE / 2;
    private static final float STEP_16 = 0x1p-15f, STEP_24 = 0x1p-23f;

    /** Whole numbers of the left channel, floats as their bits. */
    private static int[] encode(PcmFormat format, float[] wave, int period) {
        PcmEncoder encoder = new PcmEncoder(format, RATE, period);
        int[] values = new int[wave.length];
        int size = format.frameBytes() / 2;
        for (int at = 0; at < wave.length; at += period) {
            int frames = Math.min(period, wave.length - at);
            float[] left = Arrays.copyOfRange(wave, at, at + frames);
            encoder.encode(left, left.clone(), frames);
            for (int i = 0; i < frames; i++) {
                values[at + i] = value(encoder.bytes(), 2 * size * i, size);
            }
        }
        return values;
    }

    private static int value(byte[] bytes, int at, int size) {
        int value = bytes[at + size - 1];
        for (int i = size - 2; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }

    private static float[] steps(int[] values) {
        float[] wave = new float[values.length];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = values[i] * STEP_16;
        }
        return wave;
    }

    @ParameterizedTest
    @EnumSource(names = {"BITS_24", "BITS_24_IN_32"})
    void at24BitsEverySampleIsTheNearestStep(PcmFormat format) {
        float[] wave = {0, STEP_24, -STEP_24, 0.5f, -0.5f, 0.4f * STEP_24, 0.6f * STEP_24, -0.6f * STEP_24, 12_345.7f * STEP_24};
        assertArrayEquals(new int[] {0, 1, -1, 4_194_304, -4_194_304, 0, 1, -1, 12_346}, encode(format, wave, 4));
    }

    @Test void at32BitsEverySampleIsExact() {
        float[] wave = {0.1f, -0.7f, 0x1p-31f, 1 - 0x1p-24f};
        assertArrayEquals(new int[] {(int) (0.1f * 0x1p31), (int) (-0.7f * 0x1p31), 1, 0x7FFFFF80}, encode(PcmFormat.BITS_32, wave, 3));
    }

    @ParameterizedTest
    @EnumSource
    void beyondFullScaleItIsClippedAndNeverWrapsRound(PcmFormat format) {
        int[] values = encode(format, new float[] {1, 1.5f, 1e9f, -1, -1.5f, -1e9f}, 6);
        if (format == PcmFormat.FLOAT_32) {
            int one = Float.floatToRawIntBits(1), minus = Float.floatToRawIntBits(-1);
            assertArrayEquals(new int[] {one, one, one, minus, minus, minus}, values);
            return;
        }
        int most = (int) ((1L << format.bits() - 1) - 1);
        for (int i = 0; i < 3; i++) {
            assertTrue(most - values[i] <= (format == PcmFormat.BITS_16 ? 1 : 0), "the first may be dithered by one step: " + values[i]);
            assertTrue(values[3 + i] + most + 1 <= (format == PcmFormat.BITS_16 ? 1 : 0), "the first may be dithered by one step: " + values[3 + i]);
        }
    }

    @Test void theErrorAt16BitsHasNoMeanAndThePowerOfAQuarterOfASquaredStepWhateverTheSound() {
        for (float level : new float[] {0.25f * STEP_16, 0.5f * STEP_16, 100.25f * STEP_16, 0.3f}) {
            float[] wave = new float[RATE];
            Arrays.fill(wave, level);
            int[] values = encode(PcmFormat.BITS_16, wave, PERIOD);
            double mean = 0, power = 0;
            for (int value : values) {
                double error = value - level / STEP_16;
                mean += error / RATE;
                power += error * error / RATE;
            }
            assertEquals(0, mean, 0.01, "at " + level);
            // One sixth of the dither, a twelfth of the rounding.
            assertEquals(0.25, power, 0.01, "at " + level);
        }
    }

    @Test void aToneOfAQuarterOfAStepIsHeardThroughTheHissWithoutHarmonics() {
        double hertz = 1_000.0 * RATE / 48_000;
        float[] tone = Waves.sine(hertz, 0.7f * STEP_16, 1 << 17, RATE);
        Spectrum plain = Spectrum.of(undithered(tone), RATE), dithered = Spectrum.of(steps(encode(PcmFormat.BITS_16, tone, PERIOD)), RATE);
        double hiss = 6 * STEP_16 * Math.sqrt(0.25 * 2 / (1 << 17) * 17);
        assertEquals(0.7 * STEP_16, dithered.amplitudeNear(hertz), hiss, "its level");
        for (int harmonic = 2; harmonic < 12; harmonic++) {
            assertTrue(dithered.amplitudeNear(harmonic * hertz) < hiss, "harmonic " + harmonic);
        }
        assertTrue(plain.amplitudeNear(3 * hertz) > 5 * hiss, "without dither there is one");
    }

    private static float[] undithered(float[] wave) {
        float[] rounded = new float[wave.length];
        for (int i = 0; i < wave.length; i++) {
            rounded[i] = (float) Math.rint(wave[i] / STEP_16) * STEP_16;
        }
        return rounded;
    }

    @Test void silenceIsDigitalSilenceHalfASecondAfterTheLastSoundAndBeforeTheFirst() {
        float[] wave = new float[3 * RATE];
        Arrays.fill(wave, RATE, RATE + 100, 0.1f);
        int[] values = encode(PcmFormat.BITS_16, wave, PERIOD);
        int end = RATE + 100 + HALF_A_SECOND;
        assertEquals(0, Arrays.stream(values, 0, RATE).filter(value -> value != 0).count(), "before");
        assertTrue(Arrays.stream(values, RATE + 100, end - 1).filter(value -> value != 0).count() > HALF_A_SECOND / 10, "it hisses on for a while");
        assertEquals(0, Arrays.stream(values, end, values.length).filter(value -> value != 0).count(), "after");
    }

    @Test void aSoundThatDiesAwayIsDitheredToItsEnd() {
        float[] wave = new float[RATE];
        Arrays.fill(wave, 0x1p-23f);
        int[] values = encode(PcmFormat.BITS_16, wave, PERIOD);
        assertTrue(Arrays.stream(values, HALF_A_SECOND, RATE).filter(value -> value != 0).count() > RATE / 20);
    }

    @ParameterizedTest
    @EnumSource
    void theSameBitsComeOutForAnyPeriods(PcmFormat format) {
        float[] wave = Waves.sine(440, 0.5f, 4_000, RATE);
        assertArrayEquals(encode(format, wave, 256), encode(format, wave, 37));
    }

    @Test void leftAndRightHiss() {
        PcmEncoder encoder = new PcmEncoder(PcmFormat.BITS_16, RATE, RATE);
        float[] wave = new float[RATE];
        Arrays.fill(wave, 0.5f * STEP_16);
        encoder.encode(wave, wave, RATE);
        float[] left = new float[RATE], right = new float[RATE];
        for (int i = 0; i < RATE; i++) {
            left[i] = value(encoder.bytes(), 4 * i, 2) - 0.5f;
            right[i] = value(encoder.bytes(), 4 * i + 2, 2) - 0.5f;
        }
        assertEquals(0, Waves.correlation(left, right), 0.02, "each its own way");
    }
}
