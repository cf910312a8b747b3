package org.chronus.instrument.cli;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** How far something has come, on one line of a terminal; nothing at all into a pipe or a file. */
final class Progress implements AutoCloseable {
    private static final long EVERY_NANOS = 200_000_000;

    private final Thread thread;
    private volatile boolean running = true;

    private Progress(String what, LongSupplier done, long all) {
        thread = Thread.ofPlatform().name("progress").daemon().unstarted(() -> {
            while (running) {
                System.err.printf("\r%s %3d %%", what, Math.min(100, 100 * done.getAsLong() / Math.max(1, all)));
                LockSupport.parkNanos(EVERY_NANOS);
            }
            System.err.print("\r\u001b[K");
        });
    }

    /** Begins to show {@code done} of {@code all}. */
    static Progress of(String what, LongSupplier done, long all) {
        Progress progress = new Progress(what, done, all);
        if (isTerminal()) {
            progress.thread.start();
        }
        return progress;
    }

    static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    @Override public void close() {
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
