package org.chronus.instrument.engine.state;

import java.util.Arrays;

import org.chronus.modules.patch.Part;

/**
 * Where wheels, pedals and pressure are now, by channel: what a patch that comes new must know. Controllers that were never moved have no
 * position. Audio thread only.
 */
public final class ControllerState {
    /** The controllers of the player's body, which carry over to the next preset; all others start at the preset's own value. */
    private static final int[] CARRIED = {1, 2, 4, 7, 10, 11, 64, 65, 66, 67};
    private static final int ANY = 16, BEND = 128, PRESSURE = 129, BEND_RANGE = 130, TUNING = 131, DEPTH = 132;

    private final float[][] positions = new float[ANY + 1][DEPTH + 1];
    /** The frame, and the order among all commands, of the last move of each; and the number of that move, all moves being counted. */
    private final long[][] stamps = new long[ANY + 1][DEPTH + 1];
    private final long[][] orders = new long[ANY + 1][DEPTH + 1];
    private final long[][] moves = new long[ANY + 1][DEPTH + 1];
    private long count;

    public ControllerState() {
        for (long[] channel : stamps) {
            Arrays.fill(channel, -1);
        }
        for (float[] channel : positions) {
            Arrays.fill(channel, Float.NaN);
        }
    }

    /** A command moved a controller of a channel to {@code position}, 0..1. */
    public void controller(int channel, int number, float position, DueCommand by) {
        move(channel, number, position, by);
        move(ANY, number, position, by);
    }

    /** -1..1. */
    public void bend(int channel, float position, DueCommand by) {
        controller(channel, BEND, position, by);
    }

    /** 0..1. */
    public void pressure(int channel, float amount, DueCommand by) {
        controller(channel, PRESSURE, amount, by);
    }

    /** In semitones. */
    public void bendRange(int channel, float semitones, DueCommand by) {
        controller(channel, BEND_RANGE, semitones, by);
    }

    /** In semitones. */
    public void tuning(int channel, float semitones, DueCommand by) {
        controller(channel, TUNING, semitones, by);
    }

    /** What the modulation wheel does, as a multiple of what presets say. */
    public void modulationDepth(int channel, float factor, DueCommand by) {
        controller(channel, DEPTH, factor, by);
    }

    /** The part takes over, at once, what carries over, and then what moved after that place in time, in that order: it missed it. */
    public void giveTo(Part part, long frame, long order) {
        int channel = part.plan().channel() < 0 ? ANY : part.plan().channel();
        float[] present = positions[channel];
        giveParametersTo(part, present);
        for (int number : CARRIED) {
            if (!Float.isNaN(present[number])) {
                part.controller(number, present[number], true);
            }
        }
        for (int number = 0; number < BEND; number++) {
            if (part.keeps(number) && !Float.isNaN(present[number])) {
                part.controller(number, present[number], true);
            }
        }
        if (!Float.isNaN(present[BEND])) {
            part.bend(present[BEND], true);
        }
        if (!Float.isNaN(present[PRESSURE])) {
            part.pressure(present[PRESSURE], true);
        }
        for (int number = next(channel, frame, order, -1); number >= 0; number = next(channel, frame, order, moves[channel][number])) {
            part.controller(number, present[number], true);
        }
    }

    private static void giveParametersTo(Part part, float[] present) {
        if (!Float.isNaN(present[BEND_RANGE])) {
            part.bendRange(present[BEND_RANGE], true);
        }
        if (!Float.isNaN(present[TUNING])) {
            part.tuning(present[TUNING], true);
        }
        if (!Float.isNaN(present[DEPTH])) {
            part.modulationDepth(present[DEPTH], true);
        }
    }

    /** The controller that moved first after that move, and after that place in time; -1 if none did. */
    private int next(int channel, long frame, long order, long move) {
        int next = -1;
        for (int number = 0; number < BEND; number++) {
            if (DueCommand.isAfter(stamps[channel][number], orders[channel][number], frame, order) && moves[channel][number] > move
                    && (next < 0 || moves[channel][number] < moves[channel][next])) {
                next = number;
            }
        }
        return next;
    }

    private void move(int channel, int number, float position, DueCommand by) {
        positions[channel][number] = position;
        stamps[channel][number] = by.stamp();
        orders[channel][number] = by.order();
        moves[channel][number] = count++;
    }
}
