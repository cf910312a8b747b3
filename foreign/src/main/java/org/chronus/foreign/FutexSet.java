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
 * Waiting for any of several numbers in shared memory: {@code futex_waitv} of Linux 5.16 and newer, see {@code man 2 futex}. One thread; none
 * of it allocates.
 */
public final class FutexSet {
    /** So many numbers can be waited for, the kernel's own limit. */
    public static final int MOST = 128;

    private static final long WAITV = 449;
    /** Of {@code struct futex_waitv}: value, address, flags, all but the last of eight bytes. */
    private static final int SIZE = 24, ADDRESS_AT = 8, FLAGS_AT = 16, WORDS = 2, MONOTONIC = 1;
    private static final long SECOND = 1_000_000_000;
    private static final MethodHandle SYSCALL = Native.call("syscall",
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(1));

    private final MemorySegment waiters;
    private final MemorySegment time;
    private int count;

    /** {@code arena}: where it has its memory. */
    public FutexSet(Arena arena) {
        waiters = arena.allocate((long) SIZE * MOST, 8);
        time = arena.allocate(16, 8);
    }

    /** None is waited for. */
    public void clear() {
        count = 0;
    }

    /** This one too, as long as it has that value. */
    public void add(MemorySegment word, int value) {
        long place = (long) SIZE * count++;
        waiters.set(JAVA_LONG, place, Integer.toUnsignedLong(value));
        waiters.set(JAVA_LONG, place + ADDRESS_AT, word.address());
        waiters.set(JAVA_LONG, place + FLAGS_AT, WORDS);
    }

    /** Returns when one is woken, when one has not its value, after {@code nanos}, or for no reason. */
    public void await(long nanos) {
        // The clock of nanoTime is the monotonic one, and the kernel wants to know when, not how long.
        long until = System.nanoTime() + nanos;
        time.set(JAVA_LONG, 0, until / SECOND);
        time.set(JAVA_LONG, 8, until % SECOND);
        try {
            long ignored = (long) SYSCALL.invokeExact(WAITV, waiters, count, 0, time, MONOTONIC);
        } catch (Throwable impossible) {
            throw Native.unexpected(impossible);
        }
    }
}
