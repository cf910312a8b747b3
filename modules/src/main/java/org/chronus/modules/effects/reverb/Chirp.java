package org.chronus.modules.effects.reverb;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;

import jdk.incubator.vector.FloatVector;

/**
 * What makes a spring sound like one: its waves travel the slower the higher they are, up to a corner where they stop. A chain of all-passes
 * (a + z^-k) / (1 + a z^-k), with k such that the delay grows up to that corner, then a low-pass there (V. Valimaki, J. Parker and J. Abel,
 * "Parametric spring reverberation effect", 2010, section 2). Lanes side by side. Built by the loader, run on the audio thread.
 */
final class Chirp {
    private static final int STAGES = 80, SECTIONS = 5;
    private static final float GAIN = 0.6f, INAUDIBLE = 1e-20f;
    private static final double CORNER = 4_200;

    private final int stretch;
    private final int row;
    /** By stage and frame, the oldest first: what circulates in the stage. */
    private final float[] circulating;
    private final float[] circulates;
    private final float[] sections = new float[2 * SECTIONS * LANES];
    private final float[] forward = new float[SECTIONS];
    private final float[] back1 = new float[SECTIONS];
    private final float[] back2 = new float[SECTIONS];

    Chirp(float rate) {
        stretch = Math.max(1, (int) Math.round(rate / (2 * CORNER)));
        row = stretch * LANES;
        circulating = new float[STAGES * row];
        circulates = new float[(BLOCK + stretch) * LANES];
        double tangent = StrictMath.tan(Math.PI * 0.95 / (2 * Math.max(2, stretch)));
        for (int k = 0; k < SECTIONS; k++) {
            double damping = 2 * StrictMath.cos(Math.PI * (2 * k + 1) / (4 * SECTIONS)), square = tangent * tangent;
            double whole = 1 + damping * tangent + square;
            forward[k] = (float) (square / whole);
            back1[k] = (float) (2 * (square - 1) / whole);
            back2[k] = (float) ((1 - damping * tangent + square) / whole);
        }
    }

    /** Seconds by which it delays sound near the corner. */
    static double longest() {
        return STAGES * (1 + GAIN) / (1 - GAIN) / (2 * CORNER) + 0.01;
    }

    void clear(int lane) {
        for (int i = lane; i < circulating.length; i += LANES) {
            circulating[i] = 0;
        }
        for (int i = lane; i < sections.length; i += LANES) {
            sections[i] = 0;
        }
    }

    /** Zeroes what would decay into denormal numbers; at grid lines. */
    void flush() {
        flush(circulating);
        flush(sections);
    }

    private static void flush(float[] all) {
        for (int i = 0; i < all.length; i += LANES) {
            FloatVector values = FloatVector.fromArray(LANE, all, i);
            values.blend(0f, values.abs().lt(INAUDIBLE)).intoArray(all, i);
        }
    }

    /** In place: frames {@code start} to {@code limit - 1}, each {@code LANES} wide. */
    void process(float[] wave, int start, int limit) {
        int frames = (limit - start) * LANES, from = start * LANES;
        for (int stage = 0; stage < STAGES; stage++) {
            System.arraycopy(circulating, stage * row, circulates, 0, row);
            for (int i = 0; i < frames; i += LANES) {
                FloatVector old = FloatVector.fromArray(LANE, circulates, i), x = FloatVector.fromArray(LANE, wave, from + i);
                FloatVector in = x.sub(old.mul(GAIN));
                in.intoArray(circulates, row + i);
                in.mul(GAIN).add(old).intoArray(wave, from + i);
            }
            System.arraycopy(circulates, frames, circulating, stage * row, row);
        }
        for (int k = 0; k < SECTIONS; k++) {
            lowpass(k, wave, from, from + frames);
        }
    }

    /** Two poles of Butterworth's. */
    private void lowpass(int k, float[] wave, int from, int to) {
        float gain = forward[k], one = back1[k], two = back2[k];
        FloatVector s1 = FloatVector.fromArray(LANE, sections, 2 * k * LANES), s2 = FloatVector.fromArray(LANE, sections, (2 * k + 1) * LANES);
        for (int i = from; i < to; i += LANES) {
            FloatVector x = FloatVector.fromArray(LANE, wave, i).mul(gain), y = x.add(s1);
            s1 = x.add(x).sub(y.mul(one)).add(s2);
            s2 = x.sub(y.mul(two));
            y.intoArray(wave, i);
        }
        s1.intoArray(sections, 2 * k * LANES);
        s2.intoArray(sections, (2 * k + 1) * LANES);
    }
}
