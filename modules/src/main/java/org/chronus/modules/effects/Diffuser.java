package org.chronus.modules.effects;

/**
 * All-passes in a row (M. R. Schroeder, "Natural sounding artificial reverberation", 1962): every click becomes a cloud, and no frequency
 * louder. Audio thread, after construction.
 */
final class Diffuser {
    private static final float SHARE = 0.65f;

    private final DelayLine[] lines;
    private final int[] frames;

    Diffuser(float[] seconds, float rate) {
        lines = new DelayLine[seconds.length];
        frames = new int[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            frames[i] = Math.max(1, Math.round(seconds[i] * rate));
            lines[i] = new DelayLine(frames[i]);
        }
    }

    void clear() {
        for (DelayLine line : lines) {
            line.clear();
        }
    }

    float process(float sample) {
        float x = sample;
        for (int i = 0; i < lines.length; i++) {
            float delayed = lines[i].tap(frames[i]), entering = x - delayed * SHARE;
            lines[i].write(entering);
            x = delayed + entering * SHARE;
        }
        return x;
    }
}
