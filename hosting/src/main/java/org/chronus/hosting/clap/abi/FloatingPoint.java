package org.chronus.hosting.clap.abi;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/**
 * Puts back how this thread counts after foreign code has run on it. Some plugins leave denormals flushed to zero, and Java's arithmetic
 * would give other bits from then on. Stateless; any thread.
 */
public final class FloatingPoint {
    /** {@code FE_DFL_ENV}: what Java takes for granted. */
    private static final long DEFAULT = -1;
    private static final MethodHandle SET = set();
    /** Not final: the compiler must not know it. */
    private static float tiny = Float.MIN_VALUE;

    private FloatingPoint() { }

    @SuppressWarnings("restricted")
    private static MethodHandle set() {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().find("fesetenv").orElseThrow(), FunctionDescriptor.of(JAVA_INT, JAVA_LONG));
    }

    /** [audio] As Java needs it, if denormals come out as zero. A sum tells, in less time than asking the C library takes. */
    public static void check() {
        if (tiny + tiny == 0) {
            restore();
        }
    }

    /** As Java needs it. */
    public static void restore() {
        try {
            int _ = (int) SET.invokeExact(DEFAULT);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
