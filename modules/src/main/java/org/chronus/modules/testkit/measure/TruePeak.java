package org.chronus.modules.testkit.measure;

/** The peak of the wave between the samples, at four times the rate (ITU-R BS.1770-4, annex 2), by a windowed sinc of 48 taps. */
public final class TruePeak {
    private static final int FACTOR = 4;
    private static final int REACH = 24;

    private TruePeak() { }

    /** As a factor; {@link Waves#decibels} makes it dBTP. */
    public static double of(float[] wave) {
        double peak = Waves.peak(wave);
        for (int part = 1; part < FACTOR; part++) {
            double[] taps = taps((double) part / FACTOR);
            for (int i = 0; i < wave.length; i++) {
                peak = Math.max(peak, Math.abs(between(wave, i, taps)));
            }
        }
        return peak;
    }

    private static double between(float[] wave, int frame, double[] taps) {
        double sum = 0;
        for (int tap = Math.max(0, REACH - 1 - frame); tap < Math.min(taps.length, wave.length - frame + REACH - 1); tap++) {
            sum += wave[frame + tap - REACH + 1] * taps[tap];
        }
        return sum;
    }

    private static double[] taps(double fraction) {
        double[] taps = new double[2 * REACH];
        for (int tap = 0; tap < taps.length; tap++) {
            double x = tap - REACH + 1 - fraction, window = Math.cos(Math.PI * x / (2 * REACH));
            taps[tap] = Math.sin(Math.PI * x) / (Math.PI * x) * window * window;
        }
        return taps;
    }
}
