package org.chronus.instrument;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

import org.chronus.foreign.Native;

/**
 * Of the processor's register MXCSR, two bits that it sets by itself when a calculation of this thread reads a denormal number or makes one, and
 * which stay set until they are cleared; and those that say what it does with such numbers. x86 and glibc only. One thread.
 */
final class SubnormalFlags {
    /** A denormal operand; an underflow, whose result is denormal or 0. */
    private static final int OPERAND = 0x02, UNDERFLOW = 0x10;
    /** Flush to zero, and denormals are zeros. */
    private static final int FLUSH = 0x8040;
    /** Of glibc's {@code fenv_t}. */
    private static final int BYTES = 32, MXCSR = 28;
    private static final FunctionDescriptor TYPE = FunctionDescriptor.of(JAVA_INT, ADDRESS);
    private static final MethodHandle GET = Native.call("fegetenv", TYPE), SET = Native.call("fesetenv", TYPE);

    private final MemorySegment environment = Arena.ofAuto().allocate(2L * BYTES, 16);

    /** True where there are such bits. */
    static boolean areThere() {
        return System.getProperty("os.arch").equals("amd64");
    }

    private int read() {
        try {
            int _ = (int) GET.invokeExact(environment);
            return environment.get(JAVA_INT, MXCSR);
        } catch (Throwable impossible) {
            throw Native.unexpected(impossible);
        }
    }

    /** From now on they are clear. */
    void clear() {
        write(read() & ~(OPERAND | UNDERFLOW));
    }

    private void write(int register) {
        environment.set(JAVA_INT, MXCSR, register);
        try {
            int _ = (int) SET.invokeExact(environment);
        } catch (Throwable impossible) {
            throw Native.unexpected(impossible);
        }
    }

    /** From now on this thread takes denormal numbers for zeros, and makes none; or it does as usual. */
    void flushToZero(boolean on) {
        write(on ? read() | FLUSH : read() & ~FLUSH);
    }

    /** True while it does. */
    boolean flushesToZero() {
        return (read() & FLUSH) == FLUSH;
    }

    /** True if a denormal number was read, or an underflow made one, since they were cleared. */
    boolean areSet() {
        return (read() & (OPERAND | UNDERFLOW)) != 0;
    }
}
