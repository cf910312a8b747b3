package org.chronus.instrument.audio;

import java.io.IOException;

import org.chronus.foreign.Scheduling;

/**
 * A backend that calls from a thread of its own: a period is rendered, then taken, which lasts until there is room for the next. One
 * whose device brings the thread along has no use for it.
 */
abstract class ThreadedBackend implements AudioBackend {
    private static final long PATIENCE_MILLIS = 1_000;

    private final String description;
    private final int sampleRate;
    private final int period;
    private Thread thread;
    private volatile boolean running;
    private volatile long late;

    ThreadedBackend(String description, int sampleRate, int period) {
        this.description = description;
        this.sampleRate = sampleRate;
        this.period = period;
    }

    @Override public final String description() {
        return description;
    }

    @Override public final int sampleRate() {
        return sampleRate;
    }

    @Override public final int period() {
        return period;
    }

    @Override public final long late() {
        return late;
    }

    @Override public void start(AudioCallback callback) throws IOException {
        running = true;
        thread = Thread.ofPlatform().name("audio").daemon().start(() -> run(callback));
    }

    private void run(AudioCallback callback) {
        Scheduling.audio();
        float[] left = new float[period], right = new float[period];
        while (running) {
            callback.process(left, right, period);
            take(left, right);
        }
    }

    /** [audio] Takes what was rendered, and returns as soon as the next period may be. */
    abstract void take(float[] left, float[] right);

    /** [audio] False once it shall end. */
    final boolean isRunning() {
        return running;
    }

    /** [audio] This period came too late. */
    final void countLate() {
        late = late + 1;
    }

    /** Ends the thread; what is behind it, the one that overrides this lets go. */
    @Override public void close() throws IOException {
        running = false;
        if (thread != null) {
            try {
                thread.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
