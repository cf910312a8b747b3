package org.chronus.modules.testkit.measure;

/** Narrow bands along a logarithmic scale of frequencies. The lowest are as wide as a bin of the transform. Immutable; any thread. */
public final class LogBands {
    private final double lowest;
    private final double highest;
    private final int count;
    /** Of each band its lower edge, in Hz, and at the end the upper one of the last. */
    private final double[] edges;
    private final double[] middles;

    /** Between two frequencies in Hz. */
    public LogBands(double lowest, double highest, int count) {
        this.lowest = lowest;
        this.highest = highest;
        this.count = count;
        edges = new double[count + 1];
        middles = new double[count];
        for (int band = 0; band <= count; band++) {
            edges[band] = hertz(band);
        }
        for (int band = 0; band < count; band++) {
            middles[band] = hertz(band + 0.5);
        }
    }

    /** The nearest lower edge to a frequency; it may be outside. */
    public int index(double hertz) {
        return (int) Math.round(count * Math.log(hertz / lowest) / Math.log(highest / lowest));
    }

    /** The frequency at an edge, or between two. */
    public double hertz(double edge) {
        return lowest * Math.pow(highest / lowest, edge / count);
    }

    /** Writes the level of each band, in dB below a sine of full scale; of a narrow one that of a partial in its middle. */
    public void levels(Spectrum spectrum, double[] levels) {
        for (int band = 0; band < count; band++) {
            double half = Math.max((edges[band + 1] - edges[band]) / 2, 0.5 * spectrum.binWidth());
            levels[band] = spectrum.narrowBand(middles[band] - half, middles[band] + half);
        }
    }
}
