package org.chronus.instrument.audio;

import java.util.concurrent.locks.LockSupport;

/**
 * The clock in the place of a device: it asks for a period whenever one has passed, and loses what it gets. One that comes late is not made up
 * for. Mutable; audio thread.
 */
final class Clock implements OutputDevice.Line {
    private final double periodNanos;
    private double next;

    Clock(int sampleRate, int period) {
        periodNanos = 1e9 * period / sampleRate;
    }

    /** A period begins now. */
    void restart() {
        next = System.nanoTime() + periodNanos;
    }

    @Override public String description() {
        return "the clock";
    }

    @Override public int bufferFrames() {
        return 0;
    }

    @Override public OutputDevice.Taken write(float[] left, float[] right, int frames) {
        long wait = (long) (next - System.nanoTime());
        OutputDevice.Taken taken = wait < 0 ? OutputDevice.Taken.LATE : OutputDevice.Taken.IN_TIME;
        if (wait < 0) {
            next = System.nanoTime();
        }
        while (wait > 0) {
            LockSupport.parkNanos(wait);
            wait = (long) (next - System.nanoTime());
        }
        next += periodNanos;
        return taken;
    }

    @Override public void close() { }
}
