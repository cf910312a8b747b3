package org.chronus.hosting.lv2.data;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chronus.foreign.Native;
import org.chronus.hosting.PluginException;

/**
 * The functions of liblilv by their names, as slow as reflection. The type of a result is the method's, those of the arguments their own.
 * Whoever calls holds the lock of the {@link Lv2World}: liblilv itself knows no threads.
 */
public final class Lilv {
    private final SymbolLookup library;
    private final Map<String, MethodHandle> handles = new HashMap<>();

    Lilv() throws PluginException {
        library = Native.library("liblilv-0.so.0", "liblilv-0.so", "liblilv-0.0.dylib").orElseThrow(() -> new PluginException(
                "LV2 plugins need the library liblilv-0.so.0: install the package liblilv-0-0"));
    }

    public MemorySegment pointer(String function, Object... arguments) {
        return (MemorySegment) call(function, ValueLayout.ADDRESS, arguments);
    }

    public boolean truth(String function, Object... arguments) {
        return (boolean) call(function, ValueLayout.JAVA_BOOLEAN, arguments);
    }

    public int number(String function, Object... arguments) {
        return (int) call(function, ValueLayout.JAVA_INT, arguments);
    }

    float real(String function, Object... arguments) {
        return (float) call(function, ValueLayout.JAVA_FLOAT, arguments);
    }

    public void command(String function, Object... arguments) {
        call(function, null, arguments);
    }

    /** The members of a collection, which has functions of that prefix. Empty for NULL. */
    List<MemorySegment> members(String prefix, MemorySegment collection) {
        List<MemorySegment> members = new ArrayList<>();
        if (collection.address() != 0) {
            MemorySegment at = pointer(prefix + "_begin", collection);
            while (!truth(prefix + "_is_end", collection, at)) {
                members.add(pointer(prefix + "_get", collection, at));
                at = pointer(prefix + "_next", collection, at);
            }
        }
        return members;
    }

    private Object call(String function, MemoryLayout result, Object[] arguments) {
        try {
            MethodHandle handle = handles.get(function);
            if (handle == null) {
                MemoryLayout[] types = new MemoryLayout[arguments.length];
                for (int i = 0; i < types.length; i++) {
                    types[i] = layout(arguments[i]);
                }
                FunctionDescriptor type = result == null ? FunctionDescriptor.ofVoid(types) : FunctionDescriptor.of(result, types);
                handle = Native.call(library.findOrThrow(function), type);
                handles.put(function, handle);
            }
            return handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw Native.unexpected(e);
        }
    }

    private static MemoryLayout layout(Object argument) {
        return switch (argument) {
            case Integer _ -> ValueLayout.JAVA_INT;
            case Double _ -> ValueLayout.JAVA_DOUBLE;
            case Boolean _ -> ValueLayout.JAVA_BOOLEAN;
            default -> ValueLayout.ADDRESS;
        };
    }
}
