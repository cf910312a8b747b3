package org.chronus.modules.testkit.measure;

import java.util.Arrays;

/**
 * The gates of ITU-R BS.1770-4 over the blocks of any length of time: a histogram in steps of 0.01 LU, which keeps the energy of each step as
 * it was. Mutable; one thread.
 */
final class LoudnessGate {
    private static final double OFFSET = -0.691;
    private static final double ABSOLUTE = -70, HIGHEST = 20, RELATIVE = -10;
    private static final int STEPS_PER_UNIT = 100;

    private final double[] energies = new double[(int) (HIGHEST - ABSOLUTE) * STEPS_PER_UNIT];
    private final long[] counts = new long[energies.length];

    static double lufs(double energy) {
        return OFFSET + 10 * Math.log10(energy);
    }

    /** A block; what is not above the absolute gate does not count. */
    void add(double energy) {
        double level = lufs(energy);
        if (level > ABSOLUTE) {
            int step = Math.min(counts.length - 1, (int) ((level - ABSOLUTE) * STEPS_PER_UNIT));
            energies[step] += energy;
            counts[step]++;
        }
    }

    /** Of what passes both gates; negative infinity if nothing does. */
    double lufs() {
        return above(Math.max(above(ABSOLUTE) + RELATIVE, ABSOLUTE));
    }

    private double above(double gate) {
        double sum = 0;
        long count = 0;
        for (int step = Math.max(0, (int) ((gate - ABSOLUTE) * STEPS_PER_UNIT) - 1); step < counts.length; step++) {
            if (counts[step] > 0 && lufs(energies[step] / counts[step]) > gate) {
                sum += energies[step];
                count += counts[step];
            }
        }
        return lufs(count == 0 ? 0 : sum / count);
    }

    void clear() {
        Arrays.fill(energies, 0);
        Arrays.fill(counts, 0);
    }
}
