package org.chronus.modules.effects.reverb;

import java.util.Arrays;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;
import org.chronus.modules.effects.HalfBandDesign;
import org.chronus.modules.effects.Mute;

/**
 * A piano's soundboard, for the mix: it spreads the strings between left and right, and lets those ring that no damper holds. What is added on the
 * left and taken away on the right is the sum of both a quarter of a cycle late, so that both sides are equally loud at each partial and mono hears
 * none of it (two chains of all-passes, as in the frequency shifter); and a little of it behind four all-passes with delays (M. R. Schroeder,
 * "Natural sounding artificial reverberation", 1962), by which each partial leans to a side of its own. Twelve strings from C2 to B2 are driven
 * through the bridge while the pedal is down: between them they have partials of nearly all keys. They are loops as the plucked string is, with a
 * low-pass of one pole.
 */
public final class Soundboard extends Module {
    private static final int STRINGS = 12, LOWEST = 36;
    /** Of the all-passes, in seconds, and their gain. */
    private static final double[] LENGTHS = {0.0019, 0.0031, 0.0053, 0.0079};
    private static final float GAIN = 0.45f;
    /** Of the chains, and Hz from which on they are a quarter of a cycle apart. What of the sides is late by that, and what leans. */
    private static final int SECTIONS = 5, CHAIN = SECTIONS + 1, LEFT = 0, RIGHT = 1, LATE = 2;
    /** Of the low cut, pairs of high-passes. */
    private static final int CUTS = 2, SIDE = 2 * CUTS;
    private static final double EDGE = 20;
    private static final float EVEN = 0.9f, LEANING = 0.3f;
    /** Of the strings under their dampers, in seconds to -60 dB; how far the pedal moves in a second. */
    private static final double DAMPED = 0.1, MINUS_60_DECIBELS = -Math.log(1000);
    private static final float GLIDE = 144;
    /** What of the board's movement a string takes up. */
    private static final float DRIVE = 0.25f;
    /** The last frame's share in the strings' low-pass at 48 kHz: partials at 4 kHz end ten times as soon as the fundamental. */
    private static final float DULL = 0.12f;
    private static final float INAUDIBLE = 1e-20f;

    private final Input in = input("in");
    private final Input pedal = input("pedal").range(0, 1, Unit.SHARE).held().means("how far the dampers are lifted: cable cc.64 to it");
    private final Input ring = input("ring").range(0, 1, Unit.SHARE).normally(0.1).smoothed(0.02).means("how loud undamped strings are");
    private final Input time = input("time").range(0.5, 20, Unit.SECONDS).normally(6).logarithmic().held()
            .means("until undamped strings have decayed by 60 dB");
    private final Input width = input("width").range(0, 1, Unit.SHARE).normally(0.5).smoothed(0.02)
            .means("level of the sides: 1 as much as the middle");
    private final Input lowcut = input("lowcut").range(50, 1_000, Unit.HERTZ).normally(200).logarithmic().held()
            .means("below it nothing is on the sides");
    private final Output out = output("out");
    private final State heard = state();
    private final float[] middle = new float[BLOCK], sides = new float[BLOCK];
    private final float[][] rings = new float[STRINGS][], boards = new float[LENGTHS.length][];
    private final float[] near = new float[SECTIONS], far = new float[SECTIONS];
    /** By chain, parity of the frame and section: its input two frames ago, which is what the section before it gave. */
    private final float[] before = new float[3 * 2 * CHAIN];
    private final int[] lengths = new int[LENGTHS.length], places = new int[LENGTHS.length];
    private final float[] lows = new float[STRINGS];
    private final double[] hertz = new double[STRINGS];
    /** What the low cut has of the left side, the right one, and what is on the sides. */
    private final float[] cuts = new float[4 * CUTS];
    private float lifted, late;
    private int position, parity;

    /** [audio] With the time as it is now. */
    @Override public double tail() {
        return 0.5 + time.data[0] * 100 / 60;
    }

    @Override protected void activate() {
        for (int k = 0; k < STRINGS; k++) {
            hertz[k] = 440 * StrictMath.pow(2, (LOWEST + k - 69) / 12.0);
            rings[k] = new float[Integer.highestOneBit((int) (sampleRate() / hertz[k])) * 2];
        }
        for (int k = 0; k < LENGTHS.length; k++) {
            lengths[k] = (int) (LENGTHS[k] * sampleRate());
            boards[k] = new float[lengths[k]];
        }
        float[] coefficients = HalfBandDesign.coefficients(2 * SECTIONS, EDGE / sampleRate());
        for (int k = 0; k < SECTIONS; k++) {
            near[k] = coefficients[2 * k];
            far[k] = coefficients[2 * k + 1];
        }
    }

    @Override protected void reset(int lane) {
        if (lane == 0) {
            for (float[] each : rings) {
                Arrays.fill(each, 0);
            }
            Arrays.fill(lows, 0);
            for (float[] board : boards) {
                Arrays.fill(board, 0);
            }
            Arrays.fill(places, 0);
            Arrays.fill(before, 0);
            Arrays.fill(cuts, 0);
            lifted = 0;
            late = 0;
            position = 0;
            parity = 0;
        }
    }

    @Override public void generate(int start, int limit) {
        Mute.unheard(out, start, limit, 2);
        float[] x = in.data, y = out.data, loud = ring.data, wide = width.data;
        for (int i = start; i < limit; i++) {
            middle[i] = 0;
            sides[i] = 0;
        }
        ring(start, limit);
        position += limit - start;
        float cut = (float) (2 * Math.PI) * lowcut.data[0] / sampleRate(), share = cut / (1 + cut);
        for (int i = start; i < limit; i++) {
            float left = x[i * in.step], right = x[i * in.step + 1], rings = loud[i * ring.step];
            float side = (left + right) * 0.5f + rings * sides[i];
            // Two high-passes turn the phase as far as one all-pass does, through which the middle goes.
            for (int k = 0; k < CUTS; k++) {
                int twice = SIDE + 2 * k;
                cuts[k] += (left - cuts[k]) * share;
                left -= 2 * cuts[k];
                cuts[CUTS + k] += (right - cuts[CUTS + k]) * share;
                right -= 2 * cuts[CUTS + k];
                cuts[twice] += (side - cuts[twice]) * share;
                side -= cuts[twice];
                cuts[twice + 1] += (side - cuts[twice + 1]) * share;
                side -= cuts[twice + 1];
            }
            float leans = side;
            for (int k = 0; k < boards.length; k++) {
                float[] board = boards[k];
                int at = places[k];
                float old = board[at], enters = leans - GAIN * old;
                board[at] = Math.abs(enters) < INAUDIBLE ? 0 : enters;
                places[k] = at + 1 == lengths[k] ? 0 : at + 1;
                leans = old + GAIN * enters;
            }
            left = turn(LEFT, near, left);
            right = turn(RIGHT, near, right);
            float quarter = late, both = rings * middle[i];
            late = turn(LATE, far, side);
            parity ^= 1;
            side = wide[i * width.step] * (EVEN * quarter + LEANING * leans);
            y[i * out.step] = left + both + side;
            y[i * out.step + 1] = right + both - side;
        }
        if (start == 0) {
            settle();
        }
        // The engine sees by it if the board holds something that is no number.
        heard.data[0] = y[(limit - 1) * out.step];
        heard.data[1] = y[(limit - 1) * out.step + 1];
    }

    /** A frame through a chain of all-passes of the second order. */
    private float turn(int chain, float[] coefficients, float x) {
        int at = (2 * chain + parity) * CHAIN;
        float y = x;
        for (int k = 0; k < SECTIONS; k++) {
            float next = (y + before[at + k + 1]) * coefficients[k] - before[at + k];
            before[at + k] = y;
            y = next;
        }
        before[at + SECTIONS] = y;
        return y;
    }

    /** Zeroes what would decay into denormal numbers. */
    private void settle() {
        for (int i = 0; i < before.length; i++) {
            before[i] = heard(before[i]);
        }
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = heard(cuts[i]);
        }
    }

    private static float heard(float x) {
        return Math.abs(x) < INAUDIBLE ? 0 : x;
    }

    /** Every other string is on the left. They go on under their dampers: code that seldom ran would be compiled anew as a pedal goes down. */
    private void ring(int start, int limit) {
        float[] x = in.data;
        float lift = lifted, aim = pedal.data[0], glide = Math.min(GLIDE / sampleRate(), 1);
        double dull = DULL * Math.min(48_000 / sampleRate(), 1);
        for (int k = 0; k < STRINGS; k++) {
            float[] line = rings[k];
            double f = hertz[k], free = StrictMath.exp(MINUS_60_DECIBELS / (time.data[0] * f)), delay = sampleRate() / f - dull / (1 - dull);
            double held = StrictMath.exp(MINUS_60_DECIBELS / (DAMPED * f));
            int whole = (int) delay, mask = line.length - 1;
            float rest = (float) (delay - whole), a = (float) dull, open = (float) free, shut = (float) held;
            float drive = 0.5f * DRIVE * (float) Math.sqrt(1 - free * free), low = lows[k], toSide = (k & 1) == 0 ? 1 : -1;
            lift = lifted;
            for (int i = start; i < limit; i++) {
                lift += (aim - lift) * glide;
                int at = position + i - start;
                float newer = line[at - whole & mask], old = newer + (line[at - whole - 1 & mask] - newer) * rest;
                low = old + (low - old) * a;
                float y = (shut + (open - shut) * lift) * low;
                float w = y + drive * lift * (x[i * in.step] + x[i * in.step + 1]);
                line[at & mask] = Math.abs(w) < INAUDIBLE ? 0 : w;
                middle[i] += y;
                sides[i] += toSide * y;
            }
            lows[k] = Math.abs(low) < INAUDIBLE ? 0 : low;
        }
        lifted = Math.abs(lift) < INAUDIBLE ? 0 : lift;
    }
}
