package org.chronus.modules.filters;

/** The response of two-pole filters by their coefficients, for comparison. */
final class Biquads {
    private Biquads() { }

    /** At so many radians per frame. */
    static double decibels(double[] above, double[] below, double radians) {
        return 10 * Math.log10(power(above, radians) / power(below, radians));
    }

    private static double power(double[] c, double w) {
        double real = c[0] + c[1] * Math.cos(w) + c[2] * Math.cos(2 * w), imaginary = c[1] * Math.sin(w) + c[2] * Math.sin(2 * w);
        return real * real + imaginary * imaginary;
    }
}
