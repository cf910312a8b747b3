package org.chronus.instrument.assembly;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

import org.chronus.foreign.MemoryLock;

/**
 * How much memory an instrument that is warm keeps, and that this stays. While it warms up, patches and compilers make garbage faster than a
 * small heap can be collected: a limit from the beginning costs more than a second of processor time. Any thread but the audio thread.
 */
final class HeapLimit {
    /** Above the live set of the factory bank, its pooled patches included, by as much as the collector needs to run seldom. */
    private static final long SETTLED_BYTES = 128L << 20, STEP_BYTES = 32L << 20;
    /** Until then the collector and the C library have given back what the warm-up needed: what is locked, they cannot give back. */
    private static final long GIVEN_BACK_MILLIS = 45_000;
    private static final long LOOK_MILLIS = 5_000;
    /** In that time: more, and the limit is too near to what is needed, so that every patch that is made would begin a collection. */
    private static final long MOST_COLLECTIONS = 5;

    /**
     * The collector guesses from its last hundred pages of two MiB how soon the heap will be full. After the warm-up it would guess wrong for
     * a long time, and collect several times whenever a patch is built.
     */
    private static final int PAGES = 100, PAGE_BYTES = (2 << 20) - 64, PAGE_MILLIS = 100;
    private static volatile byte[] page;

    private HeapLimit() { }

    /** From now on the collector gives back what is above the limit, as soon as it can; what is needed for a while may still be more. */
    static void settle() {
        Thread.ofPlatform().name("heap-limit").daemon().start(HeapLimit::run);
    }

    private static void run() {
        long limit = Math.min(SETTLED_BYTES, Runtime.getRuntime().maxMemory());
        set(limit);
        long begin = System.nanoTime();
        boolean locked = false;
        try {
            slowDown();
            long collections = collections();
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                if (!locked && System.nanoTime() - begin > GIVEN_BACK_MILLIS * 1_000_000) {
                    MemoryLock.all();
                    locked = true;
                }
                long now = collections();
                if (now - collections > MOST_COLLECTIONS && limit < Runtime.getRuntime().maxMemory()) {
                    limit = Math.min(limit + STEP_BYTES, Runtime.getRuntime().maxMemory());
                    set(limit);
                }
                collections = now;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks for pages at a pace that is more like that of playing. */
    private static void slowDown() throws InterruptedException {
        for (int i = 0; i < PAGES; i++) {
            page = new byte[PAGE_BYTES];
            Thread.sleep(PAGE_MILLIS);
        }
        page = null;
    }

    private static void set(long bytes) {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).setVMOption("SoftMaxHeapSize", Long.toString(bytes));
    }

    /** Those of the young and of all, since the start. */
    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream().filter(bean -> bean.getName().endsWith("Cycles"))
                .mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
    }
}
