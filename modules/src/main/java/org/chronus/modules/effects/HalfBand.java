package org.chronus.modules.effects;

import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;

import jdk.incubator.vector.FloatVector;

/**
 * The two chains of all-passes between a rate and its double: flat to 20 kHz of 48, and 96 dB down from 28 kHz on. Rows of {@code LANES}
 * floats, two to a frame. Going up, both rows of a frame hold its sample, and the first chain makes the earlier one; going down, the first
 * chain takes the later row, and the mean of both is the sample. Built by the loader, run on the audio thread.
 */
public final class HalfBand {
    private static final float[] COEFFICIENTS = HalfBandDesign.coefficients(6, 1 / 24.0);
    private static final float A1 = COEFFICIENTS[0], A2 = COEFFICIENTS[2], A3 = COEFFICIENTS[4];
    private static final float B1 = COEFFICIENTS[1], B2 = COEFFICIENTS[3], B3 = COEFFICIENTS[5];
    private static final float INAUDIBLE = 1e-20f;

    /** By chain: the last input, and what each all-pass gave. */
    private final float[] last = new float[8 * LANES];

    /** Silence in one lane. */
    public void clear(int lane) {
        for (int i = lane; i < last.length; i += LANES) {
            last[i] = 0;
        }
    }

    /** Zeroes what would decay into denormal numbers; at grid lines. */
    public void flush() {
        for (int i = 0; i < last.length; i += LANES) {
            FloatVector values = FloatVector.fromArray(LANE, last, i);
            values.blend(0f, values.abs().lt(INAUDIBLE)).intoArray(last, i);
        }
    }

    /** In place; {@code first} is the row of each frame, 0 or 1, that the first chain takes. */
    public void process(float[] rows, int first, int start, int limit) {
        FloatVector a0 = FloatVector.fromArray(LANE, last, 0), a1 = FloatVector.fromArray(LANE, last, LANES);
        FloatVector a2 = FloatVector.fromArray(LANE, last, 2 * LANES), a3 = FloatVector.fromArray(LANE, last, 3 * LANES);
        FloatVector b0 = FloatVector.fromArray(LANE, last, 4 * LANES), b1 = FloatVector.fromArray(LANE, last, 5 * LANES);
        FloatVector b2 = FloatVector.fromArray(LANE, last, 6 * LANES), b3 = FloatVector.fromArray(LANE, last, 7 * LANES);
        int one = first * LANES, other = LANES - one;
        for (int i = 2 * start * LANES; i < 2 * limit * LANES; i += 2 * LANES) {
            FloatVector x = FloatVector.fromArray(LANE, rows, i + one), y = x.mul(A1).add(a0).sub(a1.mul(A1));
            a0 = x;
            x = y.mul(A2).add(a1).sub(a2.mul(A2));
            a1 = y;
            y = x.mul(A3).add(a2).sub(a3.mul(A3));
            a2 = x;
            a3 = y;
            y.intoArray(rows, i + one);
            x = FloatVector.fromArray(LANE, rows, i + other);
            y = x.mul(B1).add(b0).sub(b1.mul(B1));
            b0 = x;
            x = y.mul(B2).add(b1).sub(b2.mul(B2));
            b1 = y;
            y = x.mul(B3).add(b2).sub(b3.mul(B3));
            b2 = x;
            b3 = y;
            y.intoArray(rows, i + other);
        }
        a0.intoArray(last, 0);
        a1.intoArray(last, LANES);
        a2.intoArray(last, 2 * LANES);
        a3.intoArray(last, 3 * LANES);
        b0.intoArray(last, 4 * LANES);
        b1.intoArray(last, 5 * LANES);
        b2.intoArray(last, 6 * LANES);
        b3.intoArray(last, 7 * LANES);
    }
}
