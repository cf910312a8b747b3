package org.chronus.instrument.engine.state;

import java.util.Arrays;

import org.chronus.modules.patch.InstrumentSection;
import org.chronus.modules.patch.Part;

/**
 * Where wheels, pedals and pressure are now: those of each player, and, whoever moved them last, those of each MIDI channel and of all; and
 * the programs of the channels. It is what a patch that comes new must know. Controllers that were never moved have no position. Audio
 * thread only.
 */
public final class ControllerState {
    /** The controllers of the player's body, which carry over to the next preset; all others start at the preset's own value. */
    private static final int[] CARRIED = {1, 2, 4, 7, 10, 11, 64, 65, 66, 67};
    /** Rows: players, MIDI channels, all. Then what is beside the controllers in a row. */
    private static final int CHANNEL = Part.PLAYERS, ANY = CHANNEL + 16, BEND = 128, PRESSURE = 129, BEND_RANGE = 130, TUNING = 131, DEPTH = 132;
    private static final int NO_PROGRAM = -1;

    private final boolean[] carries = new boolean[BEND];
    private final Players players;
    private final float[][] positions = new float[ANY + 1][DEPTH + 1];
    /** The frame, and the order among all commands, of the last move of each; and the number of that move, all moves being counted. */
    private final long[][] stamps = new long[ANY + 1][DEPTH + 1];
    private final long[][] orders = new long[ANY + 1][DEPTH + 1];
    private final long[][] moves = new long[ANY + 1][DEPTH + 1];
    /** Rows in which anything was moved. */
    private final boolean[] moved = new boolean[ANY + 1];
    /** By MIDI channel, whoever chose it; {@link #NO_PROGRAM} if nobody did. */
    private final int[] programs = new int[16];
    private long count;

    public ControllerState(Players players) {
        this.players = players;
        for (int number : CARRIED) {
            carries[number] = true;
        }
        Arrays.fill(programs, NO_PROGRAM);
        for (long[] channel : stamps) {
            Arrays.fill(channel, -1);
        }
        for (float[] channel : positions) {
            Arrays.fill(channel, Float.NaN);
        }
    }

    /** A command moved a controller of a channel of a source to {@code position}, 0..1. */
    public void controller(int channel, int number, float position, DueCommand by) {
        for (int player = players.first(channel); player != Players.NONE; player = players.next(channel, player)) {
            move(player, number, position, by);
        }
        move(CHANNEL + (channel & 15), number, position, by);
        move(ANY, number, position, by);
    }

    /** A player begins where another has its controllers, or, if that is {@link Players#NONE}, with none that was moved. */
    public void begin(int player, int from) {
        moved[player] = from != Players.NONE && moved[from];
        if (moved[player]) {
            System.arraycopy(positions[from], 0, positions[player], 0, DEPTH + 1);
            System.arraycopy(stamps[from], 0, stamps[player], 0, DEPTH + 1);
            System.arraycopy(orders[from], 0, orders[player], 0, DEPTH + 1);
            System.arraycopy(moves[from], 0, moves[player], 0, DEPTH + 1);
        } else {
            Arrays.fill(positions[player], Float.NaN);
            Arrays.fill(stamps[player], -1);
        }
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

    /** What a MIDI channel, 0..15, plays where it has a sound of its own: see {@link InstrumentSection#program}. */
    public void program(int channel, int program) {
        programs[channel] = program;
    }

    /** The part takes over, at once, what carries over, and then what moved after that place in time, in that order: it missed it. */
    public void giveTo(Part part, long frame, long order) {
        int channel = part.plan().channel();
        giveToPart(part, channel < 0 ? ANY : CHANNEL + channel, frame, order);
        for (int player = 0; player < Part.PLAYERS; player++) {
            if (moved[player] && (channel < 0 || players.isOn(player, channel))) {
                giveToPlayer(part, player, frame, order);
            }
        }
        for (int i = 0; i < programs.length; i++) {
            if (programs[i] != NO_PROGRAM && part.instrument().isPresent() && (channel < 0 || channel == i)) {
                part.instrument().get().program(0, i, programs[i]);
            }
        }
    }

    private void giveToPart(Part part, int row, long frame, long order) {
        float[] present = positions[row];
        if (!Float.isNaN(present[DEPTH])) {
            part.modulationDepth(present[DEPTH], true);
        }
        for (int number = 0; number < BEND; number++) {
            if ((carries[number] || part.keeps(number)) && !Float.isNaN(present[number])) {
                part.controller(number, present[number], true);
            }
        }
        if (!Float.isNaN(present[BEND])) {
            part.bend(present[BEND], true);
        }
        if (!Float.isNaN(present[PRESSURE])) {
            part.pressure(present[PRESSURE], true);
        }
        for (int number = next(row, frame, order, -1); number >= 0; number = next(row, frame, order, moves[row][number])) {
            part.controller(number, present[number], true);
        }
    }

    private void giveToPlayer(Part part, int player, long frame, long order) {
        float[] present = positions[player];
        if (!Float.isNaN(present[BEND_RANGE])) {
            part.players().bendRange(player, present[BEND_RANGE], true);
        }
        if (!Float.isNaN(present[TUNING])) {
            part.players().tuning(player, present[TUNING], true);
        }
        if (!Float.isNaN(present[DEPTH])) {
            part.players().modulationDepth(player, present[DEPTH], true);
        }
        for (int number = 0; number < BEND; number++) {
            if ((carries[number] || part.keeps(number)) && !Float.isNaN(present[number])) {
                part.players().controller(player, number, present[number], true);
            }
        }
        if (!Float.isNaN(present[BEND])) {
            part.players().bend(player, present[BEND], true);
        }
        if (!Float.isNaN(present[PRESSURE])) {
            part.players().pressure(player, present[PRESSURE], true);
        }
        for (int number = next(player, frame, order, -1); number >= 0; number = next(player, frame, order, moves[player][number])) {
            part.players().controller(player, number, present[number], true);
        }
    }

    /** The controller that moved first after that move, and after that place in time; -1 if none did. */
    private int next(int row, long frame, long order, long move) {
        int next = -1;
        for (int number = 0; number < BEND; number++) {
            if (DueCommand.isAfter(stamps[row][number], orders[row][number], frame, order) && moves[row][number] > move
                    && (next < 0 || moves[row][number] < moves[row][next])) {
                next = number;
            }
        }
        return next;
    }

    private void move(int row, int number, float position, DueCommand by) {
        positions[row][number] = position;
        stamps[row][number] = by.stamp();
        orders[row][number] = by.order();
        moves[row][number] = count++;
        moved[row] = true;
    }
}
