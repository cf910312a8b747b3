package org.chronus.modules.patch;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Signal;

/**
 * The end of the mix: its input is the sum of what is cabled to it; lane 0 is left, lane 1 right. It listens for how long that has been
 * silent. Built by the loader, run on the audio thread.
 */
final class MixOutput extends Module {
    /** Below this mean a block is silent: -100 dB, left and right together. */
    private static final float SILENCE = 1e-5f;

    private final Input in = input("in");
    private double loudness;
    private int silentBlocks;

    @Override public void generate(int start, int limit) {
        float[] x = in.data;
        int step = in.step;
        for (int i = start; i < limit; i++) {
            loudness += Math.abs(x[i * step]) + Math.abs(x[i * step + 1]);
        }
    }

    Signal signal() {
        return in;
    }

    /** False if what was heard since the last grid line has become infinite, or is not a number. */
    boolean isFinite() {
        return loudness < Double.MAX_VALUE;
    }

    /** At a grid line: counts one more block, which is silent only if nothing sounds that may be heard later. */
    void count(boolean sounds) {
        silentBlocks = loudness < SILENCE * BLOCK && !sounds ? Math.min(silentBlocks + 1, Integer.MAX_VALUE - 1) : 0;
        loudness = 0;
    }

    /** Blocks of silence until now. */
    int silentBlocks() {
        return silentBlocks;
    }

    /** As after being built. */
    void reset() {
        loudness = 0;
        silentBlocks = 0;
    }
}
