package org.chronus.modules.patch.plan;

/**
 * MIDI keys, 0 to 127, that a part answers to: mostly a range, and of a drum kit whichever a drum has. Immutable; any thread, and nothing is allocated
 * to ask.
 *
 * @param low  a bit for each key from 0 to 63
 * @param high a bit for each key from 64 to 127
 */
public record Keys(long low, long high) {
    /** All of them. */
    public static final Keys ALL = new Keys(-1, -1);
    private static final int HALF = 64, HIGHEST = 127;

    /** At least one. */
    public Keys {
        if ((low | high) == 0) {
            throw new IllegalArgumentException("a part has at least one key");
        }
    }

    /** Those from one to another, both included. */
    public static Keys range(int lowest, int highest) {
        long low = 0, high = 0;
        for (int key = lowest; key <= highest; key++) {
            low |= key < HALF ? 1L << key : 0;
            high |= key < HALF ? 0 : 1L << key - HALF;
        }
        return new Keys(low, high);
    }

    /** These and others. */
    public Keys with(Keys others) {
        return new Keys(low | others.low, high | others.high);
    }

    /** True if a key, 0 to 127, is one of them. */
    public boolean has(int key) {
        return ((key < HALF ? low : high) >>> (key & HALF - 1) & 1) != 0;
    }

    /** The lowest of them. */
    public int lowest() {
        return low != 0 ? Long.numberOfTrailingZeros(low) : HALF + Long.numberOfTrailingZeros(high);
    }

    /** The highest of them. */
    public int highest() {
        return high != 0 ? HIGHEST - Long.numberOfLeadingZeros(high) : HALF - 1 - Long.numberOfLeadingZeros(low);
    }

    /** Of them, the one that is nearest to a key; the lower of two. */
    public int nearest(int key) {
        int nearest = lowest();
        for (int each = nearest; each <= highest(); each++) {
            nearest = has(each) && Math.abs(each - key) < Math.abs(nearest - key) ? each : nearest;
        }
        return nearest;
    }
}
