package org.chronus.modules.effects;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * What one channel has heard lately, written and read some frames of a block at a time: here a vector runs along time. A feedback path
 * reads frames first and then writes them, so it asks for no more at once than its delay is long. Every array that is handed in has room
 * for {@link #SCRATCH} floats; from {@code limit} on nothing in it means anything afterwards. Audio thread, after construction.
 */
final class DelayLine {
    /** Floats in an array for a block: the last vector may begin with its last frame. */
    static final int SCRATCH = BLOCK + LANES;
    /** The least age that {@link #read} takes before the frame itself is written: it needs a younger sample than that. */
    static final float NEWEST = 2;

    private static final float INAUDIBLE = 1e-20f;
    /** The ring's beginning is repeated after its end, so that a block may be read from anywhere in one piece. */
    private static final int REPEATED = SCRATCH + 4;

    private final float[] ring;
    private final int mask;
    private int now;
    private int filled;

    /** Holds at least that many frames, a block besides, and what it takes to interpolate there. */
    DelayLine(double frames) {
        int size = Integer.highestOneBit((int) frames + REPEATED) * 2;
        ring = new float[size + REPEATED];
        mask = size - 1;
    }

    /** Forgets everything, at no cost: what is older than the next sample counts as silence. */
    void clear() {
        filled = 0;
    }

    /** The number of the frame that is written next. It counts on for ever, and wraps. */
    int now() {
        return now;
    }

    /** The next frames. Too small to hear is 0: denormal numbers would go round for ever, and are slow. */
    void write(float[] samples, int start, int limit) {
        int at = now & mask, frames = limit - start, beyond = at + frames - mask - 1;
        // The last vector may run into the oldest frames, which no age reaches any more.
        for (int i = start; i < limit; i += LANES) {
            FloatVector x = FloatVector.fromArray(LANE, samples, i);
            x.blend(0f, x.abs().compare(VectorOperators.LT, INAUDIBLE)).intoArray(ring, at + i - start);
        }
        if (beyond > 0) {
            System.arraycopy(ring, mask + 1, ring, 0, beyond);
        }
        if (at < REPEATED || beyond + LANES > 0) {
            System.arraycopy(ring, 0, ring, mask + 1, REPEATED);
        }
        now += frames;
        filled = Math.min(filled + frames, mask + 1);
    }

    /** Samples of that age in whole frames, the frame {@code start} being that of the number {@code first}. */
    void tap(int first, int age, float[] to, int start, int limit) {
        int from = first - age;
        silence(from, limit - start);
        System.arraycopy(ring, from & mask, to, start, limit - start);
    }

    /**
     * The signal at ages with fraction, {@link #NEWEST} or more (one less if the frames themselves are written already), along a cubic
     * through the four samples around it (Catmull and Rom). The frame {@code start} is that of the number {@code first}.
     */
    void read(int first, float[] ages, float[] to, int start, int limit) {
        for (int i = start; i < limit; i += LANES) {
            int whole = (int) ages[i], from = first + i - start - whole - 2;
            FloatVector x = FloatVector.fromArray(LANE, ages, i).sub(whole);
            if (x.compare(VectorOperators.LT, 1f).and(x.compare(VectorOperators.GE, 0f)).allTrue()) {
                silence(from, LANES + 3);
                int at = from & mask;
                FloatVector d = FloatVector.fromArray(LANE, ring, at), c = FloatVector.fromArray(LANE, ring, at + 1);
                FloatVector b = FloatVector.fromArray(LANE, ring, at + 2), a = FloatVector.fromArray(LANE, ring, at + 3);
                FloatVector slope = c.sub(a).mul(0.5f), bend = a.sub(b.mul(2.5f)).add(c.mul(2f)).sub(d.mul(0.5f));
                FloatVector twist = d.sub(a).mul(0.5f).add(b.sub(c).mul(1.5f));
                twist.mul(x).add(bend).mul(x).add(slope).mul(x).add(b).intoArray(to, i);
            } else {
                for (int j = i; j < Math.min(i + LANES, limit); j++) {
                    to[j] = read(first + j - start, ages[j]);
                }
            }
        }
    }

    /** The same for one frame, to the bit: for when the age passes a whole number. */
    private float read(int frame, float age) {
        int whole = (int) age, from = frame - whole - 2, at = from & mask;
        silence(from, 4);
        float x = age - whole, d = ring[at], c = ring[at + 1], b = ring[at + 2], a = ring[at + 3];
        float slope = (c - a) * 0.5f, bend = a - b * 2.5f + c * 2f - d * 0.5f, twist = (d - a) * 0.5f + (b - c) * 1.5f;
        return ((twist * x + bend) * x + slope) * x + b;
    }

    /** Zeroes those of the frames that were forgotten, which nobody may hear any more. */
    private void silence(int from, int frames) {
        int forgotten = Math.min(now - from - filled, frames);
        for (int i = from; i < from + forgotten; i++) {
            int at = i & mask;
            ring[at] = 0;
            if (at < REPEATED) {
                ring[mask + 1 + at] = 0;
            }
        }
    }
}
