package org.chronus.modules;

import static org.chronus.modules.Module.LANES;

/**
 * The position in a cycle, one per lane, as a whole number: 2^32 to the cycle, so that it wraps by itself and never loses precision.
 * Read as signed, it runs from -0.5 to 0.5 of a cycle and is 0 at the start of a voice.
 */
public final class Phase {
    /** One cycle, as a float factor. */
    public static final float CYCLE = 0x1p32f;
    /** From a signed phase to cycles. */
    public static final float TO_CYCLES = 0x1p-32f;

    /** One position per lane. */
    public final int[] data = new int[LANES];

    Phase() { }

    void reset(int lane) {
        data[lane] = 0;
    }
}
