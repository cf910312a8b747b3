package org.chronus.modules.testkit.measure;

/**
 * The spectrum of the end of a wave, as long a power of two as fits, through the seven-term Blackman-Harris window: what is eight bins away
 * from a partial is 160 dB below it.
 */
public final class Spectrum {
    private static final double[] WINDOW = {0.27105140069342, -0.43329793923448, 0.21812299954311, -0.06592544638803, 0.01081174209837,
        -0.00077658482522, 0.00001388721735};
    private static final int LOBE = 8;
    /** Over how many bins the window spreads the power of one partial. */
    private static final double SPREAD = spread();

    private final double[] power;
    private final double binWidth;

    private Spectrum(double[] power, double binWidth) {
        this.power = power;
        this.binWidth = binWidth;
    }

    /** Of a wave at that many frames per second. */
    public static Spectrum of(float[] wave, double rate) {
        int n = Integer.highestOneBit(wave.length);
        double[] real = new double[n], imaginary = new double[n], power = new double[n / 2 + 1];
        for (int i = 0; i < n; i++) {
            double weight = 0;
            for (int term = 0; term < WINDOW.length; term++) {
                weight += WINDOW[term] * Math.cos(2 * Math.PI * term * i / n);
            }
            real[i] = wave[wave.length - n + i] * weight;
        }
        Fourier.transform(real, imaginary);
        double scale = 2 / (n * WINDOW[0]);
        for (int i = 0; i < power.length; i++) {
            power[i] = (real[i] * real[i] + imaginary[i] * imaginary[i]) * scale * scale;
        }
        return new Spectrum(power, rate / n);
    }

    /** The amplitude of a partial that has no other within eight bins. */
    public double amplitudeNear(double hertz) {
        int middle = bin(hertz);
        double sum = 0;
        for (int i = Math.max(0, middle - LOBE); i <= Math.min(power.length - 1, middle + LOBE); i++) {
            sum += power[i];
        }
        return Math.sqrt(sum / SPREAD);
    }

    /** The frequency of the strongest partial, in Hz, to a small part of a bin. */
    public double strongest() {
        int middle = LOBE;
        for (int i = LOBE; i < power.length; i++) {
            middle = power[i] > power[middle] ? i : middle;
        }
        double moment = 0, sum = 0;
        for (int i = middle - LOBE; i <= Math.min(power.length - 1, middle + LOBE); i++) {
            moment += power[i] * i;
            sum += power[i];
        }
        return moment / sum * binWidth;
    }

    /** Noise and harmonics of a sine, in dB relative to it. */
    public double distortion(double hertz) {
        int middle = bin(hertz);
        double sine = 0, rest = 0;
        for (int i = LOBE; i < power.length; i++) {
            if (Math.abs(i - middle) <= LOBE) {
                sine += power[i];
            } else {
                rest += power[i];
            }
        }
        return 10 * Math.log10(rest / sine);
    }

    /** The loudest thing up to a limit in Hz that is no harmonic of a periodic wave, in dB relative to its fundamental. */
    public double loudestAlias(double fundamental, double limit) {
        double loudest = 0;
        for (int i = LOBE; i <= bin(limit); i++) {
            double harmonic = Math.round(i * binWidth / fundamental) * fundamental;
            if (Math.abs(i - harmonic / binWidth) > LOBE) {
                loudest = Math.max(loudest, power[i]);
            }
        }
        return 10 * Math.log10(loudest) - Waves.decibels(amplitudeNear(fundamental));
    }

    /** The power between two frequencies, in dB; that of a sine with an amplitude of 1 is 0. */
    public double band(double low, double high) {
        double sum = 0;
        for (int i = bin(low); i < bin(high); i++) {
            sum += power[i];
        }
        return 10 * Math.log10(sum / SPREAD);
    }

    /** The centre of gravity of the amplitudes, in Hz: how bright it sounds. */
    public double centroid() {
        double moment = 0, sum = 0;
        for (int i = LOBE; i < power.length; i++) {
            moment += Math.sqrt(power[i]) * i;
            sum += Math.sqrt(power[i]);
        }
        return moment / sum * binWidth;
    }

    private static double spread() {
        double sum = 0;
        for (double term : WINDOW) {
            sum += term * term / 2;
        }
        return (sum + WINDOW[0] * WINDOW[0] / 2) / (WINDOW[0] * WINDOW[0]);
    }

    private int bin(double hertz) {
        return Math.min(power.length - 1, (int) Math.round(hertz / binWidth));
    }
}
