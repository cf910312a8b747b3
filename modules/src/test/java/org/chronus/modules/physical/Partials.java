package org.chronus.modules.physical;

import org.chronus.modules.testkit.measure.Waves;

/** Finds where a partial is that is known about. */
final class Partials {
    private static final double CENT = Math.log(2) / 1_200, STEP = 3;

    private Partials() { }

    /** The frequency of the partial that is within 40 ct of one, in Hz; the wave's first tenth is left out. */
    static double near(float[] wave, double hertz, double rate) {
        float[] rest = Waves.part(wave, wave.length / 10, wave.length);
        double best = hertz, loudest = 0;
        for (double cents = -40; cents <= 40; cents += STEP) {
            double there = hertz * Math.exp(cents * CENT), amplitude = Waves.amplitudeAt(there, rest, rate);
            if (amplitude > loudest) {
                loudest = amplitude;
                best = there;
            }
        }
        for (double step = STEP / 2; step > 0.01; step /= 2) {
            double below = best * Math.exp(-step * CENT), above = best * Math.exp(step * CENT);
            double low = Waves.amplitudeAt(below, rest, rate), high = Waves.amplitudeAt(above, rest, rate);
            if (Math.max(low, high) > loudest) {
                loudest = Math.max(low, high);
                best = low > high ? below : above;
            }
        }
        return best;
    }
}
