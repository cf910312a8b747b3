package org.chronus.foreign;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;

/**
 * A number that one thread counts up and another waits for, of this process or of another. The kernel is asked only when somebody sleeps:
 * who is about to says so, and looks again before. One thread counts, one waits.
 */
public final class SharedCounter {
    /** Bytes that it takes: the number and the mark of who sleeps are written by different processors. */
    public static final int BYTES = 128;
    private static final VarHandle INT = JAVA_INT.varHandle();
    private static final int LOOKS = 8;

    private final MemorySegment number;
    private final MemorySegment sleeping;

    /** {@code place}: of its first byte, a multiple of 64. */
    public SharedCounter(MemorySegment memory, long place) {
        number = memory.asSlice(place, Integer.BYTES);
        sleeping = memory.asSlice(place + BYTES / 2, Integer.BYTES);
    }

    /** What was written before it was counted can be read after this. */
    public int get() {
        return (int) INT.getAcquire(number, 0L);
    }

    /** Counts. */
    public void set(int value) {
        INT.setVolatile(number, 0L, value);
        if ((int) INT.getVolatile(sleeping, 0L) != 0) {
            Futex.wake(number);
        }
    }

    /** Waits awake. True if the number is not {@code old} any more; false after so many nanoseconds. */
    public boolean spin(int old, long nanos) {
        long begin = System.nanoTime();
        do {
            for (int i = 0; i < LOOKS; i++) {
                if (get() != old) {
                    return true;
                }
                Thread.onSpinWait();
            }
        } while (System.nanoTime() - begin < nanos);
        return get() != old;
    }

    /** Sleeps until the number is not {@code old}, for so many nanoseconds, or less for no reason. */
    public void sleep(Futex futex, int old, long nanos) {
        INT.setVolatile(sleeping, 0L, 1);
        if ((int) INT.getVolatile(number, 0L) == old) {
            futex.await(number, old, nanos);
        }
        awake();
    }

    /** Who waits is about to sleep, as long as the number is {@code old}, which the kernel looks at once more; then comes {@link #awake}. */
    public void addTo(FutexSet set, int old) {
        INT.setVolatile(sleeping, 0L, 1);
        set.add(number, old);
    }

    /** Who waits does not sleep any more. */
    public void awake() {
        INT.setVolatile(sleeping, 0L, 0);
    }
}
