package org.chronus.instrument.engine;

import org.chronus.instrument.engine.slots.Slot;

/** What patches need to know of the present period: when it should be there, and what comes in. Audio thread, but for what says otherwise. */
final class Period {
    /** Of a period, for what goes on elsewhere; the rest is for what comes after it, and for lateness of our own. */
    private static final double SHARE = 0.75;

    private double nanosPerFrame;
    private long deadline;
    private float[] left;
    private float[] right;
    private boolean hears;
    private volatile boolean heard;

    /** @param sampleRate in Hz */
    Period(double sampleRate) {
        rate(sampleRate);
    }

    /** Another sample rate, in Hz. */
    void rate(double hertz) {
        nanosPerFrame = 1e9 / hertz;
    }

    /** One of so many frames begins, by the clock. */
    void begin(int frames) {
        heard = hears;
        hears = false;
        deadline = System.nanoTime() + Math.round(SHARE * frames * nanosPerFrame);
    }

    /** The audio input of its frames; null without one. */
    void hear(float[] inLeft, float[] inRight) {
        left = inLeft;
        right = inRight;
    }

    /** [any thread] True if a patch that sounded in the period before heard the input. */
    boolean isHeard() {
        return heard;
    }

    /** A slot is about to play frames {@code start} to {@code limit - 1} of the block, which are those of the period from {@code at} on. */
    void tell(Slot slot, int at, int start, int limit) {
        slot.deadline(deadline);
        slot.hear(left, right, at, start, limit);
        hears |= slot.hears();
    }
}
