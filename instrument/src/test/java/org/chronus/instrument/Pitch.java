package org.chronus.instrument;

import static org.chronus.instrument.Audition.RATE;
import static org.chronus.instrument.Audition.frame;

/**
 * The pitch of the partial nearest to a frequency, against it: how the phase turns of what is left when the wave is moved down by it.
 *
 * @param cents mean, weighted by power
 * @param middle mean over time
 * @param swing half of the way between the highest and the lowest
 */
record Pitch(double cents, double middle, double swing) {
    private static final double HOP = 0.01, AUDIBLE = 0.06;
    private static final int HOPS = 4;

    static Pitch of(float[] wave, double hertz) {
        int hop = frame(HOP), count = wave.length / hop - HOPS;
        double[] cosine = new double[count], sine = new double[count];
        for (int i = 0; i < count; i++) {
            int length = HOPS * hop;
            for (int j = 0; j < length; j++) {
                double weight = 1 - Math.cos(2 * Math.PI * (j + 0.5) / length), angle = 2 * Math.PI * hertz * (i * hop + j) / RATE;
                cosine[i] += weight * wave[i * hop + j] * Math.cos(angle);
                sine[i] -= weight * wave[i * hop + j] * Math.sin(angle);
            }
        }
        double most = 0;
        for (int i = 0; i < count; i++) {
            most = Math.max(most, Math.hypot(cosine[i], sine[i]));
        }
        double real = 0, imaginary = 0, sum = 0, high = -1e9, low = 1e9;
        int steps = 0;
        for (int i = 1; i < count; i++) {
            double re = cosine[i] * cosine[i - 1] + sine[i] * sine[i - 1], im = sine[i] * cosine[i - 1] - cosine[i] * sine[i - 1];
            real += re;
            imaginary += im;
            // Where detuned oscillators cancel each other, the phase of what is left means nothing.
            if (Math.hypot(re, im) > most * most * AUDIBLE) {
                double cents = cents(re, im, hertz);
                high = Math.max(high, cents);
                low = Math.min(low, cents);
                sum += cents;
                steps++;
            }
        }
        return new Pitch(cents(real, imaginary, hertz), sum / steps, (high - low) / 2);
    }

    private static double cents(double real, double imaginary, double hertz) {
        return 1200 * Math.log(1 + Math.atan2(imaginary, real) / (2 * Math.PI * HOP) / hertz) / Math.log(2);
    }
}
