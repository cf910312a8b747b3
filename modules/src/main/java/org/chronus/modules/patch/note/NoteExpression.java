package org.chronus.modules.patch.note;

import org.chronus.modules.Signal;

/** Bend, pressure and timbre of each voice of a group. Audio thread only, after construction. */
public final class NoteExpression {
    private final NotePressure pressure;
    private final LaneRamp bend;
    private final LaneRamp timbre;

    /** {@code frames}: how long bend and timbre take to follow. */
    public NoteExpression(NotePressure pressure, int frames) {
        this.pressure = pressure;
        bend = new LaneRamp(frames);
        timbre = new LaneRamp(frames);
    }

    /** How hard each voice is pressed, 0..1. */
    public Signal pressure() {
        return pressure;
    }

    /** -1..1. */
    public Signal timbre() {
        return timbre;
    }

    /** In semitones. */
    public Signal bend() {
        return bend;
    }

    /** Where the bend of a voice is going, or is, in semitones. */
    public float bend(int lane) {
        return bend.target(lane);
    }

    /** In semitones, from the next frame on, smoothed unless {@code atOnce}. */
    public void bend(int lane, float semitones, boolean atOnce) {
        move(bend, lane, semitones, atOnce);
    }

    /** The key is pressed, 0..1: likewise. */
    public void press(int lane, float amount, boolean atOnce) {
        pressure.press(lane, amount, atOnce);
    }

    /** -1..1: likewise. */
    public void timbre(int lane, float amount, boolean atOnce) {
        move(timbre, lane, amount, atOnce);
    }

    private static void move(LaneRamp ramp, int lane, float value, boolean atOnce) {
        if (atOnce) {
            ramp.jump(lane, value);
        } else {
            ramp.rampTo(lane, value);
        }
    }

    /** What would move from the next frame on stays. */
    public void hold(int lane) {
        bend.hold(lane);
        pressure.hold(lane);
        timbre.hold(lane);
    }

    /** All at 0. */
    public void clear() {
        bend.clear();
        pressure.clear();
        timbre.clear();
    }

    /** Writes the frames of a block from start to limit - 1. Returns false if nothing has changed since the last time. */
    public boolean generate(int start, int limit) {
        return pressure.generate(start, limit) | bend.generate(start, limit) | timbre.generate(start, limit);
    }
}
