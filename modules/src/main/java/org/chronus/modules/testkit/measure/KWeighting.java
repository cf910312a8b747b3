package org.chronus.modules.testkit.measure;

/**
 * The two filters of ITU-R BS.1770 that make a meter hear like us: a shelf of 4 dB above 1.7 kHz (the head), a high-pass at 38 Hz. The
 * recommendation gives coefficients for 48 kHz only; these are its filters by bilinear transform, which agree there and go for any rate.
 */
final class KWeighting {
    private static final double SHELF_HERTZ = 1681.974450955533;
    private static final double SHELF_DECIBELS = 3.999843853973347;
    private static final double SHELF_Q = 0.7071752369554196;
    private static final double SHELF_MIDDLE = 0.4996667741545416;
    private static final double PASS_HERTZ = 38.13547087602444;
    private static final double PASS_Q = 0.5003270373238773;

    private KWeighting() { }

    static double[] apply(float[] wave, double rate) {
        double[] samples = new double[wave.length];
        for (int i = 0; i < wave.length; i++) {
            samples[i] = wave[i];
        }
        double k = Math.tan(Math.PI * SHELF_HERTZ / rate), high = Waves.factor(SHELF_DECIBELS), middle = Math.pow(high, SHELF_MIDDLE);
        double norm = 1 + k / SHELF_Q + k * k;
        filter(samples, (high + middle * k / SHELF_Q + k * k) / norm, 2 * (k * k - high) / norm,
                (high - middle * k / SHELF_Q + k * k) / norm, 2 * (k * k - 1) / norm, (1 - k / SHELF_Q + k * k) / norm);
        k = Math.tan(Math.PI * PASS_HERTZ / rate);
        norm = 1 + k / PASS_Q + k * k;
        filter(samples, 1, -2, 1, 2 * (k * k - 1) / norm, (1 - k / PASS_Q + k * k) / norm);
        return samples;
    }

    private static void filter(double[] samples, double b0, double b1, double b2, double a1, double a2) {
        double first = 0, second = 0;
        for (int i = 0; i < samples.length; i++) {
            double in = samples[i], out = b0 * in + first;
            first = b1 * in - a1 * out + second;
            second = b2 * in - a2 * out;
            samples[i] = out;
        }
    }
}
