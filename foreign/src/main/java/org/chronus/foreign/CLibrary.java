package org.chronus.foreign;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/** Functions of the C library. Without state; any thread. */
@SuppressWarnings("restricted")
final class CLibrary {
    private static final Linker LINKER = Linker.nativeLinker();

    private CLibrary() { }

    /** One that every C library has. */
    static MethodHandle function(String name, FunctionDescriptor type, Linker.Option... options) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, options);
    }

    /** What a handle has thrown, which is never one of ours. */
    static IllegalStateException unexpected(Throwable thrown) {
        return new IllegalStateException("a call into the C library has failed: " + thrown, thrown);
    }
}
