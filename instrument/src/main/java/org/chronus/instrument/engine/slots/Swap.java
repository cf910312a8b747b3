package org.chronus.instrument.engine.slots;

import org.chronus.presets.preset.Preset;

/**
 * What became of one program change. Written by the thread that asks, the loader and the audio thread, each its own part; read by anyone.
 */
public final class Swap {
    /** How it ended. */
    public enum Outcome { PENDING, SWAPPED, SAME, UNKNOWN, FAILED, SUPERSEDED }

    /** The bank and program of a preset that is in no bank. */
    public static final int NO_PROGRAM = -1;

    private final long frame;
    private final int bank;
    private final int program;
    /** What is to be played; null for a program of the bank. */
    private final Preset carried;
    private volatile String preset = "";
    private volatile String reason = "";
    private volatile Outcome outcome = Outcome.PENDING;
    private volatile long requestNanos;
    private volatile long readyNanos;
    private volatile boolean heating;
    private volatile long heatNanos;
    private volatile boolean settled;
    private volatile long swapFrame = -1;
    private volatile long ringOutFrames = -1;

    /** A change to be asked for, at a frame. */
    public Swap(long frame, int bank, int program) {
        this(frame, 0, bank, program);
    }

    /** A change asked for at a frame, which arrived at a time of {@link System#nanoTime}. */
    public Swap(long frame, long requestNanos, int bank, int program) {
        this.frame = frame;
        this.requestNanos = requestNanos;
        this.bank = bank;
        this.program = program;
        carried = null;
    }

    /** A change, to be asked for at a frame, to a preset that is no program of a bank. */
    public Swap(long frame, Preset preset) {
        this.frame = frame;
        bank = NO_PROGRAM;
        program = NO_PROGRAM;
        carried = preset;
    }

    /** The preset that is asked for; null if a program is. */
    public Preset carried() {
        return carried;
    }

    /** The loader has done with it. */
    public void settle() {
        settled = true;
    }

    /** True once it is ready, or has failed. */
    public boolean isSettled() {
        return settled;
    }

    /** It is asked for now, unless it is known when it was. */
    public void ask() {
        requestNanos = requestNanos == 0 ? System.nanoTime() : requestNanos;
    }

    public void named(String name) {
        preset = name;
    }

    public void ready() {
        readyNanos = System.nanoTime();
    }

    /** A module type that never ran is played until it is compiled; ends with {@link #heated}. */
    public void heat() {
        heating = true;
    }

    public void heated(long nanos) {
        heatNanos = nanos;
        heating = false;
    }

    public boolean isHeating() {
        return heating;
    }

    public long heatNanos() {
        return heatNanos;
    }

    void swapped(long atFrame) {
        swapFrame = atFrame;
        outcome = Outcome.SWAPPED;
    }

    public void end(Outcome how) {
        outcome = how;
    }

    public void fail(String why) {
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

    /** 0..127, as on the wire; or {@link #NO_PROGRAM}. */
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

    /** True if that change was to the same program. */
    public boolean isFor(Swap other) {
        return other != null && carried == null && other.carried == null && other.bank == bank && other.program == program;
    }

    /** Milliseconds from the request until the patch was ready; 0 if it never was. */
    public double primeMillis() {
        return readyNanos == 0 ? 0 : (readyNanos - requestNanos) / 1e6;
    }

    /** True if it had to wait for code that had never run. */
    public boolean isCold() {
        return heatNanos > 0;
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
