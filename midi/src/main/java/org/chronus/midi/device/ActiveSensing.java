package org.chronus.midi.device;

/**
 * Detects a lost connection by active sensing: a device that has sent FE once must send something at least every 300 ms. Mutable; one thread
 * at a time.
 */
final class ActiveSensing {
    /** Nanoseconds, by the MIDI standard. */
    static final long PATIENCE = 330_000_000;
    /** Nanoseconds between two checks beyond which the check itself was late, because the machine stalled. */
    static final long LONGEST_INTERVAL = 150_000_000;

    private static final int SENSING = 0xFE;

    private boolean isActive;
    private long arrival, looked, watchedSince, watched;

    /** A message arrived. */
    void hear(long nanos, int status) {
        arrival = nanos;
        isActive |= status == SENSING;
    }

    /**
     * True, once, when the device has been silent for too long. The silence must have been checked regularly: after a stall, messages that
     * arrived meanwhile may still wait to be read.
     */
    boolean isLost(long now) {
        boolean wasLate = now - looked > LONGEST_INTERVAL;
        looked = now;
        if (wasLate || watched != arrival) {
            watched = arrival;
            watchedSince = now;
        }
        if (!isActive || now - watchedSince <= PATIENCE) {
            return false;
        }
        isActive = false;
        return true;
    }
}
