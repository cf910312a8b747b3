package org.chronus.modules.effects;

/**
 * A feedback delay network: eight lines of unlike lengths, whose ends go through a low-pass each and an orthogonal matrix back to their
 * beginnings (J.-M. Jot and A. Chaigne, "Digital delay networks for designing artificial reverberators", 1991; the matrix is Hadamard's). Four all-passes a
 * side thicken what enters; the lengths sway by a few samples, lest single resonances stand out. Audio thread, after construction.
 */
final class ReverbTank {
    /** Seconds until what entered has come out of every line once. */
    static final double LONGEST_PASS = 0.3;

    private static final int LINES = 8;
    private static final float[] SECONDS = {0.0311f, 0.0367f, 0.0413f, 0.0479f, 0.0535f, 0.0601f, 0.0683f, 0.0777f};
    private static final float[] LEFT_DIFFUSION = {0.0031f, 0.0049f, 0.0077f, 0.0113f};
    private static final float[] RIGHT_DIFFUSION = {0.0034f, 0.0045f, 0.0083f, 0.0107f};
    private static final float SWAY_SECONDS = 0.000125f;
    private static final float SWAY_HERTZ = 0.5f;
    private static final float GLIDE_SECONDS = 0.2f;
    private static final double BRIGHTEST = 20_000, DULLEST = 1_000;
    private static final float INAUDIBLE = 1e-20f;
    private static final float ORTHOGONAL = (float) Math.sqrt(1.0 / LINES);

    private final float rate;
    private final DelayLine[] lines = new DelayLine[LINES];
    private final Diffuser leftDiffuser;
    private final Diffuser rightDiffuser;
    private final float[] gain = new float[LINES];
    private final float[] newGain = new float[LINES];
    private final float[] dull = new float[LINES];
    private final float[] ends = new float[LINES];
    private float time;
    private float damping = -1;
    private float size;
    private float length;
    private float pass;
    private float level;
    private float newLevel;
    private float left;
    private float right;
    private int sway;
    private boolean empty = true;

    ReverbTank(float rate) {
        this.rate = rate;
        for (int i = 0; i < LINES; i++) {
            lines[i] = new DelayLine((SECONDS[i] + SWAY_SECONDS) * rate + DelayLine.NEWEST);
        }
        leftDiffuser = new Diffuser(LEFT_DIFFUSION, rate);
        rightDiffuser = new Diffuser(RIGHT_DIFFUSION, rate);
    }

    /** Silence. */
    void clear() {
        for (int i = 0; i < LINES; i++) {
            lines[i].clear();
            dull[i] = 0;
            gain[i] = 0;
        }
        length = 0;
        level = 0;
        leftDiffuser.clear();
        rightDiffuser.clear();
        left = 0;
        right = 0;
        sway = 0;
        empty = true;
    }

    /** Zeroes what would decay into denormal numbers; at grid lines. */
    void flush() {
        for (int i = 0; i < LINES; i++) {
            dull[i] = Math.abs(dull[i]) < INAUDIBLE ? 0 : dull[i];
        }
    }

    /**
     * Seconds to -60 dB, share of damping, share of size. A line of T seconds loses 60 T / time dB; the output is levelled so that a steady
     * noise comes out as loud as it went in.
     */
    void shape(float newTime, float newDamping, float newSize) {
        if (newTime == time && newDamping == damping && newSize == size) {
            return;
        }
        time = newTime;
        damping = newDamping;
        size = newSize;
        double energy = 0;
        for (int i = 0; i < LINES; i++) {
            double kept = StrictMath.pow(10, -3 * SECONDS[i] * size / time);
            newGain[i] = (float) kept * ORTHOGONAL;
            energy += kept * kept / LINES;
        }
        newLevel = (float) Math.sqrt((1 - energy) / (LINES / 2));
        double hertz = BRIGHTEST * StrictMath.pow(DULLEST / BRIGHTEST, damping);
        pass = damping == 0 ? 1 : (float) -StrictMath.expm1(-2 * Math.PI * hertz / rate);
    }

    /** One frame. A new shape is glided to, as if the walls moved. */
    void process(float leftIn, float rightIn) {
        float glide = empty ? 1 : 1 / (GLIDE_SECONDS * rate);
        empty = false;
        length += (size * rate - length) * glide;
        level += (newLevel - level) * glide;
        float s = sway * 0x1p-32f, swing = 16 * s * (0.5f - Math.abs(s)) * SWAY_SECONDS * rate;
        sway += (int) (SWAY_HERTZ / rate * 0x1p32f);
        for (int i = 0; i < LINES; i++) {
            float end = lines[i].read(DelayLine.NEWEST + SECONDS[i] * length + swing);
            swing = -swing;
            gain[i] += (newGain[i] - gain[i]) * glide;
            dull[i] += (end - dull[i]) * pass;
            ends[i] = dull[i] * gain[i];
        }
        left = (dull[0] - dull[2] + dull[4] - dull[6]) * level;
        right = (dull[1] - dull[3] + dull[5] - dull[7]) * level;
        mix();
        float l = leftDiffuser.process(leftIn), r = rightDiffuser.process(rightIn);
        for (int i = 0; i < LINES; i += 2) {
            lines[i].write(ends[i] + l);
            lines[i + 1].write(ends[i + 1] + r);
        }
    }

    float left() {
        return left;
    }

    float right() {
        return right;
    }

    /** Hadamard's matrix by sums and differences of pairs; {@link #gain} holds the factor that makes it orthogonal. */
    private void mix() {
        for (int half = 1; half < LINES; half *= 2) {
            for (int i = 0; i < LINES; i++) {
                if ((i & half) == 0) {
                    float a = ends[i], b = ends[i + half];
                    ends[i] = a + b;
                    ends[i + half] = a - b;
                }
            }
        }
    }
}
