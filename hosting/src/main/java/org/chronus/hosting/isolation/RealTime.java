package org.chronus.hosting.isolation;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The real-time scheduling of Linux, see {@code man 7 sched}. Any thread. */
final class RealTime {
    private static final int FIFO = 1;
    /** Below what audio servers have. */
    private static final int PRIORITY = 40;
    @SuppressWarnings("restricted")
    private static final MethodHandle SET = Linker.nativeLinker().downcallHandle(
            Linker.nativeLinker().defaultLookup().find("sched_setscheduler").orElseThrow(),
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));

    private RealTime() { }

    /** This thread goes before all that are not in real time, if that is allowed; else it stays as it is. True if it is. */
    static boolean ask() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment parameter = arena.allocateFrom(JAVA_INT, PRIORITY);
            return (int) SET.invokeExact(0, FIFO, parameter) == 0;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
