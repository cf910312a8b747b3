package org.chronus.hosting.lv2;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

import org.chronus.foreign.Native;


/**
 * The feature by which plugins say something. What they say while they are opened is kept, to be told if they cannot be; the rest is passed
 * over. Plugins call it on any thread.
 */
final class HostLog {
    /** {@code LV2_Log_Log}, for all plugins. */
    static final MemorySegment FEATURE = feature();

    private static final int LONGEST = 512;
    private static final MethodHandle VSNPRINTF = Native.call("vsnprintf",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG, JAVA_LONG));

    private static volatile Thread listening;
    private static String last = "";

    private HostLog() { }

    /** From now on what a plugin says on this thread is kept. */
    static void listen() {
        last = "";
        listening = Thread.currentThread();
    }

    /** No longer; returns the last line that was said, or nothing. */
    static String heard() {
        listening = null;
        return last;
    }

    private static MemorySegment feature() {
        MemorySegment struct = Arena.global().allocate(ADDRESS, 3);
        // Of what follows the format of a variadic function nothing is read: Java cannot.
        struct.setAtIndex(ADDRESS, 1, Native.callback(MethodHandles.lookup(), "printf",
                FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG)));
        struct.setAtIndex(ADDRESS, 2, Native.callback(MethodHandles.lookup(), "vprintf",
                FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG)));
        return struct;
    }

    private static int printf(long handle, int type, long format) {
        if (Thread.currentThread() == listening) {
            keep(Native.text(format));
        }
        return 0;
    }

    /** A {@code va_list} is passed as a pointer on all machines that are 64 bits wide and run Linux. */
    private static int vprintf(long handle, int type, long format, long arguments) {
        if (Thread.currentThread() == listening) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment text = arena.allocate(LONGEST);
                int _ = (int) VSNPRINTF.invokeExact(text, (long) LONGEST, format, arguments);
                keep(text.getString(0));
            } catch (Throwable e) {
                return -1;
            }
        }
        return 0;
    }

    private static void keep(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (!line.isEmpty()) {
            last = line;
        }
    }
}
