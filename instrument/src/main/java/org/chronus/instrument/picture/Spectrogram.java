package org.chronus.instrument.picture;

import org.chronus.modules.testkit.measure.Spectrum;

/**
 * The level of narrow bands around moments of a sound, from 30 Hz to 18 kHz along a logarithmic scale. The lowest rows are as wide as a bin of
 * the transform, 12 Hz at 48 kHz. One thread.
 */
final class Spectrogram {
    /** Bands, from the lowest up. */
    static final int ROWS = 360;
    private static final double LOWEST = 30, HIGHEST = 18_000;
    private static final int SPAN = 4_096;

    private final float[] left;
    private final float[] right;
    private final double rate;
    private final float[] piece = new float[SPAN];

    /** Of two sides of equal length, at so many frames per second. */
    Spectrogram(float[] left, float[] right, double rate) {
        this.left = left;
        this.right = right;
        this.rate = rate;
    }

    /** The row of a frequency; it may be outside. */
    static int row(double hertz) {
        return (int) Math.round(ROWS * Math.log(hertz / LOWEST) / Math.log(HIGHEST / LOWEST));
    }

    private static double hertz(double row) {
        return LOWEST * Math.pow(HIGHEST / LOWEST, row / ROWS);
    }

    /** Levels of all rows, in dB below a sine of full scale, of the sound around a frame: before its beginning and after its end is silence. */
    double[] around(int frame) {
        for (int i = 0; i < SPAN; i++) {
            int at = frame - SPAN / 2 + i;
            piece[i] = at < 0 || at >= left.length ? 0 : (left[at] + right[at]) / 2;
        }
        Spectrum spectrum = Spectrum.of(piece, rate);
        double[] levels = new double[ROWS];
        double bin = rate / SPAN;
        for (int row = 0; row < ROWS; row++) {
            double middle = hertz(row + 0.5), half = Math.max((hertz(row + 1) - hertz(row)) / 2, 0.51 * bin);
            levels[row] = spectrum.band(middle - half, middle + half);
        }
        return levels;
    }
}
