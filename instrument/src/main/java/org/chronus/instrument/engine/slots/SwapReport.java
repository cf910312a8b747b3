package org.chronus.instrument.engine.slots;

/**
 * What became of one {@link SwapRequest}. The loader writes how the prime went, the audio thread when the patch took over and when the one
 * before it had rung out; any thread reads.
 */
public final class SwapReport {
    /** How it ended: PENDING while the patch is made, or is ready and has not taken over. */
    public enum Outcome { PENDING, SWAPPED, SAME, UNKNOWN, FAILED, SUPERSEDED }

    /**
     * How the prime went.
     *
     * @param preset      the name of the preset; empty if the program is unknown
     * @param reason      why it failed, in one line; else empty
     * @param primeNanos  from the request until the patch was ready; 0 if it never was
     * @param warmupNanos how long it waited for code that had never run
     */
    private record Prime(Outcome outcome, String preset, String reason, long primeNanos, long warmupNanos, boolean settled) { }

    private final SwapRequest request;
    private volatile Prime prime = new Prime(Outcome.PENDING, "", "", 0, 0, false);
    private volatile boolean dropped;
    private volatile long swapFrame = -1;
    private volatile long ringOutFrames = -1;

    /** A change that was asked for just now. */
    public SwapReport(SwapRequest request) {
        this.request = request;
    }

    /** What was asked for. */
    public SwapRequest request() {
        return request;
    }

    /** [loader] The preset is known. */
    public void found(String preset) {
        prime = new Prime(Outcome.PENDING, preset, "", 0, 0, false);
    }

    /** [loader] The patch is ready, after so long a warm-up. */
    public void ready(long warmupNanos) {
        prime = new Prime(Outcome.PENDING, prime.preset, "", Math.max(1, System.nanoTime() - request.nanos()), warmupNanos, false);
    }

    /** [loader] It ends without a patch. */
    public void end(Outcome outcome, String reason) {
        prime = new Prime(outcome, prime.preset, reason, prime.primeNanos, prime.warmupNanos, false);
    }

    /** [loader] All that is to be done before it takes over is done, and whoever listens has heard of it. */
    public void settle() {
        prime = new Prime(prime.outcome, prime.preset, prime.reason, prime.primeNanos, prime.warmupNanos, true);
    }

    /** [audio, or loader] A newer one came before it took over. */
    public void drop() {
        dropped = true;
    }

    /** [audio] It took over at this frame. */
    void swapped(long frame) {
        swapFrame = frame;
    }

    /** [audio] The patch before it rang on for so many frames. */
    void rangOut(long frames) {
        ringOutFrames = frames;
    }

    /** How it ended so far. */
    public Outcome outcome() {
        Prime now = prime;
        return now.outcome != Outcome.PENDING ? now.outcome : swapFrame >= 0 ? Outcome.SWAPPED : dropped ? Outcome.SUPERSEDED : Outcome.PENDING;
    }

    /** True once the patch is ready, or will not be. */
    public boolean isSettled() {
        return prime.settled;
    }

    /** The name of the preset; empty if the program is unknown. */
    public String preset() {
        return prime.preset;
    }

    /** Why it failed, in one line; else empty. */
    public String reason() {
        return prime.reason;
    }

    /** Milliseconds from the request until the patch was ready; 0 if it never was. */
    public double primeMillis() {
        return prime.primeNanos / 1e6;
    }

    /** True if it had to wait for code that had never run. */
    public boolean isCold() {
        return prime.warmupNanos > 0;
    }

    /** The grid line at which it took over; -1 if it did not. */
    public long swapFrame() {
        return swapFrame;
    }

    /** Frames for which the patch before it rang on; -1 if it still does, or there was none. */
    public long ringOutFrames() {
        return ringOutFrames;
    }
}
