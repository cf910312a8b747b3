package org.chronus.midi.device;

/**
 * A device that has once said that it is there (FE) says something at least every 300 ms; when it no longer does, its cable is out. One
 * thread at a time.
 */
final class ActiveSensing {
    /** Nanoseconds, by the MIDI standard. */
    static final long PATIENCE = 330_000_000;
    /** Nanoseconds between two looks after which nobody can say what came meanwhile: the machine stood still. */
    static final long BLINK = 150_000_000;

    private static final int SENSING = 0xFE;

    private boolean isPromised;
    private long arrival, looked, watchedSince, watched;

    /** A message came. */
    void hear(long nanos, int status) {
        arrival = nanos;
        isPromised |= status == SENSING;
    }

    /**
     * True, once, when it has been silent for too long. Only a silence that was watched all the time counts: after a stall the messages
     * that came meanwhile may still wait to be read.
     */
    boolean isLost(long now) {
        boolean blinked = now - looked > BLINK;
        looked = now;
        if (blinked || watched != arrival) {
            watched = arrival;
            watchedSince = now;
        }
        if (!isPromised || now - watchedSince <= PATIENCE) {
            return false;
        }
        isPromised = false;
        return true;
    }
}
