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
    /** When each moved last, counted from the engine's start; and as the how manieth move of all. */
    private final long[][] frames = new long[ANY + 1][DEPTH + 1];
    private final long[][] moves = new long[ANY + 1][DEPTH + 1];
    private long count;

    public ControllerState() {
        for (long[] channel : frames) {
            Arrays.fill(channel, -1);
        }
        for (float[] channel : positions) {
            Arrays.fill(channel, Float.NaN);
        }
    }

    /** A controller of a channel moved to {@code position}, 0..1, at a frame counted from the engine's start. */
    public void controller(int channel, int number, float position, long frame) {
        move(channel, number, position, frame);
        move(ANY, number, position, frame);
    }

    /** -1..1. */
    public void bend(int channel, float position, long frame) {
        controller(channel, BEND, position, frame);
    }

    /** 0..1. */
    public void pressure(int channel, float amount, long frame) {
        controller(channel, PRESSURE, amount, frame);
    }

    /** In semitones. */
    public void bendRange(int channel, float semitones, long frame) {
        controller(channel, BEND_RANGE, semitones, frame);
    }

    /** In semitones. */
    public void tuning(int channel, float semitones, long frame) {
        controller(channel, TUNING, semitones, frame);
    }

    /** What the modulation wheel does, as a multiple of what presets say. */
    public void modulationDepth(int channel, float factor, long frame) {
        controller(channel, DEPTH, factor, frame);
    }

    /** The part takes over, at once, what carries over, and then what moved since {@code frame}, in that order: it missed it. */
    public void giveTo(Part part, long frame) {
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
        for (int number = next(channel, frame, -1); number >= 0; number = next(channel, frame, moves[channel][number])) {
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

    /** The controller that moved first after that move, but not before {@code frame}; -1 if none did. */
    private int next(int channel, long frame, long move) {
        int next = -1;
        for (int number = 0; number < BEND; number++) {
            if (frames[channel][number] >= frame && moves[channel][number] > move && (next < 0 || moves[channel][number] < moves[channel][next])) {
                next = number;
            }
        }
        return next;
    }

    private void move(int channel, int number, float position, long frame) {
        positions[channel][number] = position;
        frames[channel][number] = frame;
        moves[channel][number] = count++;
    }
}
