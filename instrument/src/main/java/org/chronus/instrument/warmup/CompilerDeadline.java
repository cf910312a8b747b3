package org.chronus.instrument.warmup;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;

/**
 * How long a warm-up may go on: until the compiler has finished nothing for four seconds, and a minute at most. On a busy machine the
 * compiler is slow, and to stop before it is through would be heard; a module that allocates for ever must not hold up a prime for ever.
 * One thread.
 */
final class CompilerDeadline {
    private static final long PATIENCE_NANOS = 4_000_000_000L, LONGEST_NANOS = 60_000_000_000L;

    private final CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    private final long begin = System.nanoTime();
    private long seen = compiler.getTotalCompilationTime();
    private long last = begin;

    /** True if it is over. */
    boolean isOver() {
        long now = System.nanoTime(), total = compiler.getTotalCompilationTime();
        if (total != seen) {
            seen = total;
            last = now;
        }
        return now - last > PATIENCE_NANOS || now - begin > LONGEST_NANOS;
    }
}
