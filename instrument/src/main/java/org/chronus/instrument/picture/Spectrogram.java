package org.chronus.instrument.picture;

import org.chronus.modules.testkit.measure.LogBands;
import org.chronus.modules.testkit.measure.SpectrumAnalyzer;

/**
 * The level of narrow bands around moments of a sound, from 30 Hz to 18 kHz along a logarithmic scale. The lowest rows are as wide as a bin of
 * the transform, 12 Hz at 48 kHz. One thread.
 */
final class Spectrogram {
    /** Bands, from the lowest up. */
    static final int ROWS = 360;
    private static final LogBands BANDS = new LogBands(30, 18_000, ROWS);
    private static final int SPAN = 4_096;

    private final float[] left;
    private final float[] right;
    private final SpectrumAnalyzer analyzer;
    private final float[] piece = new float[SPAN];

    /** Of two sides of equal length, at so many frames per second. */
    Spectrogram(float[] left, float[] right, double rate) {
        this.left = left;
        this.right = right;
        analyzer = new SpectrumAnalyzer(SPAN, rate);
    }

    /** The row of a frequency; it may be outside. */
    static int row(double hertz) {
        return BANDS.index(hertz);
    }

    /** Levels of all rows, in dB below a sine of full scale, of the sound around a frame: before its beginning and after its end is silence. */
    double[] around(int frame) {
        for (int i = 0; i < SPAN; i++) {
            int at = frame - SPAN / 2 + i;
            piece[i] = at < 0 || at >= left.length ? 0 : (left[at] + right[at]) / 2;
        }
        double[] levels = new double[ROWS];
        BANDS.levels(analyzer.of(piece, 0), levels);
        return levels;
    }
}
