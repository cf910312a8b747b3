package org.chronus.instrument.audio;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/**
 * No device: the clock asks for a period whenever one has passed, and the sound goes nowhere, or into a file. One that comes late is
 * counted and not made up for.
 */
public final class ClockedBackend implements AudioBackend {
    private final int sampleRate;
    private final int period;
    private final Recorder file;
    private final String description;
    private volatile boolean running;
    private volatile long late;
    private Thread thread;

    /** @param file where the sound goes, or null; it is finished when the backend closes */
    public ClockedBackend(String description, int sampleRate, int period, Recorder file) {
        this.description = description;
        this.sampleRate = sampleRate;
        this.period = period;
        this.file = file;
    }

    @Override public String description() {
        return description;
    }

    @Override public int sampleRate() {
        return sampleRate;
    }

    @Override public int period() {
        return period;
    }

    @Override public double latencyMillis() {
        return 1e3 * period / sampleRate;
    }

    @Override public long late() {
        return late;
    }

    @Override public void start(AudioCallback callback) {
        running = true;
        thread = Thread.ofPlatform().name("audio").daemon().start(() -> run(callback));
    }

    private void run(AudioCallback callback) {
        float[] left = new float[period], right = new float[period];
        double nanos = 1e9 * period / sampleRate;
        double next = System.nanoTime() + nanos;
        while (running) {
            callback.process(left, right, period);
            if (file != null) {
                file.offer(left, right, period);
            }
            long wait = (long) (next - System.nanoTime());
            if (wait < 0) {
                late = late + 1;
                next = System.nanoTime();
            }
            while (wait > 0 && running) {
                LockSupport.parkNanos(wait);
                wait = (long) (next - System.nanoTime());
            }
            next += nanos;
        }
    }

    @Override public void close() throws IOException {
        running = false;
        if (thread != null) {
            try {
                thread.join(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (file != null) {
            file.finish();
        }
    }
}
