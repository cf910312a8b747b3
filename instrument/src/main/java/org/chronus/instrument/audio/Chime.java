package org.chronus.instrument.audio;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Adds a soft bell to what a callback renders, when it is told to: a player without a screen hears that the next sound is there. The audio
 * thread renders; any other strikes.
 */
public final class Chime implements AudioCallback {
    private static final double SECONDS = 0.35, DECAY_SECONDS = 0.07, ATTACK_SECONDS = 0.004;
    private static final double HERTZ = 1_568, OVERTONE = 2.756, OVERTONE_SHARE = 0.3;
    /** About -34 dBFS at its loudest: the master leaves room for that. */
    private static final double LEVEL = 0.02;

    private final AudioCallback source;
    private float[] bell;
    private final AtomicInteger strikes = new AtomicInteger();
    private int heard;
    private int position;

    /** @param sampleRate in Hz */
    public Chime(AudioCallback source, double sampleRate) {
        this.source = source;
        cast(sampleRate);
    }

    private void cast(double sampleRate) {
        bell = new float[(int) (SECONDS * sampleRate)];
        for (int i = 0; i < bell.length; i++) {
            double t = i / sampleRate, rise = Math.min(1, t / ATTACK_SECONDS), end = 1 - i / (double) bell.length;
            double tone = Math.sin(2 * Math.PI * HERTZ * t) + OVERTONE_SHARE * Math.sin(2 * Math.PI * HERTZ * OVERTONE * t);
            bell[i] = (float) (LEVEL * rise * rise * (3 - 2 * rise) * end * Math.exp(-t / DECAY_SECONDS) * tone);
        }
        position = bell.length;
    }

    @Override public void rate(int hertz) {
        source.rate(hertz);
        cast(hertz);
    }

    /** [any thread but audio] The bell begins; if it has only just begun, that will do. */
    public void strike() {
        strikes.incrementAndGet();
    }

    @Override public void hear(float[] left, float[] right) {
        source.hear(left, right);
    }

    @Override public boolean listens() {
        return source.listens();
    }

    @Override public void process(float[] left, float[] right, int frames) {
        source.process(left, right, frames);
        int now = strikes.get();
        if (now != heard && position > bell.length / 2) {
            position = 0;
        }
        heard = now;
        int count = Math.min(frames, bell.length - position);
        for (int i = 0; i < count; i++) {
            left[i] += bell[position + i];
            right[i] += bell[position + i];
        }
        position += count;
    }
}
