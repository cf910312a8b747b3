package org.chronus.midi.decoder;

/**
 * Estimates the tempo of a clock from the arrival times of its ticks, as the slope of a straight line (least squares). Of several windows,
 * half a beat to sixteen beats long, it takes the longest whose slope agrees with those of all shorter ones. So a steady clock is averaged
 * over sixteen beats, and a new tempo is found after half a beat. Mutable; one thread at a time.
 */
final class TempoEstimate {
    private static final int LONGEST = 384;
    private static final int[] WINDOWS = {12, 24, 48, 96, 192, LONGEST};
    /** Standard deviation of an arrival that is late or early by up to 2 ms, in seconds. */
    private static final double JITTER = 0.002 / Math.sqrt(3);
    /** The number of standard deviations by which slopes may differ; about one tick in a million is misjudged. */
    private static final double AGREES = 5;

    private final long[] arrivals = new long[LONGEST];
    /** The number of each tick, counting those that were lost. */
    private final long[] numbers = new long[LONGEST];
    private int newest;
    private int size;
    private double secondsPerTick;
    private double uncertainty;

    /** Forgets every tick. */
    void forget() {
        size = 0;
        secondsPerTick = 0;
    }

    /** Adds a tick, {@code steps} after the one before it: 1, or more if some were lost between. */
    void add(long nanos, int steps) {
        long number = size == 0 ? 0 : numbers[newest] + steps;
        newest = (newest + 1) % LONGEST;
        arrivals[newest] = nanos;
        numbers[newest] = number;
        size = Math.min(size + 1, LONGEST);
        estimate();
    }

    /** The number of ticks that are kept. */
    int size() {
        return size;
    }

    /** The estimate; 0 until there are ticks for half a beat. */
    double secondsPerTick() {
        return secondsPerTick;
    }

    /** The standard deviation of {@link #secondsPerTick}, as a share of it. */
    double uncertainty() {
        return uncertainty;
    }

    /** Sums run from the newest tick back, so that numbers stay small. */
    private void estimate() {
        double sumX = 0, sumY = 0, sumXx = 0, sumXy = 0;
        double[] slopes = new double[WINDOWS.length], errors = new double[WINDOWS.length];
        for (int i = 0, window = 0; i < size; i++) {
            int at = Math.floorMod(newest - i, LONGEST);
            double x = numbers[at] - numbers[newest], y = (arrivals[at] - arrivals[newest]) * 1e-9;
            sumX += x;
            sumY += y;
            sumXx += x * x;
            sumXy += x * y;
            if (i + 1 == WINDOWS[window]) {
                double spread = sumXx - sumX * sumX / WINDOWS[window];
                slopes[window] = (sumXy - sumX * sumY / WINDOWS[window]) / spread;
                errors[window] = JITTER / Math.sqrt(spread);
                if (!agrees(slopes, errors, window)) {
                    return;
                }
                secondsPerTick = slopes[window];
                uncertainty = errors[window] / slopes[window];
                window++;
            }
        }
    }

    private static boolean agrees(double[] slopes, double[] errors, int window) {
        for (int i = 0; i < window; i++) {
            if (Math.abs(slopes[i] - slopes[window]) > AGREES * errors[i]) {
                return false;
            }
        }
        return true;
    }
}
