package org.chronus.modules.physical;

/** The keys of an instrument whose parts are made for them: which is nearest to a frequency, and what that is tuned to. Stateless; any thread. */
final class Keys {
    /** Adding and subtracting it rounds a ratio of frequencies, below 64, to 0.05 ct. */
    static final float ROUND = 0x1.8p8f;

    private static final int KEYS = 160, A4 = 69;
    private static final float[] PER_HERTZ = new float[KEYS];
    /** Where a key begins, in Hz. */
    private static final float[] BOUNDS = new float[KEYS + 1];
    /** The key at which each octave of 2^n Hz begins. */
    private static final int[] OCTAVES = new int[32];

    static {
        for (int key = 0; key <= KEYS; key++) {
            BOUNDS[key] = (float) (440 * StrictMath.pow(2, (key - A4 - 0.5) / 12));
            PER_HERTZ[Math.min(key, KEYS - 1)] = (float) (1 / (440 * StrictMath.pow(2, (key - A4) / 12.0)));
        }
        for (int octave = 0; octave < OCTAVES.length; octave++) {
            int key = 0;
            while (key < KEYS - 1 && BOUNDS[key + 1] <= Math.scalb(1f, octave)) {
                key++;
            }
            OCTAVES[octave] = key;
        }
    }

    private Keys() { }

    /** The key that is nearest, 0 to 159. */
    static int nearest(float hertz) {
        int key = OCTAVES[Math.clamp(Math.getExponent(hertz), 0, OCTAVES.length - 1)];
        while (key < KEYS - 1 && BOUNDS[key + 1] <= hertz) {
            key++;
        }
        return key;
    }

    /** 1 / Hz of a key, in equal temperament. */
    static float perHertz(int key) {
        return PER_HERTZ[key];
    }

    /** A ratio of frequencies, rounded as vectors do it. */
    static float rounded(float ratio) {
        return ratio + ROUND - ROUND;
    }
}
