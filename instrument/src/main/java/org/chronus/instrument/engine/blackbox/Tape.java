package org.chronus.instrument.engine.blackbox;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A ring of entries, of which the oldest are written over. The audio thread writes, without waiting or allocating; any other thread reads
 * meanwhile, and gets whole entries only.
 */
public abstract class Tape {
    /** Entries at the old end that may be written over at the moment. */
    private static final int MARGIN = 16;

    private final int capacity;
    private volatile long written;

    /** @param capacity a power of two */
    Tape(int capacity) {
        this.capacity = capacity;
    }

    /** [audio] Where the next entry belongs. */
    final int place() {
        return (int) (written & capacity - 1);
    }

    /** [audio] The next entry is there. */
    final void advance() {
        written = written + 1;
    }

    /** [any thread] Those that are left, the oldest first, each made of its place. */
    final <T> Reading<T> read(IntFunction<T> entry) {
        return read(0, entry);
    }

    /** [any thread] The same of those only that came after the first so many. */
    final <T> Reading<T> read(long passed, IntFunction<T> entry) {
        long end = written, first = Math.max(Math.min(passed, end), end - capacity);
        List<T> all = new ArrayList<>((int) (end - first));
        for (long i = first; i < end; i++) {
            all.add(entry.apply((int) (i & capacity - 1)));
        }
        VarHandle.loadLoadFence();
        long overwritten = Math.clamp(written + MARGIN - capacity - first, 0, all.size());
        return new Reading<>(first + overwritten, List.copyOf(all.subList((int) overwritten, all.size())));
    }

    /**
     * What a tape held at a moment. Immutable; any thread.
     *
     * @param lost    entries before these, which are gone
     * @param entries the oldest first
     */
    public record Reading<T>(long lost, List<T> entries) { }
}
