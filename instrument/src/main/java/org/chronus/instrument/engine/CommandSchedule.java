package org.chronus.instrument.engine;

import org.chronus.midi.command.Command;

/**
 * Commands that wait for their frame, in order of frame; within a frame those that are ramped first, then as they arrived. Bounded; audio
 * thread only.
 */
final class CommandSchedule {
    /** Commands; an array of objects, because storing into it checks no type. */
    private final Object[] commands;
    private final long[] frames;
    private final boolean[] smooth;
    private int first;
    private int size;

    /** @param capacity a power of two */
    CommandSchedule(int capacity) {
        commands = new Object[capacity];
        frames = new long[capacity];
        smooth = new boolean[capacity];
    }

    /** True if a command might find no room for both its sides. */
    boolean isFull() {
        return size > commands.length - 2;
    }

    /** Never when full. {@code isSmooth}: its ramped side, which cuts blocks; else its exact one. */
    void add(long frame, Command command, boolean isSmooth) {
        int i = size++;
        while (i > 0 && isAfter(at(i - 1), frame, isSmooth)) {
            frames[at(i)] = frames[at(i - 1)];
            commands[at(i)] = commands[at(i - 1)];
            smooth[at(i)] = smooth[at(i - 1)];
            i--;
        }
        frames[at(i)] = frame;
        commands[at(i)] = command;
        smooth[at(i)] = isSmooth;
    }

    /** The frame of the next one; the end of time if there is none. */
    long nextFrame() {
        return size == 0 ? Long.MAX_VALUE : frames[first];
    }

    /** The first frame after {@code from} at which a command of the kind that cuts blocks waits. */
    long nextCut(long from) {
        for (int i = 0; i < size; i++) {
            if (frames[at(i)] > from && smooth[at(i)]) {
                return frames[at(i)];
            }
        }
        return Long.MAX_VALUE;
    }

    Command take() {
        Command command = (Command) commands[first];
        commands[first] = null;
        first = at(1);
        size--;
        return command;
    }

    /** True if the next one is ramped rather than exact to its frame. */
    boolean nextIsSmooth() {
        return size > 0 && smooth[first];
    }

    private boolean isAfter(int waiting, long frame, boolean isSmooth) {
        return frames[waiting] > frame || frames[waiting] == frame && isSmooth && !smooth[waiting];
    }

    private int at(int i) {
        return first + i & commands.length - 1;
    }
}
