package org.chronus.modules.testkit;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

/**
 * The bytes that a thread allocates while it does a piece of work. A thread is charged once for what the compiler makes on its behalf, and
 * for each call until then, so the work is done in rounds and the best one counts. The rounds end with the first that allocates nothing.
 */
public final class Allocations {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocations() { }

    /** Bytes in the best of at most so many rounds of work that the calling thread does. */
    public static long least(int rounds, Runnable work) {
        return least(rounds, () -> { }, work);
    }

    /** The same, with preparations before each round, which may allocate. */
    public static long least(int rounds, Runnable prepare, Runnable work) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < rounds && least > 0; round++) {
            prepare.run();
            long before = THREADS.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
