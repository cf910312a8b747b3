package org.chronus.hosting.isolation;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

import org.chronus.hosting.PluginFailure;

/**
 * What is heard of a plugin that is late or gone: its last sample goes to zero, and when it plays again it comes in as softly. It counts how
 * often that happens. Audio thread only, after construction.
 */
final class PluginFaults {
    private static final double FADE_SECONDS = 0.003;
    private static final int MOST_MISSES = 3;
    private static final long WINDOW_NANOS = 1_000_000_000;
    private static final float LOUDEST = 1e6f;

    private final int fade;
    private final float[] last;
    private final long[] missed = new long[MOST_MISSES];
    private int misses;
    /** Frames since it fell silent; 0 while it plays. */
    private int silent;
    /** Frames since it came back, until it is as loud as it should be. */
    private int back;

    /** {@code channels}: that it plays on. */
    PluginFaults(int channels, float sampleRate) {
        fade = (int) Math.round(FADE_SECONDS * sampleRate);
        last = new float[channels];
        clear();
    }

    /** As before it was ever heard. */
    void clear() {
        Arrays.fill(last, 0);
        Arrays.fill(missed, 0);
        silent = 0;
        back = fade;
    }

    /** A piece was not there in time, though it was asked for early enough. The third time within a second the plugin is given up. */
    void miss() {
        long now = System.nanoTime(), oldest = missed[misses % MOST_MISSES];
        missed[misses++ % MOST_MISSES] = now;
        if (misses > MOST_MISSES - 1 && oldest != 0 && now - oldest < WINDOW_NANOS) {
            throw PluginFailure.LATE;
        }
    }

    /** Writes what is heard while it does not play. False if that is nothing. */
    boolean silence(MemorySegment[] outputs, int frames) {
        if (silent >= fade) {
            return false;
        }
        for (int channel = 0; channel < outputs.length; channel++) {
            for (int i = 0; i < frames; i++) {
                outputs[channel].setAtIndex(JAVA_FLOAT, i, last[channel] * Math.max(0, 1 - (silent + i + 1f) / fade));
            }
        }
        silent += frames;
        return true;
    }

    /** It plays: what it has played is heard, softly at first if it comes back. */
    boolean play(MemorySegment[] outputs, int frames) {
        if (silent > 0) {
            silent = 0;
            back = 0;
        }
        if (back < fade) {
            for (MemorySegment output : outputs) {
                for (int i = 0; i < frames; i++) {
                    output.setAtIndex(JAVA_FLOAT, i, output.getAtIndex(JAVA_FLOAT, i) * Math.min(1, (back + i) / (float) fade));
                }
            }
            back += frames;
        }
        for (int channel = 0; channel < outputs.length; channel++) {
            last[channel] = outputs[channel].getAtIndex(JAVA_FLOAT, frames - 1L);
        }
        return true;
    }

    /** True if all of a piece are numbers, and none is beyond all reason. */
    static boolean isFinite(MemorySegment[] outputs, int frames) {
        boolean finite = true;
        for (MemorySegment output : outputs) {
            for (int i = 0; i < frames; i++) {
                finite &= Math.abs(output.getAtIndex(JAVA_FLOAT, i)) < LOUDEST;
            }
        }
        return finite;
    }
}
