package org.chronus.modules.effects.reverb;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.effects.DelayLine;

/**
 * A feedback delay network: eight lines of unlike lengths, whose ends go through a low-pass each and an orthogonal matrix back to their
 * inputs (J.-M. Jot and A. Chaigne, "Digital delay networks for designing artificial reverberators", 1991; the matrix is Hadamard's). Four
 * all-passes a side diffuse the input; the lengths are modulated by a few samples, so that single resonances do not stand out.
 *
 * <p>No line is shorter than a pass of frames, so each is processed at once, many frames to a vector. Built by the loader, run on the audio
 * thread.
 */
final class ReverbTank {
    /** Seconds until what entered has come out of every line once. */
    static final double LONGEST_PASS = 0.3;

    private static final int LINES = 8;
    private static final float[] SECONDS = {0.0311f, 0.0367f, 0.0413f, 0.0479f, 0.0535f, 0.0601f, 0.0683f, 0.0777f};
    private static final float[] LEFT_DIFFUSION = {0.0031f, 0.0049f, 0.0077f, 0.0113f};
    private static final float[] RIGHT_DIFFUSION = {0.0034f, 0.0045f, 0.0083f, 0.0107f};
    private static final float SHORTEST_SECONDS = 0.003f;
    private static final float MODULATION_SECONDS = 0.000125f;
    private static final float MODULATION_HERTZ = 0.5f;
    private static final float GLIDE_SECONDS = 0.4f;
    private static final double HIGHEST_CUTOFF = 20_000, LOWEST_CUTOFF = 1_000, LOG_RANGE = Math.log(LOWEST_CUTOFF / HIGHEST_CUTOFF);
    private static final double MINUS_60_DECIBELS = -3 * Math.log(10);
    private static final float INAUDIBLE = 1e-20f;
    private static final float ORTHOGONAL = (float) Math.sqrt(1.0 / LINES);

    /** What comes out, after {@link #process}: the frames that were asked for. */
    final float[] left = new float[DelayLine.SCRATCH];
    final float[] right = new float[DelayLine.SCRATCH];

    private final float rate;
    private final int passFrames;
    private final DelayLine[] lines = new DelayLine[LINES];
    private final Diffuser leftDiffuser;
    private final Diffuser rightDiffuser;
    private final Glide[] gains = new Glide[LINES];
    private final Glide length = new Glide();
    private final Glide level = new Glide();
    private final float[] lowpass = new float[LINES];
    private final float[][] ends = new float[LINES][DelayLine.SCRATCH];
    private final float[] delays = new float[DelayLine.SCRATCH];
    private final float[] modulation = new float[DelayLine.SCRATCH];
    private final float[] remains = new float[DelayLine.SCRATCH];
    private float time;
    private float damping;
    private float size;
    private float pass;
    private int modulationPhase;
    private int gliding;
    private boolean empty = true;

    /** Where something is going, and how far off it was when it set out. */
    private static final class Glide {
        private float target;
        private float gap;

        void glideTo(float to, float remains) {
            gap = target + gap * remains - to;
            target = to;
        }

        void clear() {
            target = 0;
            gap = 0;
        }
    }

    ReverbTank(float rate) {
        this.rate = rate;
        passFrames = Math.clamp((int) (SHORTEST_SECONDS * rate), 1, BLOCK);
        for (int i = 0; i < LINES; i++) {
            lines[i] = new DelayLine((SECONDS[i] + MODULATION_SECONDS) * rate + DelayLine.SHORTEST);
            gains[i] = new Glide();
        }
        leftDiffuser = new Diffuser(LEFT_DIFFUSION, rate);
        rightDiffuser = new Diffuser(RIGHT_DIFFUSION, rate);
    }

    /** Silence. */
    void clear() {
        for (int i = 0; i < LINES; i++) {
            lines[i].clear();
            gains[i].clear();
            lowpass[i] = 0;
        }
        length.clear();
        level.clear();
        leftDiffuser.clear();
        rightDiffuser.clear();
        time = 0;
        modulationPhase = 0;
        empty = true;
    }

    /** Zeroes what would decay into denormal numbers; at grid lines. */
    void flush() {
        for (int i = 0; i < LINES; i++) {
            lowpass[i] = Math.abs(lowpass[i]) < INAUDIBLE ? 0 : lowpass[i];
        }
    }

    /**
     * Seconds to -60 dB, share of damping, share of size. A line of T seconds loses 60 T / time dB; the output is levelled so that a steady
     * noise comes out as loud as it went in. From another shape it is a glide, as if the walls moved.
     */
    void shape(float newTime, float newDamping, float newSize) {
        if (newTime == time && newDamping == damping && newSize == size) {
            return;
        }
        time = newTime;
        damping = newDamping;
        size = newSize;
        int whole = (int) (GLIDE_SECONDS * rate);
        float left = (float) gliding / whole;
        double energy = 0;
        for (int i = 0; i < LINES; i++) {
            double kept = StrictMath.exp(MINUS_60_DECIBELS * SECONDS[i] * size / time);
            gains[i].glideTo((float) kept * ORTHOGONAL, left);
            energy += kept * kept / LINES;
        }
        level.glideTo((float) Math.sqrt((1 - energy) / (LINES / 2)), left);
        length.glideTo(size * rate, left);
        gliding = empty ? 0 : whole;
        double hertz = HIGHEST_CUTOFF * StrictMath.exp(damping * LOG_RANGE);
        pass = damping == 0 ? 1 : (float) -StrictMath.expm1(-2 * Math.PI * hertz / rate);
    }

    /** From what enters on either side makes {@link #left} and {@link #right}. */
    void process(float[] leftIn, float[] rightIn, int start, int limit) {
        for (int from = start; from < limit; from += passFrames) {
            advance(leftIn, rightIn, from, Math.min(from + passFrames, limit));
        }
        empty = false;
    }

    private void advance(float[] leftIn, float[] rightIn, int start, int limit) {
        modulate(start, limit);
        for (int k = 0; k < LINES; k++) {
            setDelays(k, start, limit);
            lines[k].read(lines[k].position(), delays, ends[k], start, limit);
        }
        lowpass(start, limit);
        sumSide(left, 0, start, limit);
        sumSide(right, 1, start, limit);
        leftDiffuser.process(leftIn, start, limit);
        rightDiffuser.process(rightIn, start, limit);
        for (int k = 0; k < LINES; k++) {
            applyGain(ends[k], gains[k], start, limit);
        }
        for (int half = 1; half < LINES; half *= 2) {
            for (int k = 0; k < LINES; k++) {
                if ((k & half) == 0) {
                    mix(ends[k], ends[k + half], start, limit);
                }
            }
        }
        for (int k = 0; k < LINES; k++) {
            addInput(ends[k], k % 2 == 0 ? leftDiffuser.out : rightDiffuser.out, start, limit);
            lines[k].write(ends[k], start, limit);
        }
    }

    /** The modulation of the lines' lengths, in frames, and how much of a glide remains: 1 to 0. */
    private void modulate(int start, int limit) {
        int perFrame = (int) (MODULATION_HERTZ / rate * 0x1p32f);
        float share = 1 / (float) (int) (GLIDE_SECONDS * rate);
        for (int i = start; i < limit; i++) {
            float s = (modulationPhase + (i - start) * perFrame) * 0x1p-32f;
            modulation[i] = 16 * s * (0.5f - Math.abs(s)) * MODULATION_SECONDS * rate;
            remains[i] = Math.max(gliding - (i - start), 0) * share;
        }
        modulationPhase += (limit - start) * perFrame;
        gliding = Math.max(gliding - (limit - start), 0);
    }

    private void setDelays(int k, int start, int limit) {
        float sign = k % 2 == 0 ? 1 : -1;
        for (int i = start; i < limit; i += LANES) {
            FloatVector.fromArray(LANE, remains, i).mul(length.gap).add(length.target).mul(SECONDS[k]).add(DelayLine.SHORTEST)
                    .add(FloatVector.fromArray(LANE, modulation, i).mul(sign)).intoArray(delays, i);
        }
    }

    /** Each frame waits for the last one here, so the eight lines go side by side. */
    private void lowpass(int start, int limit) {
        for (int i = start; i < limit; i++) {
            for (int k = 0; k < LINES; k++) {
                lowpass[k] += (ends[k][i] - lowpass[k]) * pass;
                ends[k][i] = lowpass[k];
            }
        }
    }

    /** One side hears every other line, with changing signs. */
    private void sumSide(float[] side, int first, int start, int limit) {
        float[] a = ends[first], b = ends[first + 2], c = ends[first + 4], d = ends[first + 6];
        for (int i = start; i < limit; i += LANES) {
            FloatVector sum = FloatVector.fromArray(LANE, a, i).sub(FloatVector.fromArray(LANE, b, i))
                    .add(FloatVector.fromArray(LANE, c, i)).sub(FloatVector.fromArray(LANE, d, i));
            sum.mul(FloatVector.fromArray(LANE, remains, i).mul(level.gap).add(level.target)).intoArray(side, i);
        }
    }

    private void applyGain(float[] end, Glide gain, int start, int limit) {
        for (int i = start; i < limit; i += LANES) {
            FloatVector.fromArray(LANE, remains, i).mul(gain.gap).add(gain.target).mul(FloatVector.fromArray(LANE, end, i)).intoArray(end, i);
        }
    }

    /** Hadamard's matrix is made of sums and differences of pairs; {@link #gains} hold the factor that makes it orthogonal. */
    private static void mix(float[] one, float[] other, int start, int limit) {
        for (int i = start; i < limit; i += LANES) {
            FloatVector a = FloatVector.fromArray(LANE, one, i), b = FloatVector.fromArray(LANE, other, i);
            a.add(b).intoArray(one, i);
            a.sub(b).intoArray(other, i);
        }
    }

    private static void addInput(float[] end, float[] side, int start, int limit) {
        for (int i = start; i < limit; i += LANES) {
            FloatVector.fromArray(LANE, end, i).add(FloatVector.fromArray(LANE, side, i)).intoArray(end, i);
        }
    }
}
