package org.chronus.hosting.lv2;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import org.chronus.foreign.Native;


/**
 * Messages of any length from one thread to another, in native memory and each in one piece, so that a plugin reads them where they lie.
 * Allocates nothing and never blocks: full is an ordinary answer.
 */
final class MessageRing {
    private static final int HEADER = 8;
    private static final int GO_TO_START = -1;
    private static final VarHandle READ = position("read");
    private static final VarHandle WRITTEN = position("written");

    private final MemorySegment memory;
    private final int size;
    /** Bytes since the beginning; moved by the reader. */
    @SuppressWarnings("unused")
    private volatile long read;
    /** Bytes since the beginning; moved by the writer. */
    @SuppressWarnings("unused")
    private volatile long written;

    /** Room for so many bytes, a power of two. */
    MessageRing(Arena arena, int size) {
        memory = arena.allocate(size, HEADER);
        this.size = size;
    }

    private static VarHandle position(String field) {
        try {
            return MethodHandles.lookup().findVarHandle(MessageRing.class, field, long.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** [audio] Copies a message in; false if there is no room. There never is for more than half of the ring, which may begin anywhere. */
    boolean write(long address, int length) {
        if (length < 0 || length > size / 2 - HEADER) {
            return false;
        }
        long start = (long) WRITTEN.get(this);
        int at = (int) (start & size - 1);
        int needed = HEADER + (length + HEADER - 1 & -HEADER);
        int skipped = needed > size - at ? size - at : 0;
        if (start + skipped + needed - (long) READ.getAcquire(this) > size) {
            return false;
        }
        if (skipped > 0) {
            memory.set(JAVA_INT, at, GO_TO_START);
            at = 0;
        }
        memory.set(JAVA_INT, at, length);
        MemorySegment.copy(Native.MEMORY, address, memory, at + HEADER, length);
        WRITTEN.setRelease(this, start + skipped + needed);
        return true;
    }

    /** As it was a moment ago; for any thread. */
    boolean isEmpty() {
        return (long) READ.getAcquire(this) == (long) WRITTEN.getAcquire(this);
    }

    /** Forgets all, while nobody writes. */
    void clear() {
        while (next() != 0) {
            drop();
        }
    }

    /** [audio] Where the body of the next message is; 0 if there is none. */
    long next() {
        long start = (long) READ.get(this);
        if (start == (long) WRITTEN.getAcquire(this)) {
            return 0;
        }
        int at = (int) (start & size - 1);
        if (memory.get(JAVA_INT, at) == GO_TO_START) {
            READ.setRelease(this, start + size - at);
            at = 0;
        }
        return memory.address() + at + HEADER;
    }

    /** [audio] The length of the message that {@link #next} has found. */
    int length() {
        return memory.get(JAVA_INT, (long) READ.get(this) & size - 1);
    }

    /** [audio] Forgets the message that {@link #next} has found. */
    void drop() {
        READ.setRelease(this, (long) READ.get(this) + HEADER + (length() + HEADER - 1 & -HEADER));
    }
}
