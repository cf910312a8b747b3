package org.chronus.instrument.audio;

import java.util.Arrays;
import java.util.Random;

/**
 * Measures how many frames pass from the output to the input: it plays bursts of noise, records what comes in, and looks where the two are most
 * alike, by their correlation. One thread starts and evaluates; the audio thread calls the rest.
 */
public final class LatencyProbe implements AudioCallback {
    private static final int BURST = 1_024;
    private static final float LEVEL = 0.25f;
    /** A correlation below this share of what the burst has with itself, at the level that came in, is none. */
    private static final double LEAST_LIKENESS = 0.3, LEAST_LEVEL = 1e-5;
    private static final long SEED = 2;

    private final float[] burst = new float[BURST];
    private final float[][] heard;
    private final int frames;
    private float[] in;
    private int round;
    private int position;
    private volatile boolean done;

    /**
     * @param rounds bursts
     * @param frames that each is waited for, more than the latency that is expected by the length of a burst, 1,024
     */
    public LatencyProbe(int rounds, int frames) {
        Random random = new Random(SEED);
        for (int i = 0; i < BURST; i++) {
            burst[i] = random.nextBoolean() ? LEVEL : -LEVEL;
        }
        this.frames = frames;
        heard = new float[rounds][frames];
    }

    @Override public void hear(float[] left, float[] right) {
        in = left;
    }

    @Override public boolean listens() {
        return true;
    }

    @Override public void process(float[] left, float[] right, int count) {
        Arrays.fill(left, 0, count, 0);
        for (int i = 0; i < count && round < heard.length; i++) {
            left[i] = position < BURST ? burst[position] : 0;
            heard[round][position] = in == null ? 0 : in[i];
            if (++position == frames) {
                position = 0;
                round++;
            }
        }
        System.arraycopy(left, 0, right, 0, count);
        done = round == heard.length;
    }

    /** True once all bursts have been played and waited for. Any thread. */
    public boolean isDone() {
        return done;
    }

    /** The latency of each burst in frames; -1 for one that did not come back. After {@link #isDone}. */
    public int[] frames() {
        return Arrays.stream(heard).mapToInt(this::lag).toArray();
    }

    private int lag(float[] sound) {
        double best = 0, energy = 0;
        int lag = -1;
        for (int shift = 0; shift + BURST <= sound.length; shift++) {
            double alike = 0, level = 0;
            for (int i = 0; i < BURST; i++) {
                alike += burst[i] * sound[shift + i];
                level += sound[shift + i] * sound[shift + i];
            }
            if (Math.abs(alike) > best) {
                best = Math.abs(alike);
                energy = level;
                lag = shift;
            }
        }
        double own = LEVEL * LEVEL * BURST;
        return energy > LEAST_LEVEL && best > LEAST_LIKENESS * Math.sqrt(own * energy) ? lag : -1;
    }
}
