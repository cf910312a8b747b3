package org.chronus.instrument.engine;

import org.chronus.instrument.engine.state.DueCommand;
import org.chronus.midi.command.Command;

/**
 * Commands that wait for their frame, in order of frame; within a frame those of the control grid first, then as they were sent. What was
 * sent after a certain moment can be held back. Bounded and mutable; audio thread only.
 */
final class CommandSchedule {
    /** The control grid, in frames. */
    static final int GRID = 16;

    private static final int NONE = -1;

    /** Commands; an array of objects, because storing into it checks no type. */
    private final Object[] commands;
    private final long[] frames;
    private final long[] stamps;
    private final long[] orders;
    private final boolean[] onGrid;
    private int first;
    private int size;
    private long sent;
    private boolean holding;
    private long holdStamp;
    private long holdOrder;

    /** @param capacity a power of two */
    CommandSchedule(int capacity) {
        commands = new Object[capacity];
        frames = new long[capacity];
        stamps = new long[capacity];
        orders = new long[capacity];
        onGrid = new boolean[capacity];
    }

    /** True if a command might find no room for both its sides. */
    boolean isFull() {
        return size > commands.length - 2;
    }

    /** The order of the next command that is sent; they count up. */
    long nextOrder() {
        return sent++;
    }

    /** The side of a command that is exact to its frame. Never when full. */
    void addExact(long stamp, long order, Command command) {
        add(stamp, stamp, order, command, false);
    }

    /** The side of a command that waits for the control grid, where it cuts blocks. Never when full. */
    void addOnGrid(long stamp, long order, Command command) {
        add((stamp + GRID - 1) / GRID * GRID, stamp, order, command, true);
    }

    private void add(long frame, long stamp, long order, Command command, boolean grid) {
        int i = size++;
        while (i > 0 && isAfter(at(i - 1), frame, grid)) {
            copy(at(i - 1), at(i));
            i--;
        }
        commands[at(i)] = command;
        frames[at(i)] = frame;
        stamps[at(i)] = stamp;
        orders[at(i)] = order;
        onGrid[at(i)] = grid;
    }

    /** What was sent for a later frame than this, or later for this frame, waits until {@link #release}. */
    void hold(long stamp, long order) {
        holding = true;
        holdStamp = stamp;
        holdOrder = order;
    }

    /** Nothing is held back any more. */
    void release() {
        holding = false;
    }

    /** True if nothing waits, held back or not. */
    boolean isEmpty() {
        return size == 0;
    }

    /** The frame of the next command; the end of time if there is none. */
    long nextFrame() {
        int next = next();
        return next == NONE ? Long.MAX_VALUE : frames[at(next)];
    }

    /** True if the next command is one of the control grid. */
    boolean nextIsOnGrid() {
        int next = next();
        return next != NONE && onGrid[at(next)];
    }

    /** The first frame after {@code from} for which a command of the control grid waits. */
    long nextCut(long from) {
        for (int i = 0; i < size; i++) {
            if (frames[at(i)] > from && onGrid[at(i)] && !isHeld(at(i))) {
                return frames[at(i)];
            }
        }
        return Long.MAX_VALUE;
    }

    /** Takes the next command, which is carried out at this frame of the present block. */
    void take(DueCommand due, int frame) {
        int next = next();
        due.set((Command) commands[at(next)], frame, stamps[at(next)], orders[at(next)]);
        for (int i = next; i > 0; i--) {
            copy(at(i - 1), at(i));
        }
        commands[first] = null;
        first = at(1);
        size--;
    }

    private int next() {
        if (!holding) {
            return size == 0 ? NONE : 0;
        }
        // Whatever is later than the next line of the grid was sent later, too.
        for (int i = 0; i < size && frames[at(i)] < holdStamp + GRID; i++) {
            if (!isHeld(at(i))) {
                return i;
            }
        }
        return NONE;
    }

    private boolean isHeld(int place) {
        return holding && DueCommand.isAfter(stamps[place], orders[place], holdStamp, holdOrder);
    }

    private boolean isAfter(int waiting, long frame, boolean grid) {
        return frames[waiting] > frame || frames[waiting] == frame && grid && !onGrid[waiting];
    }

    private void copy(int from, int to) {
        commands[to] = commands[from];
        frames[to] = frames[from];
        stamps[to] = stamps[from];
        orders[to] = orders[from];
        onGrid[to] = onGrid[from];
    }

    private int at(int i) {
        return first + i & commands.length - 1;
    }
}
