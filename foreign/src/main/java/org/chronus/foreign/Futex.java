package org.chronus.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Waiting for a number in memory that another process changes: the futex of Linux, see {@code man 2 futex}. Any thread; none of it
 * allocates.
 */
public final class Futex {
    private static final long NUMBER = System.getProperty("os.arch").equals("aarch64") ? 98 : 202;
    private static final int WAIT = 0, WAKE = 1;
    private static final MethodHandle SYSCALL = Native.call("syscall",
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(1));

    /** A time for {@link #await}; each thread that waits has its own. */
    private final MemorySegment time;

    /** {@code arena}: where it has its memory. */
    public Futex(Arena arena) {
        time = arena.allocate(16, 8);
    }

    /** Returns when woken, when the number is not {@code value}, after {@code nanos}, or for no reason. */
    public void await(MemorySegment word, int value, long nanos) {
        time.set(JAVA_LONG, 0, nanos / 1_000_000_000);
        time.set(JAVA_LONG, 8, nanos % 1_000_000_000);
        try {
            long ignored = (long) SYSCALL.invokeExact(NUMBER, word, WAIT, value, time, MemorySegment.NULL, 0);
        } catch (Throwable impossible) {
            throw Native.unexpected(impossible);
        }
    }

    /** Wakes whoever waits for it. */
    public static void wake(MemorySegment word) {
        try {
            long ignored = (long) SYSCALL.invokeExact(NUMBER, word, WAKE, 1, MemorySegment.NULL, MemorySegment.NULL, 0);
        } catch (Throwable impossible) {
            throw Native.unexpected(impossible);
        }
    }
}
