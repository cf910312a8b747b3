package org.chronus.modules.testkit.measure;

/** The fast Fourier transform of one length, radix 2, in place and in double precision. Immutable; any thread. */
final class Fourier {
    private final int length;
    /** The factors of each stage in a row, from the place of its half length on: a loop reads them one after another. */
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
        int half = 1;
        if (Integer.numberOfTrailingZeros(length) % 2 == 1) {
            combinePairs(real, imaginary);
            half = 2;
        }
        for (; half < length; half *= 4) {
            for (int start = 0; start < length; start += 4 * half) {
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

    /** The first stage, whose factors are all 1. */
    private void combinePairs(double[] real, double[] imaginary) {
        for (int a = 0, b = 1; a < length; a += 2, b += 2) {
            double re = real[b], im = imaginary[b];
            real[b] = real[a] - re;
            imaginary[b] = imaginary[a] - im;
            real[a] += re;
            imaginary[a] += im;
        }
    }

    /** Two stages at once, of half lengths of {@code half} and twice that: memory is read and written once for both. */
    private void combine(double[] real, double[] imaginary, int start, int half) {
        for (int k = 0; k < half; k++) {
            int a = start + k, b = a + half, c = b + half, d = c + half;
            double cos = cosine[half + k], sin = sine[half + k];
            double reB = real[b] * cos - imaginary[b] * sin, imB = real[b] * sin + imaginary[b] * cos;
            double reD = real[d] * cos - imaginary[d] * sin, imD = real[d] * sin + imaginary[d] * cos;
            double reA = real[a] + reB, imA = imaginary[a] + imB, reC = real[c] + reD, imC = imaginary[c] + imD;
            reB = real[a] - reB;
            imB = imaginary[a] - imB;
            reD = real[c] - reD;
            imD = imaginary[c] - imD;
            cos = cosine[2 * half + k];
            sin = sine[2 * half + k];
            double re = reC * cos - imC * sin, im = reC * sin + imC * cos;
            real[a] = reA + re;
            imaginary[a] = imA + im;
            real[c] = reA - re;
            imaginary[c] = imA - im;
            cos = cosine[3 * half + k];
            sin = sine[3 * half + k];
            re = reD * cos - imD * sin;
            im = reD * sin + imD * cos;
            real[b] = reB + re;
            imaginary[b] = imB + im;
            real[d] = reB - re;
            imaginary[d] = imB - im;
        }
    }

    private static void swap(double[] values, int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
