package org.chronus.instrument.engine;

/** Whether the audio thread is in the engine, and how often it was, so that somebody notices if it never returns. The audio thread; any reads. */
public final class CallWatch {
    private volatile long calls;
    private volatile boolean inside;

    /** [audio] */
    void enter() {
        inside = true;
    }

    /** [audio] */
    void leave() {
        calls = calls + 1;
        inside = false;
    }

    /** Calls of {@link Engine#process} that have returned. */
    public long calls() {
        return calls;
    }

    /** True during a call of {@link Engine#process}. */
    public boolean isInside() {
        return inside;
    }
}
