package org.chronus.instrument.soak;

import java.lang.management.ManagementFactory;

/** How much is allocated for each program change, by all threads together, once everything has been played. One thread. */
final class GarbageMeter {
    private final com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long bytes = -1;
    private int changes;

    /** Begins to count, when so many changes have been asked for; the first time only. */
    void begin(int asked) {
        if (bytes < 0) {
            bytes = threads.getTotalThreadAllocatedBytes();
            changes = asked;
        }
    }

    /** Bytes for each change since then; 0 if it has not begun. */
    long perChange(int asked) {
        return bytes < 0 ? 0 : (threads.getTotalThreadAllocatedBytes() - bytes) / Math.max(1, asked - changes);
    }
}
