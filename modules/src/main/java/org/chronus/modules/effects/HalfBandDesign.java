package org.chronus.modules.effects;

/**
 * The coefficients of an elliptic half-band filter made of two chains of all-passes (R. Valenzuela and A. Constantinides, "Digital signal
 * processing schemes for efficient interpolation and decimation", 1983). Turned by a quarter of the sample rate it is a pair of all-passes
 * whose outputs are a quarter of a cycle apart (R. Ansari, "IIR discrete-time Hilbert transformers", 1987). Stateless; any thread.
 */
public final class HalfBandDesign {
    private static final int TERMS = 40;

    private HalfBandDesign() { }

    /**
     * That many coefficients, in rising order: the even ones are the first chain's, the odd ones the second's.
     *
     * @param edge how far the pass band ends below a quarter of the sample rate; for a pair, the lowest frequency: as a share of that rate
     */
    public static float[] coefficients(int count, double edge) {
        double tangent = StrictMath.tan((1 - 4 * edge) * Math.PI / 4), k = tangent * tangent;
        double root = StrictMath.sqrt(StrictMath.sqrt(1 - k * k)), e = 0.5 * (1 - root) / (1 + root), e4 = e * e * e * e;
        double nome = e * (1 + e4 * (2 + e4 * (15 + 150 * e4)));
        float[] coefficients = new float[count];
        for (int i = 0; i < count; i++) {
            double angle = Math.PI * (i + 1) / (2 * count + 1), over = 0, under = 0.5;
            for (int m = 0; m < TERMS; m++) {
                double sign = m % 2 == 0 ? 1 : -1;
                over += sign * StrictMath.pow(nome, m * (m + 1)) * StrictMath.sin((2 * m + 1) * angle);
                under -= sign * StrictMath.pow(nome, (m + 1) * (m + 1)) * StrictMath.cos(2 * (m + 1) * angle);
            }
            double w = over / under * StrictMath.sqrt(StrictMath.sqrt(nome)), ww = w * w;
            double x = StrictMath.sqrt((1 - ww * k) * (1 - ww / k)) / (1 + ww);
            coefficients[i] = (float) ((1 - x) / (1 + x));
        }
        return coefficients;
    }
}
