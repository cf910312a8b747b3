package org.chronus.modules.testkit.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

/** Spectra of waves that are known. */
class SpectrumTest {
    private static final double RATE = 48_000;
    private static final int FRAMES = 65_536;

    private static float[] partials(double... hertzAndDecibels) {
        float[] wave = new float[FRAMES];
        for (int k = 0; k < hertzAndDecibels.length; k += 2) {
            float[] sine = Waves.sine(hertzAndDecibels[k], Waves.factor(hertzAndDecibels[k + 1]), FRAMES, RATE);
            for (int i = 0; i < FRAMES; i++) {
                wave[i] += sine[i];
            }
        }
        return wave;
    }

    private static int count(float[] wave) {
        return Spectrum.of(wave, RATE).partials(50, 16_000, 110);
    }

    @Test void partialsWithinSixtyDecibelsAreCounted() {
        assertEquals(4, count(partials(220, -6, 440, -30, 660, -60, 1_234.5, -65.5, 880, -67)));
        assertEquals(1, count(partials(220, -6)));
        assertEquals(0, count(new float[FRAMES]));
    }

    @Test void twoThatBeatAreOneAndWhatIsOutsideIsNone() {
        assertEquals(2, count(partials(220, 0, 221.5, -3, 440, -10, 441, -12, 40, 0, 16_500, 0)));
    }

    @Test void noiseHasNoPartials() {
        float[] wave = partials(220, -6, 440, -20);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < FRAMES; i++) {
            wave[i] += (float) (1e-3 * (random.nextDouble() - 0.5));
        }
        assertEquals(2, count(wave), "noise 70 dB below, bin by bin");
    }
}
