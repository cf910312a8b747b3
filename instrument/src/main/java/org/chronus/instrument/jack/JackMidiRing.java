package org.chronus.instrument.jack;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import org.chronus.foreign.Futex;
import org.chronus.foreign.Native;
import org.chronus.foreign.SharedCounter;

/**
 * Raw MIDI messages on their way between the audio thread and another: each with the number of its port and its frame. One thread puts in,
 * one takes out; neither allocates, and only the one that takes out ever waits.
 */
final class JackMidiRing {
    private static final int CAPACITY = 1 << 17, HEADER = 16, MASK = CAPACITY - 1;
    /** In place of a port: the rest, up to the end of the memory, is not used. */
    private static final int SKIP = -1;

    private final MemorySegment memory = Arena.global().allocate(CAPACITY, Long.BYTES);
    private final SharedCounter written;
    private final SharedCounter read;
    private final Futex futex = new Futex(Arena.global());
    private volatile long lost;

    JackMidiRing() {
        MemorySegment counters = Arena.global().allocate(2L * SharedCounter.BYTES, SharedCounter.BYTES);
        written = new SharedCounter(counters, 0);
        read = new SharedCounter(counters, SharedCounter.BYTES);
    }

    /** [before it is used] A message goes in and out, so that nothing is loaded when the first one comes. */
    void load() {
        try (Arena arena = Arena.ofConfined()) {
            long bytes = arena.allocate(Long.BYTES, Long.BYTES).address();
            put(0, 0, bytes, Long.BYTES);
            if (next()) {
                copyTo(bytes);
                remove();
            }
        }
    }

    /** Puts a message in, its bytes copied from an address. False if it found no room, and is lost. */
    boolean put(int port, long frame, long bytes, int size) {
        int from = written.get(), place = from & MASK, need = room(size);
        int skipped = place + need > CAPACITY ? CAPACITY - place : 0;
        if (from + skipped + need - read.get() > CAPACITY || need > CAPACITY / 2) {
            lost = lost + 1;
            return false;
        }
        if (skipped > 0) {
            memory.set(JAVA_INT, place + Long.BYTES, SKIP);
            place = 0;
        }
        memory.set(JAVA_LONG, place, frame);
        memory.set(JAVA_INT, place + Long.BYTES, port);
        memory.set(JAVA_INT, place + Long.BYTES + Integer.BYTES, size);
        MemorySegment.copy(Native.MEMORY, bytes, memory, place + HEADER, size);
        written.set(from + skipped + need);
        return true;
    }

    /** What a message takes, in whole headers, so that there is room for another header wherever one ends. */
    private static int room(int size) {
        return HEADER + (size + HEADER - 1 & -HEADER);
    }

    /** True if there is a message; then the others speak of it. */
    boolean next() {
        int from = read.get();
        if (from == written.get()) {
            return false;
        }
        if (memory.get(JAVA_INT, (from & MASK) + Long.BYTES) == SKIP) {
            read.set(from + CAPACITY - (from & MASK));
            return next();
        }
        return true;
    }

    private int place() {
        return read.get() & MASK;
    }

    int port() {
        return memory.get(JAVA_INT, place() + Long.BYTES);
    }

    long frame() {
        return memory.get(JAVA_LONG, place());
    }

    int size() {
        return memory.get(JAVA_INT, place() + Long.BYTES + Integer.BYTES);
    }

    /** Copies its bytes to an address. */
    void copyTo(long bytes) {
        MemorySegment.copy(memory, place() + HEADER, Native.MEMORY, bytes, size());
    }

    /** Its bytes; not the audio thread. */
    byte[] bytes() {
        return memory.asSlice(place() + HEADER, size()).toArray(JAVA_BYTE);
    }

    /** It is done with. */
    void remove() {
        int from = read.get();
        read.set(from + room(size()));
    }

    /** True while a message has not been removed yet. */
    boolean isPending() {
        return written.get() != read.get();
    }

    /** Waits for a message, for so many nanoseconds, or less for no reason. The thread that takes out. */
    void await(long nanos) {
        int seen = read.get();
        written.sleep(futex, seen, nanos);
    }

    /** Messages that found no room. Any thread. */
    long lost() {
        return lost;
    }
}
