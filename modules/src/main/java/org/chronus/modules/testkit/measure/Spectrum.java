package org.chronus.modules.testkit.measure;

/**
 * The spectrum of the end of a wave, as long a power of two as fits, through the seven-term Blackman-Harris window: what is eight bins away
 * from a partial is 160 dB below it.
 */
public final class Spectrum {
    private static final int LOBE = 8;
    private static final double SPREAD = SpectrumAnalyzer.SPREAD;

    private final double[] power;
    private final double binWidth;

    Spectrum(double[] power, double binWidth) {
        this.power = power;
        this.binWidth = binWidth;
    }

    /** Of a wave at that many frames per second. */
    public static Spectrum of(float[] wave, double rate) {
        int n = Integer.highestOneBit(wave.length);
        return new SpectrumAnalyzer(n, rate).of(wave, wave.length - n);
    }

    /** From one bin to the next, in Hz. */
    double binWidth() {
        return binWidth;
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

    /**
     * Of a narrow band the level of a partial in its middle, of one wider than a partial the power within, in dB as of {@link #band}. The edges
     * may cut bins.
     */
    double narrowBand(double low, double high) {
        double from = Math.max(0, low / binWidth + 0.5), to = Math.min(power.length, high / binWidth + 0.5), sum = 0;
        for (int i = (int) from; i < to; i++) {
            sum += power[i] * (Math.min(to, i + 1) - Math.max(from, i));
        }
        return 10 * Math.log10(sum / Math.min(SPREAD, (high - low) / binWidth));
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

    private int bin(double hertz) {
        return Math.min(power.length - 1, (int) Math.round(hertz / binWidth));
    }
}
