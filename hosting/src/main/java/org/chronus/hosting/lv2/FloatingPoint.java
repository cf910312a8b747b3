package org.chronus.hosting.lv2;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

import org.chronus.foreign.Native;


/**
 * The floating-point environment of the present thread, kept while plugins are loaded: every tenth one sets flush-to-zero as it is loaded
 * or instantiated, and the thread would calculate otherwise ever after. Used by one thread.
 */
final class FloatingPoint {
    private static final FunctionDescriptor TYPE = FunctionDescriptor.of(JAVA_INT, ADDRESS);
    private static final MethodHandle KEEP = Native.call("fegetenv", TYPE);
    private static final MethodHandle PUT_BACK = Native.call("fesetenv", TYPE);
    /** More than any machine's {@code fenv_t}. */
    private static final int SIZE = 64;

    private final MemorySegment kept;

    /** Room for it in an arena. */
    FloatingPoint(Arena arena) {
        kept = arena.allocate(SIZE, Long.BYTES * 2);
    }

    /** [audio] Remembers it. */
    void keep() {
        try {
            int _ = (int) KEEP.invokeExact(kept);
        } catch (Throwable e) {
            throw Native.unexpected(e);
        }
    }

    /** [audio] As it was remembered. */
    void putBack() {
        try {
            int _ = (int) PUT_BACK.invokeExact(kept);
        } catch (Throwable e) {
            throw Native.unexpected(e);
        }
    }
}
