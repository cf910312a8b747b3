package org.chronus.instrument.warmup;

/** Hears when a prime waits for code that never ran to be compiled: that time is not the prime's own. The thread that primes. */
public interface WarmupClock {
    /** For those who do not care. */
    WarmupClock NONE = new WarmupClock() {
        @Override public void begin() { }

        @Override public void end(long nanos) { }
    };

    /** A warm-up begins. */
    void begin();

    /** It is through, after so many nanoseconds. */
    void end(long nanos);
}
