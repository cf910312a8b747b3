package org.chronus.modules.oscillators;

import java.util.Arrays;

/**
 * What a step without aliases has beside a plain step, from the step on: the integral of a minimum-phase low-pass, minus 1 (E. Brandt, "Hard
 * sync without aliasing", 2001). The low-pass is a windowed sine cardinal; what would fold to below 15 kHz at 48 kHz is 100 dB down, and
 * nothing is missing up to there. Minimum phase: all of it comes after the step, so that nothing has to be foreseen.
 *
 * <p>Worked out when an oscillator is first made, by {@link StrictMath}, so that every machine has the same bits. Immutable; any thread.
 */
final class StepTable {
    /** Frames after a step in which it is not yet a plain one. */
    static final int TAPS = 14;
    /** From one place of the table to the next: a whole number of vectors. */
    static final int ROW = 16;
    /** Places between two frames at which the table has the step; between them it is straight. */
    static final int PLACES = 256;

    /** The table: {@code TAPS} values and two zeros for each place, the place being how long before the first frame the step was. */
    static final float[] STEP = new float[PLACES * ROW];
    /** From each value to that of the next place. */
    static final float[] SLOPE = new float[PLACES * ROW];
    /** The same for a corner, a change of slope by 1 per frame, of a wave that is late by {@link #DELAY}. */
    static final float[] CORNER = new float[PLACES * ROW];
    static final float[] CORNER_SLOPE = new float[PLACES * ROW];

    /** Frames by which the low-pass delays what lasts: a straight wave comes out as it was so long before. */
    static final float DELAY;

    private static final int POINTS = 1 << 14;
    /** Where the low-pass has halved, as a share of half the rate. */
    private static final double EDGE = 0.94;
    private static final double KAISER = 8;
    private static final double FLOOR = 1e-7;

    static {
        double[] step = integral(minimumPhase(lowPass()));
        double[] corner = new double[step.length];
        double sum = 0;
        // A ramp that begins here, beside one that is late by the delay from its beginning on.
        for (int i = 0; i < step.length; i++) {
            corner[i] = sum;
            sum += ((step[i] + (i + 1 < step.length ? step[i + 1] : 1)) / 2 - 1) / PLACES;
        }
        for (int i = 0; i < step.length; i++) {
            corner[i] -= sum;
            step[i] -= 1;
        }
        DELAY = (float) -sum;
        fill(step, STEP, SLOPE);
        fill(corner, CORNER, CORNER_SLOPE);
    }

    private StepTable() { }

    private static double[] lowPass() {
        double[] impulse = new double[TAPS * PLACES];
        double edge = bessel(KAISER);
        for (int i = 0; i < impulse.length; i++) {
            double x = 2.0 * i / impulse.length - 1, t = Math.PI * EDGE * (i - impulse.length / 2) / PLACES;
            impulse[i] = (t == 0 ? 1 : StrictMath.sin(t) / t) * bessel(KAISER * Math.sqrt(1 - x * x)) / edge;
        }
        return impulse;
    }

    /** The modified Bessel function of the first kind, of order 0, by its series. */
    private static double bessel(double x) {
        double sum = 1, term = 1;
        for (int k = 1; k < 40; k++) {
            term *= x / 2 / k * (x / 2 / k);
            sum += term;
        }
        return sum;
    }

    /** The same magnitudes, as early as can be: by the cepstrum, folded to positive times (A. Oppenheim and R. Schafer, 1975). */
    private static double[] minimumPhase(double[] impulse) {
        double[] real = Arrays.copyOf(impulse, POINTS), imaginary = new double[POINTS];
        transform(real, imaginary);
        double top = Math.hypot(real[0], imaginary[0]);
        for (int i = 0; i < POINTS; i++) {
            double magnitude = Math.sqrt(real[i] * real[i] + imaginary[i] * imaginary[i]);
            real[i] = StrictMath.log(Math.max(magnitude, top * FLOOR));
            imaginary[i] = 0;
        }
        transform(real, imaginary);
        for (int i = 0; i < POINTS; i++) {
            double weight = i == 0 || i == POINTS / 2 ? 1 : i < POINTS / 2 ? 2 : 0;
            real[i] *= weight / POINTS;
            imaginary[i] = 0;
        }
        transform(real, imaginary);
        for (int i = 0; i < POINTS; i++) {
            double magnitude = StrictMath.exp(real[i]), angle = imaginary[i];
            real[i] = magnitude * StrictMath.cos(angle);
            // The conjugate, so that the transform runs backwards.
            imaginary[i] = -magnitude * StrictMath.sin(angle);
        }
        transform(real, imaginary);
        return Arrays.copyOf(real, impulse.length);
    }

    /** From 0 to 1. */
    private static double[] integral(double[] impulse) {
        double[] step = new double[impulse.length];
        double sum = 0;
        for (int i = 0; i < impulse.length; i++) {
            sum += impulse[i];
            step[i] = sum;
        }
        for (int i = 0; i < impulse.length; i++) {
            step[i] /= sum;
        }
        return step;
    }

    private static void fill(double[] values, float[] table, float[] slope) {
        for (int place = 0; place < PLACES; place++) {
            for (int tap = 0; tap < TAPS; tap++) {
                int at = tap * PLACES + place;
                double here = values[at], next = at + 1 < values.length ? values[at + 1] : 0;
                table[place * ROW + tap] = (float) here;
                slope[place * ROW + tap] = (float) (next - here);
            }
        }
    }

    /** The discrete Fourier transform in place, by halves (J. Cooley and J. Tukey, 1965). */
    private static void transform(double[] real, double[] imaginary) {
        int n = real.length, bits = Integer.numberOfTrailingZeros(n);
        for (int i = 0; i < n; i++) {
            int j = Integer.reverse(i) >>> 32 - bits;
            if (j > i) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
        for (int half = 1; half < n; half *= 2) {
            for (int k = 0; k < half; k++) {
                double cosine = StrictMath.cos(Math.PI * k / half), sine = -StrictMath.sin(Math.PI * k / half);
                for (int i = k; i < n; i += 2 * half) {
                    double a = real[i + half] * cosine - imaginary[i + half] * sine, b = real[i + half] * sine + imaginary[i + half] * cosine;
                    real[i + half] = real[i] - a;
                    imaginary[i + half] = imaginary[i] - b;
                    real[i] += a;
                    imaginary[i] += b;
                }
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
