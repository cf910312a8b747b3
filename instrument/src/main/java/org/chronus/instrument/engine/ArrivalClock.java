package org.chronus.instrument.engine;

/**
 * Turns arrival times into frames. Callbacks come late by chance, so their times are smoothed first; a period is added, so that
 * everything that arrived during the last period falls into this one, at its own place: constant latency, no jitter.
 *
 * <p>Audio thread only.
 */
final class ArrivalClock {
    /** Share of a callback's lateness that the clock believes. */
    private static final double TRUST = 0.02;
    /**
     * Nanoseconds, and periods, off from which the clock starts anew rather than drift after: a device stalled, or the machine slept. Less
     * may be a burst of callbacks, which some devices make.
     */
    private static final double LOST_NANOS = 10e6, LOST_PERIODS = 8;

    private double nanosPerFrame;
    private double time;
    private long position;
    private int period;
    private boolean running;

    ArrivalClock(double sampleRate) {
        rate(sampleRate);
    }

    /** [while no callback comes] Another sample rate, in Hz: it starts anew. */
    void rate(double hertz) {
        nanosPerFrame = 1e9 / hertz;
        running = false;
    }

    /** A callback for so many frames from {@code position} on begins at a time of {@link System#nanoTime}. */
    void callback(long now, long position, int frames) {
        double expected = time + (position - this.position) * nanosPerFrame;
        double late = now - expected;
        time = running && Math.abs(late) < Math.max(LOST_NANOS, LOST_PERIODS * frames * nanosPerFrame) ? expected + TRUST * late : now;
        running = true;
        this.position = position;
        period = frames;
    }

    /** A frame that is known; the present callback's first if it is over. */
    long notBefore(long frame) {
        return Math.max(position, frame);
    }

    /** The frame for what arrived at {@code nanos}; never before the present callback's first. */
    long frame(long nanos) {
        return Math.max(position, position + period + (long) Math.floor((nanos - time) / nanosPerFrame));
    }
}
