package org.chronus.hosting.lv2;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chronus.foreign.Native;


/**
 * The numbers of URIs, the same for all plugins of the process, and the two features that lend them. They only ever grow, by as many as there
 * are URIs in the world's plugins. Any thread.
 */
final class Urids {
    /** {@code LV2_URID_Map}. */
    static final MemorySegment MAP = feature("map", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG));
    /** {@code LV2_URID_Unmap}. */
    static final MemorySegment UNMAP = feature("unmap", FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_INT));

    private static final Map<String, Integer> NUMBERS = new HashMap<>();
    private static final List<Long> TEXTS = new ArrayList<>();

    private Urids() { }

    /** The number of a URI, from 1 up. */
    static int of(String uri) {
        synchronized (NUMBERS) {
            return NUMBERS.computeIfAbsent(uri, _ -> {
                TEXTS.add(Arena.global().allocateFrom(uri).address());
                return TEXTS.size();
            });
        }
    }

    private static int map(long handle, long uri) {
        return uri == 0 ? 0 : of(Native.text(uri));
    }

    private static long unmap(long handle, int number) {
        synchronized (NUMBERS) {
            return number < 1 || number > TEXTS.size() ? 0 : TEXTS.get(number - 1);
        }
    }

    private static MemorySegment feature(String method, FunctionDescriptor type) {
        MemorySegment struct = Arena.global().allocate(ADDRESS.byteSize() * 2, ADDRESS.byteAlignment());
        struct.set(ADDRESS, ADDRESS.byteSize(), Native.callback(MethodHandles.lookup(), method, type));
        return struct;
    }
}
