package org.chronus.hosting.lv2;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

import org.chronus.foreign.Native;


/**
 * The functions of a plugin's instance, which liblilv has made. All but {@link #run} for the plugins' main thread.
 *
 * <p>The handles are constants and the functions their first argument: so a call costs 15 ns.
 */
final class Instance {
    private static final MethodHandle CONNECT = Native.call(FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_INT, ADDRESS));
    private static final MethodHandle RUN = Native.call(FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_INT));
    private static final MethodHandle PLAIN = Native.call(FunctionDescriptor.ofVoid(JAVA_LONG));
    private static final MethodHandle EXTENSION = Native.call(FunctionDescriptor.of(ADDRESS, ADDRESS));
    /** Pointers of {@code LV2_Descriptor}. */
    private static final int CONNECT_PORT = 2, ACTIVATE = 3, PROCESS = 4, DEACTIVATE = 5, EXTENSION_DATA = 7, COUNT = 8;

    private final MemorySegment lilvInstance;
    private final MemorySegment descriptor;
    private final MemorySegment run;
    private final long handle;

    /** Of a {@code LilvInstance}: descriptor, handle, and what is its own. */
    Instance(MemorySegment lilvInstance) {
        this.lilvInstance = lilvInstance;
        MemorySegment struct = Native.sized(lilvInstance, 2 * ADDRESS.byteSize());
        descriptor = Native.sized(struct.getAtIndex(ADDRESS, 0), COUNT * ADDRESS.byteSize());
        run = function(PROCESS);
        handle = struct.getAtIndex(ADDRESS, 1).address();
    }

    /** The {@code LilvInstance}. */
    MemorySegment lilvInstance() {
        return lilvInstance;
    }

    /** The {@code LV2_Handle}. */
    long handle() {
        return handle;
    }

    void connect(int port, MemorySegment memory) {
        try {
            CONNECT.invokeExact(function(CONNECT_PORT), handle, port, memory);
        } catch (Throwable e) {
            throw Native.unexpected(e);
        }
    }

    void activate() {
        callIfThere(ACTIVATE);
    }

    void deactivate() {
        callIfThere(DEACTIVATE);
    }

    /** [audio] */
    void run(int frames) {
        try {
            RUN.invokeExact(run, handle, frames);
        } catch (Throwable e) {
            throw Native.unexpected(e);
        }
    }

    /** The functions of an extension; NULL if the plugin has none. */
    MemorySegment extension(String uri) {
        MemorySegment function = function(EXTENSION_DATA);
        if (function.address() == 0) {
            return MemorySegment.NULL;
        }
        try (Arena arena = Arena.ofConfined()) {
            return (MemorySegment) EXTENSION.invokeExact(function, arena.allocateFrom(uri));
        } catch (Throwable e) {
            throw Native.unexpected(e);
        }
    }

    private MemorySegment function(int index) {
        return descriptor.getAtIndex(ADDRESS, index);
    }

    private void callIfThere(int index) {
        MemorySegment function = function(index);
        if (function.address() != 0) {
            try {
                PLAIN.invokeExact(function, handle);
            } catch (Throwable e) {
                throw Native.unexpected(e);
            }
        }
    }
}
