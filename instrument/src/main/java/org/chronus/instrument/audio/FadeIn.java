package org.chronus.instrument.audio;

/** Sound that begins, or goes on where there was none for a while, comes in softly: a straight ramp. Mutable; audio thread. */
public final class FadeIn {
    private final int length;
    private int faded;

    /** @param length in frames */
    public FadeIn(int length) {
        this.length = length;
    }

    /** It begins with the next frame. */
    public void restart() {
        faded = 0;
    }

    /** Fades the first {@code frames} samples of both channels, if it is not yet through. */
    public void apply(float[] left, float[] right, int frames) {
        for (int i = 0; i < frames && faded < length; i++, faded++) {
            float gain = faded / (float) length;
            left[i] *= gain;
            right[i] *= gain;
        }
    }
}
