package org.chronus.modules.testkit;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import org.chronus.modules.Module;

/**
 * Once the compiler has got to it, a module allocates nothing. Until then every vector is an object, so it is given up to half a minute;
 * one that is still at it then has vectors boxed, mostly because a helper method takes or returns them.
 */
final class AllocationRule implements Rule {
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final int ROUND = 300;

    @Override public void check(ModuleUnderTest subject) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Module module = subject.fresh();
        Stimulus varied = Stimulus.random(module, 8, 15);
        Recording recording = Recording.blank(module, varied);
        long began = System.nanoTime(), allocated;
        int clean = 0;
        do {
            long before = threads.getCurrentThreadAllocatedBytes();
            run(module, varied, recording);
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
            clean = allocated == 0 ? clean + 1 : 0;
        } while (clean < 2 && System.nanoTime() - began < PATIENCE_NANOS);
        if (clean < 2) {
            throw subject.failure(allocated / ROUND + " bytes allocated per block, after half a minute of warming up");
        }
    }

    private static void run(Module module, Stimulus stimulus, Recording recording) {
        for (int i = 0; i < ROUND; i++) {
            recording.record(module, stimulus, i % stimulus.blocks());
        }
    }
}
