package org.chronus.instrument.engine;

/**
 * Errors of the engine itself, as against those of a patch: how many, and the latest. The audio thread adds; any thread reads, so that
 * somebody hears of them.
 */
public final class EngineFaults {
    private volatile long count;
    private volatile Throwable latest;

    /** [audio] One more. */
    void add(Throwable thrown) {
        latest = thrown;
        count = count + 1;
    }

    /** How many there were. */
    public long count() {
        return count;
    }

    /** The latest; null if there was none. */
    public Throwable latest() {
        return latest;
    }
}
