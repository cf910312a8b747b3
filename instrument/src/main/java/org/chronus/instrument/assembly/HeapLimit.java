package org.chronus.instrument.assembly;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

import org.chronus.foreign.MemoryLock;

/**
 * How much memory an instrument that is warm keeps, and that this stays. While it warms up, patches and compilers make garbage faster than a
 * small heap can be collected: a limit from the beginning costs more than a second of processor time. Any thread but the audio thread.
 */
final class HeapLimit {
    /** Above the live set of the factory bank, its pooled patches included, by as much as the collector needs to run seldom. */
    private static final long SETTLED_BYTES = 72L << 20;

    /** Until then the collector and the C library have given back what the warm-up needed: what is locked, they cannot give back. */
    private static final long GIVEN_BACK_MILLIS = 45_000;

    private HeapLimit() { }

    /** From now on the collector gives back what is above the limit, as soon as it can; what is needed for a while may still be more. */
    static void settle() {
        long bytes = Math.min(SETTLED_BYTES, Runtime.getRuntime().maxMemory());
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).setVMOption("SoftMaxHeapSize", Long.toString(bytes));
        Thread.ofPlatform().name("memory-lock").daemon().start(HeapLimit::lock);
    }

    private static void lock() {
        try {
            Thread.sleep(GIVEN_BACK_MILLIS);
            MemoryLock.all();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
