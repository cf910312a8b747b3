package org.chronus.instrument.cli.terminal;

import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** How far something has come, as the status of a terminal; nothing at all into a pipe or a file. */
public final class Progress implements AutoCloseable {
    private static final long EVERY_NANOS = 200_000_000;

    private final Thread thread;
    private volatile boolean running = true;

    private Progress(StatusLine status, String what, LongSupplier done, long all) {
        thread = Thread.ofPlatform().name("progress").daemon().unstarted(() -> {
            while (running) {
                status.show(String.format(Locale.ROOT, "%s %3d %%", what, Math.min(100, 100 * done.getAsLong() / Math.max(1, all))));
                LockSupport.parkNanos(EVERY_NANOS);
            }
            status.show("");
        });
    }

    /** Begins to show {@code done} of {@code all}. */
    public static Progress of(StatusLine status, String what, LongSupplier done, long all) {
        Progress progress = new Progress(status, what, done, all);
        if (status.isTerminal()) {
            progress.thread.start();
        }
        return progress;
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
