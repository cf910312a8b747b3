package org.chronus.instrument.engine.load;

import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/**
 * How long callbacks took, as shares of the time that they fill, and how many took longer than that. Mutable; the audio thread records,
 * without waiting or allocating, and any other thread reads.
 */
public final class CallbackTimes {
    /** Steps in one share, and the largest share that is told from larger ones. */
    private static final int STEPS = 10_000, MOST = 100, DIGITS = 2;
    private static final double BUSY_SHARE = 0.9;

    private final Histogram shares = new AtomicHistogram((long) MOST * STEPS, DIGITS);
    private volatile int worked;
    private volatile int waited;

    /** [audio] A callback took so long by the clock, and had a processor for so much of it; it filled so much time. */
    void record(long wallNanos, long processorNanos, double filledNanos) {
        shares.recordValue(Math.clamp((long) (STEPS * wallNanos / filledNanos), 0, (long) MOST * STEPS));
        if (isBusyAndLate(wallNanos, processorNanos, filledNanos)) {
            worked = worked + 1;
        } else if (wallNanos > filledNanos) {
            waited = waited + 1;
        }
    }

    /** True for work that took longer than a period, and had a processor for nearly all of one. */
    public static boolean isBusyAndLate(long wallNanos, long processorNanos, double periodNanos) {
        return wallNanos > periodNanos && processorNanos > BUSY_SHARE * periodNanos;
    }

    /** The share that so many percent of all callbacks did not exceed; 1 is a period. */
    public double share(double percent) {
        return shares.getValueAtPercentile(percent) / (double) STEPS;
    }

    /** The largest share; 100 for anything above. */
    public double worst() {
        return shares.getMaxValue() / (double) STEPS;
    }

    /** Callbacks that were late though they had a processor: there was too much to do. */
    public int worked() {
        return worked;
    }

    /** Callbacks that were late because they had no processor: something else on the machine had it, or held them up. */
    public int waited() {
        return waited;
    }
}
