package org.chronus.modules.effects;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * A delay line of one channel, written and read some frames of a block at a time: here a vector runs along time. A feedback path reads
 * frames first and then writes them, so it reads no more at once than its delay is long. Every array that is passed in has room for {@link
 * #SCRATCH} floats; what it holds from {@code limit} on is undefined afterwards. Built by the loader, run on the audio thread.
 */
public final class DelayLine {
    /** Floats in an array for a block: the last vector may begin with its last frame. */
    public static final int SCRATCH = BLOCK + LANES;
    /** The shortest delay, in frames, that {@link #read} takes before the frame itself is written: the interpolation needs one sample more. */
    public static final float SHORTEST = 2;

    private static final float INAUDIBLE = 1e-20f;
    /** The ring's beginning is repeated after its end, so that a block may be read from anywhere in one piece. */
    private static final int REPEATED = SCRATCH + 4;

    private final float[] ring;
    private final int mask;
    private int position;
    private int filled;

    /** Holds at least that many frames, a block besides, and what it takes to interpolate there. */
    public DelayLine(double frames) {
        int size = Integer.highestOneBit((int) frames + REPEATED) * 2;
        ring = new float[size + REPEATED];
        mask = size - 1;
    }

    /** Silence, at no cost: what was written before is zeroed when it is read. */
    public void clear() {
        filled = 0;
    }

    /** The number of the frame that is written next; it wraps around. */
    public int position() {
        return position;
    }

    /** The next frames. Too small to hear is 0: denormal numbers would go round for ever, and are slow. */
    public void write(float[] samples, int start, int limit) {
        int at = position & mask, frames = limit - start, beyond = at + frames - mask - 1;
        // The last vector may run into the oldest frames, which no delay reaches any more.
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
        position += frames;
        filled = Math.min(filled + frames, mask + 1);
    }

    /** Reads at a delay of whole frames; {@code first} is the number of the frame {@code start}. */
    public void tap(int first, int delay, float[] to, int start, int limit) {
        int from = first - delay;
        clearForgotten(from, limit - start);
        System.arraycopy(ring, from & mask, to, start, limit - start);
    }

    /**
     * Reads at delays with fraction, {@link #SHORTEST} or more (one less if the frames themselves are written already), along a cubic
     * through the four samples around it (Catmull and Rom). {@code first} is the number of the frame {@code start}.
     */
    public void read(int first, float[] delays, float[] to, int start, int limit) {
        for (int i = start; i < limit; i += LANES) {
            int whole = (int) delays[i], from = first + i - start - whole - 2;
            FloatVector x = FloatVector.fromArray(LANE, delays, i).sub(whole);
            if (x.compare(VectorOperators.LT, 1f).and(x.compare(VectorOperators.GE, 0f)).allTrue()) {
                clearForgotten(from, LANES + 3);
                int at = from & mask;
                FloatVector d = FloatVector.fromArray(LANE, ring, at), c = FloatVector.fromArray(LANE, ring, at + 1);
                FloatVector b = FloatVector.fromArray(LANE, ring, at + 2), a = FloatVector.fromArray(LANE, ring, at + 3);
                FloatVector slope = c.sub(a).mul(0.5f), bend = a.sub(b.mul(2.5f)).add(c.mul(2f)).sub(d.mul(0.5f));
                FloatVector twist = d.sub(a).mul(0.5f).add(b.sub(c).mul(1.5f));
                twist.mul(x).add(bend).mul(x).add(slope).mul(x).add(b).intoArray(to, i);
            } else {
                for (int j = i; j < Math.min(i + LANES, limit); j++) {
                    to[j] = read(first + j - start, delays[j]);
                }
            }
        }
    }

    /** The same for one frame, to the bit: for when the delay passes a whole number. */
    private float read(int frame, float delay) {
        int whole = (int) delay, from = frame - whole - 2, at = from & mask;
        clearForgotten(from, 4);
        float x = delay - whole, d = ring[at], c = ring[at + 1], b = ring[at + 2], a = ring[at + 3];
        float slope = (c - a) * 0.5f, bend = a - b * 2.5f + c * 2f - d * 0.5f, twist = (d - a) * 0.5f + (b - c) * 1.5f;
        return ((twist * x + bend) * x + slope) * x + b;
    }

    /** Zeroes those of the frames that were written before {@link #clear}. */
    private void clearForgotten(int from, int frames) {
        int cleared = Math.min(position - from - filled, frames);
        for (int i = from; i < from + cleared; i++) {
            int at = i & mask;
            ring[at] = 0;
            if (at < REPEATED) {
                ring[mask + 1 + at] = 0;
            }
        }
    }
}
