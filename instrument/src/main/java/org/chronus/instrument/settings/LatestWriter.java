package org.chronus.instrument.settings;

import java.util.function.Consumer;

/** Writes the newest of what it is given, on a thread of its own, "state", so that nobody waits for a disk. Any thread but the audio thread. */
public final class LatestWriter<T> implements AutoCloseable {
    /** A memory card wears out: a storm of changes is a few writes. */
    private static final long PAUSE_MILLIS = 500, PATIENCE_MILLIS = 3000;

    private final Consumer<T> write;
    private final Thread thread = Thread.ofPlatform().name("state").daemon().unstarted(this::run);
    private T newest;
    private T written;
    private boolean closed;

    /** @param write is called on the writer's thread */
    public LatestWriter(Consumer<T> write) {
        this.write = write;
        thread.start();
    }

    /** To be written soon, unless it is what was written last. */
    public synchronized void offer(T value) {
        newest = value;
        notifyAll();
    }

    private void run() {
        try {
            for (T next = await(); next != null; next = await()) {
                write.accept(next);
                pause();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next to be written; null at the end. */
    private synchronized T await() throws InterruptedException {
        while (newest == null || newest.equals(written)) {
            if (closed) {
                return null;
            }
            wait();
        }
        written = newest;
        return newest;
    }

    private synchronized void pause() throws InterruptedException {
        long end = System.nanoTime() + PAUSE_MILLIS * 1_000_000;
        for (long left = PAUSE_MILLIS; left > 0 && !closed; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    /** Writes what is still to be written, as far as the disk takes it in a few seconds. */
    @Override public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
