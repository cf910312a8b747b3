package org.chronus.modules.testkit.measure;

/**
 * The fundamental of the end of a wave, from 20 Hz to 5 kHz, by the normalised square difference of McLeod and Wyvill ("A smarter way to find
 * pitch", ICMC 2005): a wave is as clear as it is like itself a period later. Later periods, as far as they are alike, make it more exact.
 * Mutable; one thread.
 */
public final class PitchDetector {
    private static final double LOWEST = 20, HIGHEST = 5_000, MARGIN = 1.02, SECONDS = 0.1;
    /** What is less clear has no pitch, and what is softer, in RMS, is not heard. */
    private static final double CLEAR = 0.9, SOFTEST = 1e-4;
    /** Of the clearest period, which may be twice the right one, how much of it is enough for a shorter one; the paper says 0.8 to 1. */
    private static final double FIRST = 0.93;
    /** How much of the first period's clearness a later one must have. */
    private static final double LATER = 0.95;

    private final double rate;
    private final int frames;
    private final int lags;
    private final Fourier fourier;
    private final double[] real;
    private final double[] imaginary;
    /** By lag: 1 if the wave is the same so many frames later, -1 if it is the opposite. */
    private final double[] likeness;
    private double clearness;

    /** Of waves at so many frames per second. */
    public PitchDetector(double rate) {
        this.rate = rate;
        frames = (int) Math.round(SECONDS * rate);
        lags = (int) Math.ceil(MARGIN * rate / LOWEST);
        int length = 2 * Integer.highestOneBit(frames + lags - 1);
        fourier = new Fourier(length);
        real = new double[length];
        imaginary = new double[length];
        likeness = new double[lags];
    }

    /** In Hz, or not a number if there is no clear pitch. The wave must have a tenth of a second. */
    public double hertz(float[] wave) {
        clearness = 0;
        if (!compare(wave, wave.length - frames)) {
            return Double.NaN;
        }
        double period = period();
        if (!(clearness >= CLEAR)) {
            return Double.NaN;
        }
        double hertz = rate / refine(period);
        return hertz >= LOWEST / MARGIN && hertz <= HIGHEST * MARGIN ? hertz : Double.NaN;
    }

    /** Of the last wave: from 0 to 1. */
    public double clearness() {
        return clearness;
    }

    /** The autocorrelation is the transform of the power spectrum; what follows the wave is 0, so that its end does not meet its beginning. */
    private boolean compare(float[] wave, int from) {
        double mean = 0, energy = 0;
        for (int i = 0; i < frames; i++) {
            mean += wave[from + i];
        }
        mean /= frames;
        for (int i = 0; i < real.length; i++) {
            real[i] = i < frames ? wave[from + i] - mean : 0;
            imaginary[i] = 0;
            energy += real[i] * real[i];
        }
        if (!(energy > SOFTEST * SOFTEST * frames)) {
            return false;
        }
        double both = 2 * energy;
        likeness[0] = both;
        for (int lag = 1; lag < lags; lag++) {
            both -= real[lag - 1] * real[lag - 1] + real[frames - lag] * real[frames - lag];
            likeness[lag] = both;
        }
        fourier.transform(real, imaginary);
        for (int i = 0; i < real.length; i++) {
            real[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
            imaginary[i] = 0;
        }
        fourier.transform(real, imaginary);
        for (int lag = 0; lag < lags; lag++) {
            likeness[lag] = likeness[lag] > 1e-12 * energy ? 2 * real[lag] / (real.length * likeness[lag]) : 0;
        }
        return true;
    }

    /** The first peak that is nearly as high as the highest. Each is the highest between a rise through 0 and the fall after it. */
    private double period() {
        double highest = 0;
        for (int lag = nextPeak(0); lag > 0; lag = nextPeak(lag)) {
            highest = Math.max(highest, height(lag));
        }
        for (int lag = nextPeak(0); lag > 0; lag = nextPeak(lag)) {
            if (height(lag) >= FIRST * highest) {
                clearness = Math.min(1, height(lag));
                return place(lag);
            }
        }
        return 0;
    }

    private int nextPeak(int after) {
        int lag = after + 1, best = 0;
        while (lag < lags && likeness[lag] > 0) {
            lag++;
        }
        while (lag < lags && likeness[lag] <= 0) {
            lag++;
        }
        for (; lag < lags && likeness[lag] > 0; lag++) {
            best = best == 0 || likeness[lag] > likeness[best] ? lag : best;
        }
        return best + 1 < lags ? best : 0;
    }

    /** A peak twice as far away has half the error. */
    private double refine(double period) {
        double place = period;
        int periods = 1;
        while (2 * place + period / 4 + 1 < lags) {
            int best = (int) Math.ceil(2 * place - period / 4);
            for (int lag = best; lag <= 2 * place + period / 4; lag++) {
                best = likeness[lag] > likeness[best] ? lag : best;
            }
            if (height(best) < LATER * clearness) {
                break;
            }
            place = place(best);
            periods *= 2;
        }
        return place / periods;
    }

    /** Where the parabola through a peak and its neighbours is highest. */
    private double place(int lag) {
        double bend = likeness[lag - 1] - 2 * likeness[lag] + likeness[lag + 1];
        return bend < 0 ? lag + (likeness[lag - 1] - likeness[lag + 1]) / (2 * bend) : lag;
    }

    private double height(int lag) {
        double slope = likeness[lag + 1] - likeness[lag - 1];
        double bend = likeness[lag - 1] - 2 * likeness[lag] + likeness[lag + 1];
        return bend < 0 ? likeness[lag] - slope * slope / (8 * bend) : likeness[lag];
    }
}
