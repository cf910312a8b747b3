package org.chronus.modules.effects;

import java.util.SplittableRandom;

import org.chronus.modules.testkit.measure.Waves;

/** What effects are fed with in tests, and what is measured of them. */
public final class Sounds {
    private Sounds() { }

    /** White noise from -0.5 to 0.5; the same every time. */
    public static float[] white(int frames) {
        SplittableRandom random = new SplittableRandom(1);
        float[] noise = new float[frames];
        for (int i = 0; i < frames; i++) {
            noise[i] = (float) random.nextDouble(-0.5, 0.5);
        }
        return noise;
    }

    /** Noise as bright as an instrument: 3 dB down at 1.7 kHz of 48. */
    public static float[] soft(int frames) {
        float[] noise = white(frames);
        for (int i = 1; i < frames; i++) {
            noise[i] = 0.8f * noise[i - 1] + 0.2f * noise[i];
        }
        return noise;
    }

    /** By how many dB the mean of both sides is fainter than one. */
    public static double monoLoss(float[] left, float[] right) {
        float[] mean = new float[left.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = 0.5f * (left[i] + right[i]);
        }
        return -Waves.decibels(Waves.rms(mean) / Waves.rms(left));
    }

    /** The level of the sides' difference against that of their sum, in dB: how wide it is. */
    public static double side(float[] left, float[] right) {
        float[] sum = new float[left.length], difference = new float[left.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = left[i] + right[i];
            difference[i] = left[i] - right[i];
        }
        return Waves.decibels(Waves.rms(difference) / Waves.rms(sum));
    }

    /** The frequency of a tone between two frames, from its first to its last rise through 0. */
    public static double frequency(float[] wave, int from, int to, double rate) {
        double first = -1, last = -1;
        int cycles = -1;
        for (int i = from; i < to; i++) {
            if (wave[i] < 0 && wave[i + 1] >= 0) {
                last = i + wave[i] / (double) (wave[i] - wave[i + 1]);
                first = first < 0 ? last : first;
                cycles++;
            }
        }
        return cycles * rate / (last - first);
    }
}
