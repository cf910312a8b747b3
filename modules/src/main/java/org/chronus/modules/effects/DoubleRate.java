package org.chronus.modules.effects;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.Signal;
import org.chronus.modules.State;

/**
 * A block at twice the sample rate, for what makes harmonics: up, then something is done to {@link #rows}, then down. Both ways go through a
 * {@link HalfBand}. Built by the loader, run on the audio thread.
 */
public final class DoubleRate {
    /** Two rows of {@code LANES} floats to a frame, the earlier first. */
    public final float[] rows = new float[2 * BLOCK * LANES];

    private final HalfBand up = new HalfBand();
    private final HalfBand down = new HalfBand();

    /** Silence in one lane. */
    public void clear(int lane) {
        up.clear(lane);
        down.clear(lane);
    }

    /** Fills the rows of these frames. */
    public void up(Signal in, int start, int limit) {
        float[] x = in.data;
        int dx = in.step;
        for (int i = start; i < limit; i++) {
            FloatVector v = FloatVector.fromArray(LANE, x, i * dx);
            v.intoArray(rows, 2 * i * LANES);
            v.intoArray(rows, (2 * i + 1) * LANES);
        }
        raise(start, limit);
    }

    /** The same of a product. */
    public void up(Signal in, Signal gain, int start, int limit) {
        float[] x = in.data, g = gain.data;
        int dx = in.step, dg = gain.step;
        for (int i = start; i < limit; i++) {
            FloatVector v = FloatVector.fromArray(LANE, x, i * dx).mul(FloatVector.fromArray(LANE, g, i * dg));
            v.intoArray(rows, 2 * i * LANES);
            v.intoArray(rows, (2 * i + 1) * LANES);
        }
        raise(start, limit);
    }

    private void raise(int start, int limit) {
        if (start == 0) {
            up.flush();
            down.flush();
        }
        up.process(rows, 0, start, limit);
    }

    /** Writes what the rows of these frames are at the sample rate. */
    public void down(Signal out, int start, int limit) {
        float[] y = out.data;
        int dy = out.step;
        down.process(rows, 1, start, limit);
        for (int i = start; i < limit; i++) {
            FloatVector.fromArray(LANE, rows, 2 * i * LANES).add(FloatVector.fromArray(LANE, rows, (2 * i + 1) * LANES)).mul(0.5f)
                    .intoArray(y, i * dy);
        }
    }

    /** The same without its mean: what goes through a high-pass of one pole, which keeps so much of itself from frame to frame. */
    void down(Signal out, float keep, State before, State passed, int start, int limit) {
        float[] y = out.data;
        int dy = out.step;
        down.process(rows, 1, start, limit);
        FloatVector x1 = FloatVector.fromArray(LANE, before.data, 0), y1 = FloatVector.fromArray(LANE, passed.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector v = FloatVector.fromArray(LANE, rows, 2 * i * LANES).add(FloatVector.fromArray(LANE, rows, (2 * i + 1) * LANES)).mul(0.5f);
            y1 = y1.mul(keep).add(v.sub(x1));
            x1 = v;
            y1.intoArray(y, i * dy);
        }
        x1.intoArray(before.data, 0);
        y1.intoArray(passed.data, 0);
    }
}
