package org.chronus.modules.testkit.measure;

/**
 * The two filters of ITU-R BS.1770 that make a meter hear like us: a shelf of 4 dB above 1.7 kHz (the head), a high-pass at 38 Hz. The
 * recommendation gives coefficients for 48 kHz only; these are its filters by bilinear transform, which agree there and go for any rate.
 * Mutable; one thread.
 */
final class KWeighting {
    private static final double SHELF_HERTZ = 1681.974450955533;
    private static final double SHELF_DECIBELS = 3.999843853973347;
    private static final double SHELF_Q = 0.7071752369554196;
    private static final double SHELF_MIDDLE = 0.4996667741545416;
    private static final double PASS_HERTZ = 38.13547087602444;
    private static final double PASS_Q = 0.5003270373238773;
    /** What is softer would decay into denormal numbers, which are slow. */
    private static final double NOTHING = 1e-30;

    private final double shelf0, shelf1, shelf2, shelfBack1, shelfBack2;
    private final double passBack1, passBack2;
    private double shelfFirst, shelfSecond, passFirst, passSecond;

    KWeighting(double rate) {
        double k = Math.tan(Math.PI * SHELF_HERTZ / rate), high = Waves.factor(SHELF_DECIBELS), middle = Math.pow(high, SHELF_MIDDLE);
        double norm = 1 + k / SHELF_Q + k * k;
        shelf0 = (high + middle * k / SHELF_Q + k * k) / norm;
        shelf1 = 2 * (k * k - high) / norm;
        shelf2 = (high - middle * k / SHELF_Q + k * k) / norm;
        shelfBack1 = 2 * (k * k - 1) / norm;
        shelfBack2 = (1 - k / SHELF_Q + k * k) / norm;
        k = Math.tan(Math.PI * PASS_HERTZ / rate);
        norm = 1 + k / PASS_Q + k * k;
        passBack1 = 2 * (k * k - 1) / norm;
        passBack2 = (1 - k / PASS_Q + k * k) / norm;
    }

    static double[] apply(float[] wave, double rate) {
        KWeighting weighting = new KWeighting(rate);
        double[] samples = new double[wave.length];
        for (int i = 0; i < wave.length; i++) {
            samples[i] = weighting.next(wave[i]);
        }
        return samples;
    }

    double next(double in) {
        double shelf = shelf0 * in + shelfFirst;
        shelfFirst = shelf1 * in - shelfBack1 * shelf + shelfSecond;
        shelfSecond = shelf2 * in - shelfBack2 * shelf;
        double out = shelf + passFirst;
        passFirst = -2 * shelf - passBack1 * out + passSecond;
        passSecond = shelf - passBack2 * out;
        return out;
    }

    /** To be called now and then. */
    void flush() {
        if (Math.abs(shelfFirst) + Math.abs(shelfSecond) + Math.abs(passFirst) + Math.abs(passSecond) < NOTHING) {
            shelfFirst = 0;
            shelfSecond = 0;
            passFirst = 0;
            passSecond = 0;
        }
    }
}
