package org.chronus.instrument.audio;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * No device: the clock asks for a period whenever one has passed, and the sound goes nowhere, or into a file. One that comes late is
 * counted and not made up for.
 */
public final class ClockedBackend implements AudioBackend {
    private final String description;
    private final int sampleRate;
    private final int period;
    private final Recorder file;
    private final AtomicLong late = new AtomicLong();
    private AudioThread thread;

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
        return late.get();
    }

    @Override public Optional<IOException> failure() {
        return file == null ? Optional.empty() : file.failure();
    }

    @Override public void start(AudioCallback callback) {
        thread = new AudioThread(file == null ? callback : (left, right, frames) -> {
            callback.process(left, right, frames);
            file.offer(left, right, frames);
        }, sampleRate, period, late);
        thread.start();
    }

    @Override public void close() throws IOException {
        if (thread != null) {
            thread.close();
        }
        if (file != null) {
            file.finish();
        }
    }
}
