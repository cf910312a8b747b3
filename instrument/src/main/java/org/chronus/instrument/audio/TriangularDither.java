package org.chronus.instrument.audio;

/**
 * Rounds to whole steps with triangular dither: noise of two steps from peak to peak, the sum of two that are spread evenly over one step, makes
 * the error a steady hiss that has nothing to do with the sound (Lipshitz, Wannamaker, Vanderkooy, "Quantization and Dither: A Theoretical Survey",
 * JAES 40(5), 1992). Both channels have their own. As in mastering, whatever sounds is dithered, also as it dies away; once there has been
 * nothing but digital silence for half a second, silence comes out, and with the first sound so does the dither. Mutable; audio thread.
 *
 * <p>The noise is SplitMix64 (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014): 64 bits a frame, 16 for
 * each of the four.
 */
final class TriangularDither {
    /** Below this, -144 dB, not even 24 bits would hold anything. */
    private static final float SILENCE = 0x1p-24f;
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final double STEP = 0x1p-16;

    private final int hold;
    private long state;
    private int silent;
    private double left;
    private double right;

    TriangularDither(int sampleRate) {
        hold = sampleRate / 2;
        silent = hold;
    }

    /** Goes on to the next frame, which is this. */
    void next(float leftSample, float rightSample) {
        boolean isSilent = Math.abs(leftSample) < SILENCE && Math.abs(rightSample) < SILENCE;
        silent = isSilent ? Math.min(silent + 1, hold) : 0;
        if (silent == hold) {
            left = 0;
            right = 0;
            return;
        }
        state += GAMMA;
        long bits = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
        bits ^= bits >>> 31;
        left = triangle((int) bits);
        right = triangle((int) (bits >>> 32));
    }

    /** Of two numbers of 16 bits: -1 to 1, with a mean of 0. */
    private static double triangle(int bits) {
        return ((bits & 0xFFFF) + (bits >>> 16) + 1) * STEP - 1;
    }

    /** In steps. */
    double left() {
        return left;
    }

    /** In steps. */
    double right() {
        return right;
    }
}
