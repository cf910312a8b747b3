package org.chronus.hosting.clap.abi;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * The memory of this process by address, for what foreign code points to. Pointers are longs here, since an object for each would be garbage
 * on the audio thread. Stateless; any thread.
 */
public final class Memory {
    /** From address 0 to the last. */
    public static final MemorySegment ALL = everything();
    /** As many bytes as a pointer has. */
    public static final long POINTER = AddressLayout.ADDRESS.byteSize();

    private Memory() { }

    @SuppressWarnings("restricted")
    private static MemorySegment everything() {
        return MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
    }

    /** The pointer that lies there. */
    public static long pointer(long address) {
        return ALL.get(ValueLayout.JAVA_LONG, address);
    }

    /** The 32-bit number that lies there. */
    public static int number(long address) {
        return ALL.get(ValueLayout.JAVA_INT, address);
    }

    /** The text at an address, to its zero; empty if the address is 0. */
    public static String text(long address) {
        return address == 0 ? "" : text(ALL, address, Integer.MAX_VALUE);
    }

    /** The text in a field of that many bytes, which need not have a zero. */
    public static String text(MemorySegment segment, long offset, int capacity) {
        int length = 0;
        while (length < capacity && segment.get(ValueLayout.JAVA_BYTE, offset + length) != 0) {
            length++;
        }
        return new String(segment.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8).strip();
    }

    /** Memory with some pointers in it. */
    public static long pointers(Arena arena, long... pointers) {
        return arena.allocateFrom(ValueLayout.JAVA_LONG, pointers).address();
    }

    /** True if two texts are the same. Allocates nothing. */
    public static boolean same(long one, long other) {
        for (long i = 0; ; i++) {
            byte left = ALL.get(ValueLayout.JAVA_BYTE, one + i);
            if (left != ALL.get(ValueLayout.JAVA_BYTE, other + i)) {
                return false;
            }
            if (left == 0) {
                return true;
            }
        }
    }
}
