package org.chronus.modules;

/** How the engine converts the sum at an input before a kernel reads it: once per block while it is constant, else for every frame. */
public enum Conversion {
    /** The kernel reads the port's own unit. */
    NONE(0, 0),
    /** From a note number to Hz: 440 x 2^((note - 69) / 12). */
    FREQUENCY(1 / 12.0, Math.log(440) / Math.log(2) - 69 / 12.0),
    /** From semitones to a factor: 2^(semitones / 12). */
    RATIO(1 / 12.0, 0);

    private final float scale;
    private final float offset;

    Conversion(double scale, double offset) {
        this.scale = (float) scale;
        this.offset = (float) offset;
    }

    /** The exponent of two is {@code value * scale() + offset()}. */
    public float scale() {
        return scale;
    }

    /** See {@link #scale()}. */
    public float offset() {
        return offset;
    }

    /** One value, converted. Any thread. */
    public float apply(float value) {
        return this == NONE ? value : (float) Math.pow(2, (double) value * scale + offset);
    }
}
