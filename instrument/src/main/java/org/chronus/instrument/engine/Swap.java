package org.chronus.instrument.engine;

/**
 * What became of one program change. Written by the thread that asks, the loader and the audio thread, each its own part; read by anyone.
 */
public final class Swap {
    /** How it ended. */
    public enum Outcome { PENDING, SWAPPED, SAME, UNKNOWN, FAILED, SUPERSEDED }

    private final long frame;
    private final int bank;
    private final int program;
    private volatile String preset = "";
    private volatile String reason = "";
    private volatile Outcome outcome = Outcome.PENDING;
    private volatile long primeNanos;
    private volatile boolean settled;
    private volatile long swapFrame = -1;
    private volatile long ringOutFrames = -1;

    /** A change asked for at a frame. */
    public Swap(long frame, int bank, int program) {
        this.frame = frame;
        this.bank = bank;
        this.program = program;
    }

    /** The loader has done with it. */
    void settle() {
        settled = true;
    }

    /** True once it is ready, or has failed. */
    public boolean isSettled() {
        return settled;
    }

    void primed(String name, long nanos) {
        preset = name;
        primeNanos = nanos;
    }

    void swapped(long atFrame) {
        swapFrame = atFrame;
        outcome = Outcome.SWAPPED;
    }

    void end(Outcome how) {
        outcome = how;
    }

    void fail(String why) {
        reason = why;
        outcome = Outcome.FAILED;
    }

    void rangOut(long frames) {
        ringOutFrames = frames;
    }

    /** The frame at which it was asked for. */
    public long frame() {
        return frame;
    }

    public int bank() {
        return bank;
    }

    /** 0..127, as on the wire. */
    public int program() {
        return program;
    }

    /** The name of the preset; empty if the program is unknown. */
    public String preset() {
        return preset;
    }

    /** Why it failed, in one line; else empty. */
    public String reason() {
        return reason;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Milliseconds from the request until the patch was ready. */
    public double primeMillis() {
        return primeNanos / 1e6;
    }

    /** The grid line at which it sounded; -1 if it never did. */
    public long swapFrame() {
        return swapFrame;
    }

    /** Frames for which the patch before it rang on; -1 if it still does, or there was none. */
    public long ringOutFrames() {
        return ringOutFrames;
    }
}
