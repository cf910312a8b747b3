package org.chronus.hosting.clap.abi;

import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;

/**
 * What a plugin tells while it runs: a clap_output_events in foreign memory, of which new values of parameters are kept, and nothing else.
 * Mutable; [audio], or the main thread while nothing runs the plugin.
 */
public final class AnswerList {
    private static final int VALUE = 5, CAPACITY = 256, ROW = 16;
    private static final long COUNT = 16, ROWS = 32;
    private static final long PUSH = Calls.upcall(MethodHandles.lookup(), "push", JAVA_BOOLEAN, JAVA_LONG, JAVA_LONG);

    private final MemorySegment list;

    public AnswerList(Arena arena) {
        list = arena.allocate(ROWS + CAPACITY * ROW, Memory.POINTER);
        list.set(JAVA_LONG, 0, list.address());
        list.set(JAVA_LONG, 8, PUSH);
    }

    private static boolean push(long list, long event) {
        if (Memory.ALL.get(JAVA_SHORT, event + 8) == 0 && Memory.ALL.get(JAVA_SHORT, event + 10) == VALUE) {
            int count = Memory.ALL.get(JAVA_INT, list + COUNT);
            if (count == CAPACITY) {
                return false;
            }
            long row = list + ROWS + count * (long) ROW;
            Memory.ALL.set(JAVA_INT, row, Memory.ALL.get(JAVA_INT, event + 16));
            Memory.ALL.set(JAVA_DOUBLE, row + 8, Memory.ALL.get(JAVA_DOUBLE, event + 48));
            Memory.ALL.set(JAVA_INT, list + COUNT, count + 1);
        }
        return true;
    }

    /** Where its clap_output_events is. */
    public long address() {
        return list.address();
    }

    /** How many values have been told since {@link #clear}. */
    public int count() {
        return list.get(JAVA_INT, COUNT);
    }

    /** The number of the parameter. */
    public int id(int index) {
        return list.get(JAVA_INT, ROWS + index * (long) ROW);
    }

    /** Its value. */
    public double value(int index) {
        return list.get(JAVA_DOUBLE, ROWS + index * (long) ROW + 8);
    }

    /** They have been seen. */
    public void clear() {
        list.set(JAVA_INT, COUNT, 0);
    }
}
