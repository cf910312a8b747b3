package org.chronus.instrument;

import static org.chronus.instrument.Audition.RATE;
import static org.chronus.instrument.Audition.frame;

import java.util.Arrays;

import org.chronus.instrument.Audition.Take;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;

/** How takes are measured: times in seconds, levels in dB where nothing else is said. */
final class Measures {
    /** Seconds over which a level is taken. */
    static final double WINDOW = 0.01;

    private Measures() { }

    /** The loudest tenth of a second, in dBFS. */
    static double level(Take take, double from, double to) {
        double[] rms = track(take.mono(from, to));
        double most = 0;
        for (int i = 9; i < rms.length; i++) {
            double sum = 0;
            for (int j = i - 9; j <= i; j++) {
                sum += rms[j] * rms[j];
            }
            most = Math.max(most, sum / 10);
        }
        return 10 * Math.log10(most + 1e-20);
    }

    /** How far the level goes up and down, in dB. */
    static double sway(float[] wave) {
        double[] rms = track(wave);
        return Waves.decibels(Arrays.stream(rms).max().orElseThrow() / Arrays.stream(rms).min().orElseThrow());
    }

    /** Where the middle of the spectrum is, in Hz. */
    static double centroid(Take take, double from, double to) {
        return Spectrum.of(take.mono(from, to), RATE).centroid();
    }

    /** What remains when the slow settling of the master's DC filter is taken away, which nobody hears. */
    static float[] slope(float[] wave) {
        float[] slope = new float[wave.length];
        for (int i = 1; i < wave.length; i++) {
            slope[i] = wave[i] - wave[i - 1];
        }
        return slope;
    }

    /** The level of each window, linear. */
    static double[] track(float[] wave) {
        int hop = frame(WINDOW);
        double[] rms = new double[wave.length / hop];
        for (int i = 0; i < rms.length; i++) {
            rms[i] = Waves.rms(Waves.part(wave, i * hop, (i + 1) * hop));
        }
        return rms;
    }

    /** When a level is reached for the first time; never is infinite. */
    static double first(float[] wave, double level) {
        for (int i = 0; i < wave.length; i++) {
            if (Math.abs(wave[i]) >= level) {
                return (double) i / RATE;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** When the level, over two periods of the tone, is 3 dB below its highest. */
    static double swell(float[] wave, double hertz) {
        int length = (int) Math.round(2 * RATE / hertz), hop = RATE / 1000;
        double[] rms = new double[(wave.length - length) / hop];
        for (int i = 0; i < rms.length; i++) {
            rms[i] = Waves.rms(Waves.part(wave, i * hop, i * hop + length));
        }
        double level = Arrays.stream(rms).max().orElseThrow() * Waves.factor(-3);
        int i = 0;
        while (rms[i] < level) {
            i++;
        }
        return (i * hop + length / 2.0) / RATE;
    }

    /** How many windows after {@code from} it takes to stay below a level. */
    static int silentFrom(double[] track, int from, double level) {
        int last = track.length;
        while (last > from && track[last - 1] < level) {
            last--;
        }
        return last - from;
    }

    /** What an effect adds to {@code 1 - mix} of the dry sound, in dB of that. */
    static double beside(Take dry, Take both, double mix) {
        double added = 0, kept = 0;
        for (int i = 0; i < dry.left().length; i++) {
            double share = (1 - mix) * dry.left()[i], rest = both.left()[i] - share;
            added += rest * rest;
            kept += share * share;
        }
        return 10 * Math.log10(added / kept + 1e-20);
    }
}
