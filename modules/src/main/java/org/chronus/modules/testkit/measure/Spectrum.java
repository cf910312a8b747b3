package org.chronus.modules.testkit.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The spectrum of the end of a wave, as long a power of two as fits, through the seven-term Blackman-Harris window: what is eight bins away
 * from a partial is 160 dB below it.
 */
public final class Spectrum {
    private static final int LOBE = 8;
    /** Powers relative to that of the strongest partial, and of the one that stands. */
    private static final double FAINTEST = 1e-6, VALLEY = 0.1;
    /** Shares of a frequency, Hz, and bins on either side. */
    private static final double STIFFNESS = 0.05, NEAR = 0.025, NEAREST = 60;
    private static final int AROUND = 64;
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

    /**
     * How many partials there are between two frequencies: peaks no more than 60 dB below the strongest one, which stand 10 dB above what is
     * on both sides of them and have no stronger one within {@code apart} Hz.
     */
    public int partials(double low, double high, double apart) {
        int first = Math.max(1, bin(low)), last = Math.min(power.length - 2, bin(high)), near = (int) (apart / binWidth);
        double strongest = IntStream.rangeClosed(first, last).mapToDouble(i -> power[i]).max().orElse(0);
        List<Integer> found = new ArrayList<>();
        IntStream.rangeClosed(first, last).filter(i -> power[i] >= power[i - 1] && power[i] > power[i + 1] && power[i] >= FAINTEST * strongest)
                .boxed().sorted(Comparator.comparingDouble(i -> -power[i])).filter(i -> stands(i, first, last))
                .forEach(i -> {
                    if (found.stream().noneMatch(other -> Math.abs(other - i) < near)) {
                        found.add(i);
                    }
                });
        return found.size();
    }

    /** Whether there is a valley on both sides of a peak, before anything that is higher. */
    private boolean stands(int peak, int first, int last) {
        double left = power[peak], right = power[peak];
        for (int i = peak - 1; i >= first && power[i] <= power[peak]; i--) {
            left = Math.min(left, power[i]);
        }
        for (int i = peak + 1; i <= last && power[i] <= power[peak]; i++) {
            right = Math.min(right, power[i]);
        }
        return Math.max(left, right) <= VALLEY * power[peak];
    }

    /**
     * The loudest line up to a limit in Hz that is not there at a higher sample rate: an alias. It stands 15 dB above what is around it, 10 dB
     * above all that the other spectrum has within 2.5 %, and is no harmonic, also none of a string that is stiff.
     *
     * @param other       of the same sound at a higher sample rate
     * @param fundamental in Hz
     * @return dB relative to the strongest partial
     */
    public double loudestAlias(Spectrum other, double fundamental, double limit) {
        double strongest = IntStream.range(LOBE, power.length).mapToDouble(i -> power[i]).max().orElseThrow(), loudest = 0;
        for (int i = LOBE; i <= bin(limit); i++) {
            double hertz = i * binWidth, off = Math.abs(hertz - Math.round(hertz / fundamental) * fundamental);
            if (power[i] > loudest && off > Math.min(STIFFNESS * hertz, fundamental / 3) + LOBE * binWidth
                    && power[i] > 10 * other.strongest(hertz, Math.max(NEAREST, NEAR * hertz)) && power[i] > 30 * median(i)) {
                loudest = power[i];
            }
        }
        return 10 * Math.log10(loudest / strongest + 1e-20);
    }

    /** The highest power within so many Hz. */
    private double strongest(double hertz, double around) {
        return IntStream.rangeClosed(bin(Math.max(0, hertz - around)), bin(hertz + around)).mapToDouble(i -> power[i]).max().orElse(0);
    }

    private double median(int middle) {
        return Arrays.stream(power, Math.max(0, middle - AROUND), Math.min(power.length, middle + AROUND + 1)).sorted().skip(AROUND).findFirst()
                .orElse(0);
    }

    private int bin(double hertz) {
        return Math.min(power.length - 1, (int) Math.round(hertz / binWidth));
    }
}
