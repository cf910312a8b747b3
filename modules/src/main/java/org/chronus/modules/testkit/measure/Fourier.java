package org.chronus.modules.testkit.measure;

/** The fast Fourier transform, radix 2, in place and in double precision. */
final class Fourier {
    private Fourier() { }

    /** The length must be a power of two. */
    static void transform(double[] real, double[] imaginary) {
        int n = real.length;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
        double[] cosine = new double[n / 2], sine = new double[n / 2];
        for (int i = 0; i < n / 2; i++) {
            cosine[i] = Math.cos(2 * Math.PI * i / n);
            sine[i] = -Math.sin(2 * Math.PI * i / n);
        }
        for (int half = 1; half < n; half *= 2) {
            int stride = n / half / 2;
            for (int start = 0; start < n; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    int a = start + k, b = a + half;
                    double c = cosine[k * stride], s = sine[k * stride];
                    double re = real[b] * c - imaginary[b] * s, im = real[b] * s + imaginary[b] * c;
                    real[b] = real[a] - re;
                    imaginary[b] = imaginary[a] - im;
                    real[a] += re;
                    imaginary[a] += im;
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
