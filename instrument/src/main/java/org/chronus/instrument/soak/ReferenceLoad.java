package org.chronus.instrument.soak;

import java.lang.management.ManagementFactory;

import org.chronus.instrument.engine.load.CallbackTimes;

/**
 * Plain arithmetic, after each block for as long as the block took, and measured in the same way. A virtual machine may stand still while
 * its clock of processor time goes on: then a block seems to have worked for milliseconds when nobody worked at all. It happens to the
 * reference just as often, and to nothing in it can that be due. Audio thread; the figures are read when it has stopped.
 */
final class ReferenceLoad {
    /** Steps of arithmetic, each of which waits for the last, in one stride: some microseconds. */
    private static final int STRIDE = 1_024;
    private static final double LARGEST_SHARE = 0.4;

    private final com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final double periodNanos;
    private double strides;
    private double nanos;
    private double sum;
    private int late;

    /** @param periodNanos how long a callback may take */
    ReferenceLoad(double periodNanos) {
        this.periodNanos = periodNanos;
        // So many that they are compiled before they count.
        strides = 20_000;
        long begin = System.nanoTime();
        add((int) strides);
        nanos = System.nanoTime() - begin;
    }

    /** Works for so much processor time; not at all if the next block would have to wait for it. */
    void measure(long processorNanos) {
        if (processorNanos > LARGEST_SHARE * periodNanos) {
            return;
        }
        int count = (int) (processorNanos * strides / nanos);
        long begin = System.nanoTime(), cpu = threads.getCurrentThreadCpuTime();
        add(count);
        cpu = threads.getCurrentThreadCpuTime() - cpu;
        if (CallbackTimes.isBusyAndLate(System.nanoTime() - begin, cpu, periodNanos)) {
            late++;
        } else {
            strides += count;
            nanos += cpu;
        }
    }

    private void add(int count) {
        double x = sum;
        for (int i = 0; i < count * STRIDE; i++) {
            x = x * 0.999 + 1;
        }
        sum = x;
    }

    /** How often it was late though it had the processor. */
    int late() {
        return late;
    }
}
