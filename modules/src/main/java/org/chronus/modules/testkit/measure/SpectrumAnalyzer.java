package org.chronus.modules.testkit.measure;

/**
 * Makes spectra of one length, and allocates nothing by it: each replaces the one before it. The window is the seven-term Blackman-Harris one.
 * Mutable; one thread.
 */
public final class SpectrumAnalyzer {
    private static final double[] WINDOW = {0.27105140069342, -0.43329793923448, 0.21812299954311, -0.06592544638803, 0.01081174209837,
        -0.00077658482522, 0.00001388721735};
    /** Over how many bins the window spreads the power of one partial. */
    static final double SPREAD = spread();

    private final int frames;
    private final double scale;
    private final double[] window;
    private final double[] real;
    private final double[] imaginary;
    private final double[] power;
    private final Fourier fourier;
    private final Spectrum spectrum;

    /**
     * @param frames a power of two
     * @param rate   frames per second
     */
    public SpectrumAnalyzer(int frames, double rate) {
        this.frames = frames;
        scale = 2 / (frames * WINDOW[0]);
        window = new double[frames];
        for (int i = 0; i < frames; i++) {
            for (int term = 0; term < WINDOW.length; term++) {
                window[i] += WINDOW[term] * Math.cos(2 * Math.PI * term * i / frames);
            }
        }
        real = new double[frames];
        imaginary = new double[frames];
        power = new double[frames / 2 + 1];
        fourier = new Fourier(frames);
        spectrum = new Spectrum(power, rate / frames);
    }

    private static double spread() {
        double sum = 0;
        for (double term : WINDOW) {
            sum += term * term / 2;
        }
        return (sum + WINDOW[0] * WINDOW[0] / 2) / (WINDOW[0] * WINDOW[0]);
    }

    /** Of the frames from one on; it is good until the next is made. */
    public Spectrum of(float[] wave, int from) {
        for (int i = 0; i < frames; i++) {
            real[i] = wave[from + i] * window[i];
            imaginary[i] = 0;
        }
        fourier.transform(real, imaginary);
        for (int i = 0; i < power.length; i++) {
            power[i] = (real[i] * real[i] + imaginary[i] * imaginary[i]) * scale * scale;
        }
        return spectrum;
    }

    /** The mean power of both sides, which does not cancel what is opposite in them. It takes as long as that of one. */
    public Spectrum of(float[] left, float[] right, int from) {
        for (int i = 0; i < frames; i++) {
            real[i] = left[from + i] * window[i];
            imaginary[i] = right[from + i] * window[i];
        }
        fourier.transform(real, imaginary);
        // Both sides are real: the powers of the pair at i and -i add up to twice the sum of those of the sides.
        for (int i = 0; i < power.length; i++) {
            int mirror = frames - i & frames - 1;
            power[i] = (real[i] * real[i] + imaginary[i] * imaginary[i] + real[mirror] * real[mirror] + imaginary[mirror] * imaginary[mirror])
                    * scale * scale / 4;
        }
        return spectrum;
    }
}
