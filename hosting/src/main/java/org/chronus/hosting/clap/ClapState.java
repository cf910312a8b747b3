package org.chronus.hosting.clap;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.util.Optional;

import org.chronus.hosting.clap.abi.Calls;
import org.chronus.hosting.clap.abi.FloatingPoint;
import org.chronus.hosting.clap.abi.Memory;

/** Saves and restores all that a plugin is set to, as bytes that only the plugin understands. Stateless; [main thread]. */
final class ClapState {
    private static final int SAVE = 0, LOAD = 8;
    /** Behind the two pointers of a stream: how many bytes are left, and where the next one is. */
    private static final long LEFT = 16, NEXT = 24, SIZE = 32;
    private static final long READ = Calls.upcall(MethodHandles.lookup(), "read", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final long WRITE = Calls.upcall(MethodHandles.lookup(), "write", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    /** Plugins write on the thread that has asked them to. */
    private static final ThreadLocal<ByteArrayOutputStream> WRITTEN = ThreadLocal.withInitial(ByteArrayOutputStream::new);
    private static final int MOST_BYTES = 256 << 20;

    private ClapState() { }

    private static long read(long stream, long target, long most) {
        long count = Math.min(most, Memory.pointer(stream + LEFT)), from = Memory.pointer(stream + NEXT);
        MemorySegment.copy(Memory.ALL, from, Memory.ALL, target, count);
        Memory.ALL.set(JAVA_LONG, stream + LEFT, Memory.pointer(stream + LEFT) - count);
        Memory.ALL.set(JAVA_LONG, stream + NEXT, from + count);
        return count;
    }

    private static long write(long stream, long source, long count) {
        ByteArrayOutputStream written = WRITTEN.get();
        if (count < 0 || count > MOST_BYTES - written.size()) {
            return -1;
        }
        written.writeBytes(Memory.ALL.asSlice(source, count).toArray(JAVA_BYTE));
        return count;
    }

    private static MemorySegment stream(Arena arena, long function) {
        MemorySegment stream = arena.allocate(SIZE, Memory.POINTER);
        stream.set(JAVA_LONG, 0, stream.address());
        stream.set(JAVA_LONG, 8, function);
        return stream;
    }

    /** What it is set to; empty if it cannot tell. */
    static Optional<byte[]> save(ClapInstance plugin) {
        long state = plugin.extension("clap.state");
        WRITTEN.get().reset();
        try (Arena arena = Arena.ofConfined()) {
            boolean well = state != 0 && Calls.flag(Memory.pointer(state + SAVE), plugin.address(), stream(arena, WRITE).address());
            return well ? Optional.of(WRITTEN.get().toByteArray()) : Optional.empty();
        } finally {
            WRITTEN.remove();
            FloatingPoint.restore();
        }
    }

    /** Sets it to that. False if it does not want to. */
    static boolean load(ClapInstance plugin, byte[] bytes) {
        long state = plugin.extension("clap.state");
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment stream = stream(arena, READ);
            stream.set(JAVA_LONG, LEFT, bytes.length);
            stream.set(JAVA_LONG, NEXT, arena.allocateFrom(JAVA_BYTE, bytes).address());
            return state != 0 && Calls.flag(Memory.pointer(state + LOAD), plugin.address(), stream.address());
        } finally {
            FloatingPoint.restore();
        }
    }
}
