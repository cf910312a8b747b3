package org.chronus.hosting.clap;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import org.chronus.hosting.clap.abi.Calls;
import org.chronus.hosting.clap.abi.Memory;

/**
 * The timers that a plugin has asked for, in the foreign memory of its host: a row of periods in milliseconds, 0 where there is none, and
 * of the times of their next calls. Changed on the main thread only.
 */
final class ClapTimers {
    /** Bytes that they take. */
    static final int SIZE = 16 * 16;
    private static final int ROW = 16, NEXT = 8, SHORTEST = 10;

    private ClapTimers() { }

    /** [main thread] False if all are taken. The number of the timer is written to an address. */
    static boolean register(long timers, int milliseconds, long id) {
        for (int i = 0; i < SIZE / ROW; i++) {
            long row = timers + i * ROW;
            if (Memory.number(row) == 0) {
                int period = Math.max(milliseconds, SHORTEST);
                Memory.ALL.set(JAVA_LONG, row + NEXT, System.nanoTime() + period * 1_000_000L);
                Memory.ALL.set(JAVA_INT, row, period);
                Memory.ALL.set(JAVA_INT, id, i);
                return true;
            }
        }
        return false;
    }

    /** [main thread] False if there was none of that number. */
    static boolean unregister(long timers, int id) {
        if (id < 0 || id >= SIZE / ROW || Memory.number(timers + id * ROW) == 0) {
            return false;
        }
        Memory.ALL.set(JAVA_INT, timers + id * ROW, 0);
        return true;
    }

    /** [any thread but audio] True if one is due. */
    static boolean due(long timers) {
        for (int i = 0; i < SIZE / ROW; i++) {
            if (due(timers, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean due(long timers, int id) {
        long row = timers + id * ROW;
        return Memory.number(row) != 0 && System.nanoTime() - Memory.ALL.get(JAVA_LONG, row + NEXT) >= 0;
    }

    /** [main thread] Calls the plugin for those that are due. */
    static void call(long timers, ClapInstance plugin) {
        for (int i = 0; i < SIZE / ROW; i++) {
            if (due(timers, i)) {
                long row = timers + i * ROW;
                Memory.ALL.set(JAVA_LONG, row + NEXT, System.nanoTime() + Memory.number(row) * 1_000_000L);
                plugin.timer(i);
            }
        }
    }
}
