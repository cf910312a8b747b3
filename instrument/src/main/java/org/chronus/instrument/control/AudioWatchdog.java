package org.chronus.instrument.control;

import org.chronus.instrument.engine.Engine;

/**
 * Watches the audio thread from outside: a call into a patch that never returns cannot be helped from within. A thread of its own.
 */
public final class AudioWatchdog implements AutoCloseable {
    private static final long LOOK_MILLIS = 100;
    /** Looks in a row, rather than time, because a machine that slept has missed none. */
    private static final int PATIENCE = 12;

    private final Engine engine;
    private final Runnable stuck;
    private final Thread thread;
    private volatile boolean closed;

    /** @param stuck is called, once, when the audio thread has been in the same call for 1.2 seconds */
    public AudioWatchdog(Engine engine, Runnable stuck) {
        this.engine = engine;
        this.stuck = stuck;
        thread = Thread.ofPlatform().name("housekeeper").daemon().unstarted(this::run);
    }

    /** Begins to look. */
    public void start() {
        thread.start();
    }

    private void run() {
        long calls = -1;
        int same = 0;
        while (!closed && same < PATIENCE) {
            same = engine.isInside() && engine.calls() == calls ? same + 1 : 0;
            calls = engine.calls();
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
        if (!closed) {
            stuck.run();
        }
    }

    /** Looks no more. */
    @Override public void close() {
        closed = true;
        thread.interrupt();
    }
}
