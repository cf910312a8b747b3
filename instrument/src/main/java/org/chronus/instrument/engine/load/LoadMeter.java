package org.chronus.instrument.engine.load;

import static org.chronus.modules.Module.BLOCK;

import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/**
 * How much of a block's time the audio thread spends on it: processor time, so that it is ours and not the machine's; and only that within
 * callbacks, because falling asleep and waking up may cost a thread milliseconds on a virtual machine. What each callback takes by the clock
 * it keeps as {@link CallbackTimes}. Audio thread only, unless it says otherwise.
 */
public final class LoadMeter {
    /** Share of the newest block in the mean, and the most that it counts for: what rises is seen in 5 ms, one long block is forgiven. */
    private static final double NEWEST = 0.3, MOST = 1.5;

    private final LongSupplier processorNanos;
    private final CallbackTimes times = new CallbackTimes();
    private double blockNanos;
    private long before = -1;
    private long left = -1;
    private long entered;
    private long begun;
    private long wall;
    private double latest;
    private volatile double mean;

    /** @param processorNanos the time that the audio thread has used; always 0 for an engine that has all the time it needs */
    public LoadMeter(LongSupplier processorNanos, double sampleRate) {
        this.processorNanos = processorNanos;
        rate(sampleRate);
    }

    /** [while no callback comes] Another sample rate, in Hz. */
    public void rate(double hertz) {
        blockNanos = 1e9 * BLOCK / hertz;
    }

    /** The processor time of the thread that asks. */
    public static LongSupplier ofThisThread() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads::getCurrentThreadCpuTime;
    }

    /** A callback begins: what the thread has used since the last one ended is nobody's. */
    public void enter() {
        entered = processorNanos.getAsLong();
        begun = System.nanoTime();
        if (left >= 0) {
            before += entered - left;
        }
    }

    /** A callback ends that has rendered so many frames. */
    public void leave(int frames) {
        left = processorNanos.getAsLong();
        wall = System.nanoTime() - begun;
        times.record(wall, left - entered, blockNanos * frames / BLOCK);
    }

    /** What the last callback took by the clock. */
    public long wallNanos() {
        return wall;
    }

    /** For how much of it there was a processor. */
    public long processorNanos() {
        return left - entered;
    }

    /** At a grid line: a block has been rendered since the last one. */
    void crossGridLine() {
        long now = processorNanos.getAsLong();
        latest = before < 0 ? 0 : (now - before) / blockNanos;
        before = now;
        mean = mean + NEWEST * (latest() - mean);
    }

    /** True if the last block took longer than it lasts. */
    boolean hasOverrun() {
        return latest > 1;
    }

    /** The last block's, as far as it counts. */
    double latest() {
        return Math.min(latest, MOST);
    }

    /** [any thread] Mean of the last blocks; 1 is all the time there is. */
    public double load() {
        return mean;
    }

    /** [any thread] What callbacks took. */
    public CallbackTimes times() {
        return times;
    }
}
