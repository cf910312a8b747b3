package org.chronus.modules.testkit.measure;

import java.util.Arrays;

/**
 * A meter of the peak of a wave between its samples, at four times the rate (ITU-R BS.1770-4, annex 2), by a windowed sinc of 48 taps. It is
 * {@value #REACH} frames late. Mutable; one thread.
 */
public final class TruePeakMeter {
    /** How far it looks to both sides, in frames. */
    static final int REACH = 24;
    private static final int FACTOR = 4, CHUNK = 1_024, BEFORE = 2 * REACH - 1;

    private final double[][] taps = new double[FACTOR - 1][];
    /** What came last, and what comes after it. */
    private final float[] frames = new float[BEFORE + CHUNK];
    private final double[] between = new double[CHUNK];
    /** How many frames have to come before the first is in the middle. */
    private int early = REACH;

    public TruePeakMeter() {
        for (int part = 1; part < FACTOR; part++) {
            taps[part - 1] = taps((double) part / FACTOR);
        }
    }

    private static double[] taps(double fraction) {
        double[] taps = new double[2 * REACH];
        for (int tap = 0; tap < taps.length; tap++) {
            double x = tap - REACH + 1 - fraction, window = Math.cos(Math.PI * x / (2 * REACH));
            taps[tap] = Math.sin(Math.PI * x) / (Math.PI * x) * window * window;
        }
        return taps;
    }

    /** Hears the first frames of a wave. Returns the peak of what is new, as a factor. */
    public double add(float[] wave, int count) {
        double peak = 0;
        for (int done = 0; done < count; done += CHUNK) {
            int now = Math.min(CHUNK, count - done);
            System.arraycopy(wave, done, frames, BEFORE, now);
            for (int i = 0; i < now; i++) {
                peak = Math.max(peak, Math.abs(wave[done + i]));
            }
            int first = Math.min(early, now);
            early -= first;
            for (double[] part : taps) {
                peak = Math.max(peak, peak(part, first, now));
            }
            System.arraycopy(frames, now, frames, 0, BEFORE);
        }
        return peak;
    }

    /** Tap by tap, and not frame by frame: a loop over frames runs in vectors, as arrays of two types are never the same. */
    private double peak(double[] part, int first, int count) {
        Arrays.fill(between, 0, count, 0);
        for (int tap = 0; tap < part.length; tap++) {
            double factor = part[tap];
            for (int i = 0; i < count; i++) {
                between[i] += frames[tap + i] * factor;
            }
        }
        double peak = 0;
        for (int i = first; i < count; i++) {
            peak = Math.max(peak, Math.abs(between[i]));
        }
        return peak;
    }
}
