package org.chronus.modules.testkit.measure;

/** The fast Fourier transform of one length, radix 2, in place and in double precision. Immutable; any thread. */
final class Fourier {
    private final int length;
    /** The factors of each stage in a row, from the place of its half length on: a loop over them can run in vectors. */
    private final double[] cosine;
    private final double[] sine;

    /** The length must be a power of two. */
    Fourier(int length) {
        this.length = length;
        cosine = new double[length];
        sine = new double[length];
        int last = length / 2;
        for (int i = 0; i < last; i++) {
            cosine[last + i] = Math.cos(2 * Math.PI * i / length);
            sine[last + i] = -Math.sin(2 * Math.PI * i / length);
        }
        for (int half = last / 2; half > 0; half /= 2) {
            for (int k = 0; k < half; k++) {
                cosine[half + k] = cosine[2 * half + 2 * k];
                sine[half + k] = sine[2 * half + 2 * k];
            }
        }
    }

    void transform(double[] real, double[] imaginary) {
        reorder(real, imaginary);
        for (int half = 1; half < length; half *= 2) {
            for (int start = 0; start < length; start += 2 * half) {
                combine(real, imaginary, start, half);
            }
        }
    }

    private void reorder(double[] real, double[] imaginary) {
        for (int i = 1, j = 0; i < length; i++) {
            int bit = length >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
    }

    private void combine(double[] real, double[] imaginary, int start, int half) {
        for (int k = 0; k < half; k++) {
            int a = start + k, b = a + half;
            double c = cosine[half + k], s = sine[half + k];
            double re = real[b] * c - imaginary[b] * s, im = real[b] * s + imaginary[b] * c;
            real[b] = real[a] - re;
            imaginary[b] = imaginary[a] - im;
            real[a] += re;
            imaginary[a] += im;
        }
    }

    private static void swap(double[] values, int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
