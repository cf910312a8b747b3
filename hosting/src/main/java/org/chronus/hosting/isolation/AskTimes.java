package org.chronus.hosting.isolation;

/**
 * Foretells when the first piece of the next period is asked for, from when those of the last periods were. To be woken takes a processor
 * that sleeps longer than most plugins play; so it is awake a little before. One thread.
 */
final class AskTimes {
    /** Pieces that come closer together belong to one period. */
    private static final long WITHIN_NANOS = 300_000;
    /** No period is longer. */
    private static final long LONGEST_NANOS = 100_000_000;
    /** How early to be awake: an audio thread is not more punctual. */
    private static final long EARLY_NANOS = 60_000;
    /** Awake so long for a piece that was foretold; then the foretelling begins anew. */
    static final long AWAKE_NANOS = 3 * EARLY_NANOS;
    private static final int SMOOTHING = 8, STEADY = 4;

    private long begin;
    private long interval;
    private int steady;

    /** A piece was asked for, at that time of {@link System#nanoTime}. */
    void add(long now) {
        long since = now - begin;
        if (since < WITHIN_NANOS) {
            return;
        }
        begin = now;
        if (Math.abs(since - interval) < interval / STEADY) {
            interval += (since - interval) / SMOOTHING;
            steady++;
        } else {
            interval = Math.min(since, LONGEST_NANOS);
            steady = 0;
        }
    }

    /** Nanoseconds to sleep before it is time to be awake; 0 if that is not known. */
    long sleep(long now) {
        return steady < STEADY ? 0 : begin + interval - EARLY_NANOS - now;
    }

    /** It did not come. */
    void miss() {
        steady = 0;
    }
}
