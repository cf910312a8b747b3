package org.chronus.modules.testkit.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * Programme loudness after ITU-R BS.1770-4: K-weighting, blocks of 400 ms every 100 ms, an absolute gate at -70 LUFS and a relative one
 * 10 LU below what passes it.
 */
public final class Loudness {
    private static final double OFFSET = -0.691;
    private static final double ABSOLUTE_GATE = -70;
    private static final double RELATIVE_GATE = -10;

    private Loudness() { }

    /** In LUFS; negative infinity for silence and for anything shorter than a block. */
    public static double lufs(float[] left, float[] right, double rate) {
        double[] energies = energies(KWeighting.apply(left, rate), KWeighting.apply(right, rate), (int) Math.round(rate / 10));
        double gate = lufs(gated(energies, ABSOLUTE_GATE)) + RELATIVE_GATE;
        return lufs(gated(energies, Math.max(gate, ABSOLUTE_GATE)));
    }

    private static double[] energies(double[] left, double[] right, int hop) {
        int quarters = left.length / hop;
        double[] sums = new double[quarters];
        for (int i = 0; i < quarters * hop; i++) {
            sums[i / hop] += left[i] * left[i] + right[i] * right[i];
        }
        double[] energies = new double[Math.max(0, quarters - 3)];
        for (int i = 0; i < energies.length; i++) {
            energies[i] = (sums[i] + sums[i + 1] + sums[i + 2] + sums[i + 3]) / (4.0 * hop);
        }
        return energies;
    }

    private static List<Double> gated(double[] energies, double gate) {
        List<Double> passed = new ArrayList<>();
        for (double energy : energies) {
            if (lufs(List.of(energy)) > gate) {
                passed.add(energy);
            }
        }
        return passed;
    }

    private static double lufs(List<Double> energies) {
        return OFFSET + 10 * Math.log10(energies.stream().mapToDouble(Double::doubleValue).average().orElse(0));
    }
}
