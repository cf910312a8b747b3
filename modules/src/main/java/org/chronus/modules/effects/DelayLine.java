package org.chronus.modules.effects;

/**
 * What one channel has heard lately. Read, then write, once per frame: the sample written last is 1 frame old. Audio thread, after construction.
 */
final class DelayLine {
    /** The least age that {@link #read} takes; it needs a younger sample than that. */
    static final float NEWEST = 2;

    private static final float INAUDIBLE = 1e-20f;

    private final float[] ring;
    private final int mask;
    private int position;
    private int filled;

    /** Holds at least that many frames, and what it takes to interpolate there. */
    DelayLine(double frames) {
        ring = new float[Integer.highestOneBit((int) frames + 4) * 2];
        mask = ring.length - 1;
    }

    /** Forgets everything, at no cost: what is older than the next sample counts as silence. */
    void clear() {
        filled = 0;
    }

    /** Next frame. Too small to hear is 0: denormal numbers would go round for ever, and are slow. */
    void write(float sample) {
        ring[position & mask] = Math.abs(sample) < INAUDIBLE ? 0 : sample;
        position++;
        if (filled <= mask) {
            filled++;
        }
    }

    /** A sample of that age in whole frames, 1 or more. */
    float tap(int age) {
        return age <= filled ? ring[position - age & mask] : 0;
    }

    /** The signal at an age with fraction, {@link #NEWEST} or more, along a cubic through the four samples around it (Catmull and Rom). */
    float read(float age) {
        int whole = (int) age;
        float x = age - whole, a, b, c, d;
        if (whole + 2 <= filled) {
            int at = position - whole;
            a = ring[at + 1 & mask];
            b = ring[at & mask];
            c = ring[at - 1 & mask];
            d = ring[at - 2 & mask];
        } else {
            a = tap(whole - 1);
            b = tap(whole);
            c = tap(whole + 1);
            d = tap(whole + 2);
        }
        float slope = (c - a) * 0.5f, bend = a - 2.5f * b + 2 * c - 0.5f * d, twist = (d - a) * 0.5f + (b - c) * 1.5f;
        return ((twist * x + bend) * x + slope) * x + b;
    }
}
