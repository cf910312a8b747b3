package org.chronus.instrument.soak;

import java.lang.management.ManagementFactory;

import org.HdrHistogram.Histogram;
import org.chronus.instrument.audio.AudioCallback;
import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.load.CallbackTimes;

/**
 * Stands between backend and engine and measures every callback: how long it took by the clock and by the processor, when it came, and
 * what it allocated; and what plain arithmetic takes beside it. Audio thread; the figures are read when it has stopped.
 */
final class CallbackProbe implements AudioCallback {
    private static final int MOST_KEPT = 4_096, DIGITS = 3;
    private static final long LONGEST_NANOS = 60_000_000_000L;
    /** After so many periods without a callback there is as much to do at once. */
    private static final double MAKES_UP = 2;

    /**
     * A callback that was not done when the next was due. Times of {@link System#nanoTime}, in nanoseconds.
     *
     * @param before when the callback before it began
     */
    record Late(long before, long begin, long end, long processorNanos) {
        /** True if it took longer than a period though it had a processor. */
        boolean worked(double periodNanos) {
            return CallbackTimes.isBusyAndLate(end - begin, processorNanos, periodNanos);
        }

        /** True if it did, and had nothing to make up for. */
        boolean isBusy(double periodNanos) {
            return worked(periodNanos) && begin - before < MAKES_UP * periodNanos;
        }
    }

    private final Engine engine;
    private final double periodNanos;
    private final com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Histogram wall = new Histogram(LONGEST_NANOS, DIGITS);
    private final Histogram processor = new Histogram(LONGEST_NANOS, DIGITS);
    private final ReferenceLoad reference;
    private final long[] befores = new long[MOST_KEPT], begins = new long[MOST_KEPT], ends = new long[MOST_KEPT], used = new long[MOST_KEPT];
    private int late;
    private long before = System.nanoTime();
    private long blocks;
    private long allocated;

    CallbackProbe(Engine engine, ReferenceLoad reference, int period, int sampleRate) {
        this.engine = engine;
        periodNanos = 1e9 * period / sampleRate;
        this.reference = reference;
        // The clocks are looked at once before they count.
        threads.getCurrentThreadAllocatedBytes();
        threads.getCurrentThreadCpuTime();
    }

    @Override public void rate(int hertz) {
        engine.rate(hertz);
    }

    @Override public void process(float[] left, float[] right, int frames) {
        long cpu = threads.getCurrentThreadCpuTime(), begin = System.nanoTime(), bytes = threads.getCurrentThreadAllocatedBytes();
        engine.process(left, right, frames);
        allocated += threads.getCurrentThreadAllocatedBytes() - bytes;
        long end = System.nanoTime();
        cpu = threads.getCurrentThreadCpuTime() - cpu;
        wall.recordValue(Math.clamp(end - begin, 0, LONGEST_NANOS));
        processor.recordValue(Math.clamp(cpu, 0, LONGEST_NANOS));
        if (end - begin > periodNanos) {
            int place = late++ % MOST_KEPT;
            befores[place] = before;
            begins[place] = begin;
            ends[place] = end;
            used[place] = cpu;
        }
        blocks++;
        before = begin;
        reference.measure(cpu);
    }

    /** Callbacks so far. */
    long blocks() {
        return blocks;
    }

    /** Bytes that the engine allocated on the audio thread. */
    long allocated() {
        return allocated;
    }

    /** Callbacks that took longer than a period, all of them. */
    int late() {
        return late;
    }

    /** How often plain arithmetic took longer than a period though it had the processor. */
    int reference() {
        return reference.late();
    }

    /** The last 4,096 of them at most. */
    Late[] latest() {
        Late[] all = new Late[Math.min(late, MOST_KEPT)];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Late(befores[i], begins[i], ends[i], used[i]);
        }
        return all;
    }

    /** Nanoseconds per callback by the clock. */
    Histogram wall() {
        return wall;
    }

    /** Nanoseconds per callback by the processor: what was ours. */
    Histogram processor() {
        return processor;
    }

    double periodNanos() {
        return periodNanos;
    }
}
