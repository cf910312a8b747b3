package org.chronus.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the memory of this process from being paged out, see {@code man 2 mlock}. Any thread. */
public final class MemoryLock {
    /** What is mapped now, and of that those pages only that are touched. */
    private static final int CURRENT = 1, ON_FAULT = 4;
    private static final int MEMLOCK = 8, CAPABILITY = 14;
    /** {@code RLIM_INFINITY}. */
    private static final long UNLIMITED = -1;
    private static final MethodHandle LOCK_ALL = Native.call("mlockall", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle LIMIT = Native.call("getrlimit", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));

    private MemoryLock() { }

    /**
     * Locks what this process has, as soon as it is touched; what it will have, is not. False if that is not allowed without a limit.
     */
    public static boolean all() {
        try {
            return isUnlimited() && (int) LOCK_ALL.invokeExact(CURRENT | ON_FAULT) == 0;
        } catch (Throwable impossible) {
            throw Native.unexpected(impossible);
        }
    }

    /** Who has {@code CAP_IPC_LOCK} is bound by no limit. */
    private static boolean hasCapability() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("CapEff:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) >> CAPABILITY & 1) != 0);
    }

    /** True if this process may lock as much as it likes. */
    public static boolean isUnlimited() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment limit = arena.allocate(2L * Long.BYTES, Long.BYTES);
            return (int) LIMIT.invokeExact(MEMLOCK, limit) == 0 && limit.get(JAVA_LONG, 0) == UNLIMITED || hasCapability();
        } catch (Throwable impossible) {
            throw Native.unexpected(impossible);
        }
    }
}
