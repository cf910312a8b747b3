package org.chronus.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Calls into native code and back from it. Without state; any thread. */
@SuppressWarnings("restricted")
public final class Native {
    /** All of the memory, for pointers that come as numbers. */
    public static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private static final Linker LINKER = Linker.nativeLinker();
    private static final int LONGEST_TEXT = 1 << 20;

    private static final MethodHandle OPEN = call("dlopen", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
    private static final MethodHandle ERROR = call("dlerror", FunctionDescriptor.of(ValueLayout.ADDRESS));
    /** {@code RTLD_NOW}. */
    private static final int NOW = 2;

    private Native() { }

    /** A call whose first argument is the function's address. */
    public static MethodHandle call(FunctionDescriptor type) {
        return LINKER.downcallHandle(type);
    }

    /** A call of a known function. */
    public static MethodHandle call(MemorySegment function, FunctionDescriptor type) {
        return LINKER.downcallHandle(function, type);
    }

    /** A call of a function of the C library. */
    public static MethodHandle call(String function, FunctionDescriptor type, Linker.Option... options) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(function), type, options);
    }

    /** A static method as a C function, for as long as the process lives. */
    public static MemorySegment callback(MethodHandles.Lookup room, String method, FunctionDescriptor type) {
        try {
            MethodType java = type.toMethodType();
            return LINKER.upcallStub(room.findStatic(room.lookupClass(), method, java), type, Arena.global());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first library of these names that can be loaded. */
    public static Optional<SymbolLookup> library(String... names) {
        for (String name : names) {
            try {
                return Optional.of(SymbolLookup.libraryLookup(name, Arena.global()));
            } catch (IllegalArgumentException _) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** Loads a library of a plugin for as long as the process lives. Why that cannot be; nothing if it is loaded. */
    public static String load(String path) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment loaded = (MemorySegment) OPEN.invokeExact(arena.allocateFrom(path), NOW);
            return loaded.address() != 0 ? "" : text(((MemorySegment) ERROR.invokeExact()).address());
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** What a pointer leads to, as so many bytes. */
    public static MemorySegment sized(MemorySegment pointer, long bytes) {
        return pointer.reinterpret(bytes);
    }

    /** The C string at an address; empty for NULL. */
    public static String text(long address) {
        return address == 0 ? "" : sized(MemorySegment.ofAddress(address), LONGEST_TEXT).getString(0, StandardCharsets.UTF_8);
    }

    /** What a handle has thrown, which is never one of ours. */
    public static IllegalStateException unexpected(Throwable thrown) {
        return new IllegalStateException("a call into native code has failed: " + thrown, thrown);
    }
}
