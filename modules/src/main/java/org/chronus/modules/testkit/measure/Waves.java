package org.chronus.modules.testkit.measure;

import java.util.Arrays;

/** Measurements of a wave in the time domain. */
public final class Waves {
    private Waves() { }

    /** A factor of amplitude in dB. */
    public static double decibels(double factor) {
        return 20 * Math.log10(factor);
    }

    /** The other way round. */
    public static double factor(double decibels) {
        return Math.pow(10, decibels / 20);
    }

    /** Frames from one to before the other. */
    public static float[] part(float[] wave, int from, int to) {
        return Arrays.copyOfRange(wave, from, to);
    }

    /** A sine, to feed things with. */
    public static float[] sine(double hertz, double amplitude, int frames, double rate) {
        float[] wave = new float[frames];
        for (int i = 0; i < frames; i++) {
            wave[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return wave;
    }

    /** The greatest absolute sample. */
    public static double peak(float[] wave) {
        double peak = 0;
        for (float sample : wave) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    /** The arithmetic mean: what is called DC. */
    public static double mean(float[] wave) {
        double sum = 0;
        for (float sample : wave) {
            sum += sample;
        }
        return sum / wave.length;
    }

    /** Root of the mean square. */
    public static double rms(float[] wave) {
        double sum = 0;
        for (float sample : wave) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / wave.length);
    }

    /** The greatest difference between neighbours. */
    public static double steepestStep(float[] wave) {
        double steepest = 0;
        for (int i = 1; i < wave.length; i++) {
            steepest = Math.max(steepest, Math.abs((double) wave[i] - wave[i - 1]));
        }
        return steepest;
    }

    /** The first frame at which the wave is at or above a level, or -1. */
    public static int firstAtLeast(float[] wave, double level) {
        for (int i = 0; i < wave.length; i++) {
            if (wave[i] >= level) {
                return i;
            }
        }
        return -1;
    }

    /** How alike two waves are: 1 the same but for a factor, 0 unrelated, -1 opposite. */
    public static double correlation(float[] one, float[] other) {
        double both = 0, first = 0, second = 0;
        for (int i = 0; i < one.length; i++) {
            both += (double) one[i] * other[i];
            first += (double) one[i] * one[i];
            second += (double) other[i] * other[i];
        }
        return both / Math.sqrt(first * second);
    }

    /** The amplitude of one frequency, through a Hann window; the wave should hold ten cycles of it or more. */
    public static double amplitudeAt(double hertz, float[] wave, double rate) {
        double cosine = 0, sine = 0, sum = 0;
        for (int i = 0; i < wave.length; i++) {
            double weight = 1 - Math.cos(2 * Math.PI * (i + 0.5) / wave.length), angle = 2 * Math.PI * hertz * i / rate;
            cosine += weight * wave[i] * Math.cos(angle);
            sine += weight * wave[i] * Math.sin(angle);
            sum += weight;
        }
        return 2 * Math.hypot(cosine, sine) / sum;
    }
}
