package org.chronus.instrument.render;

/**
 * The end of a render in which something still sounds: a fade, so that no file ends in a step. It takes the last half second of the tail, or
 * all of it; a tail that is shorter than 10 ms is 10 ms long. Immutable; one thread.
 */
final class EndFade {
    private static final double LONGEST_SECONDS = 0.5, SHORTEST_SECONDS = 0.01;

    private final long end;
    private final long length;

    /** @param songFrames where the song ends and the tail begins */
    EndFade(long songFrames, double tailSeconds, int sampleRate) {
        double tail = Math.max(tailSeconds, SHORTEST_SECONDS);
        end = songFrames + (long) (tail * sampleRate);
        length = (long) (Math.min(tail, LONGEST_SECONDS) * sampleRate);
    }

    /** The first frame after it. */
    long frame() {
        return end;
    }

    /** Fades what is of it in these frames, the first of which is at {@code position}: half a period of a cosine. */
    void apply(float[] left, float[] right, long position, int frames) {
        for (int i = (int) Math.max(0, end - length - position); i < frames; i++) {
            float gain = (float) (0.5 - 0.5 * Math.cos(Math.PI * (end - position - i - 1) / length));
            left[i] *= gain;
            right[i] *= gain;
        }
    }
}
