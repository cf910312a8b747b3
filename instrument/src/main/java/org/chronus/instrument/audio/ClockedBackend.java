package org.chronus.instrument.audio;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * No device: the clock asks for a period whenever one has passed, and the sound goes nowhere, or into a file. One that comes late is
 * counted and not made up for.
 */
public final class ClockedBackend extends ThreadedBackend {
    private final Recorder file;
    private final double periodNanos;
    private double next;

    /** @param file where the sound goes, or null; it is finished when the backend closes */
    public ClockedBackend(String description, int sampleRate, int period, Recorder file) {
        super(description, sampleRate, period);
        this.file = file;
        periodNanos = 1e9 * period / sampleRate;
    }

    @Override public double latencyMillis() {
        return periodNanos / 1e6;
    }

    @Override public void start(AudioCallback callback) throws IOException {
        next = System.nanoTime() + periodNanos;
        super.start(callback);
    }

    @Override public Optional<IOException> failure() {
        return file == null ? Optional.empty() : file.failure();
    }

    @Override void take(float[] left, float[] right) {
        if (file != null) {
            file.offer(left, right, period());
        }
        long wait = (long) (next - System.nanoTime());
        if (wait < 0) {
            countLate();
            next = System.nanoTime();
        }
        while (wait > 0 && isRunning()) {
            LockSupport.parkNanos(wait);
            wait = (long) (next - System.nanoTime());
        }
        next += periodNanos;
    }

    @Override public void close() throws IOException {
        super.close();
        if (file != null) {
            file.finish();
        }
    }
}
