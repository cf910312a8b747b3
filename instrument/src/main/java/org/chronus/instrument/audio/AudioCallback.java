package org.chronus.instrument.audio;

/** What an audio backend calls for every period. */
@FunctionalInterface
public interface AudioCallback {
    /**
     * [audio] Writes the first {@code frames} samples, -1 to 1, of both channels. Any number of frames from 1 to the length of the
     * arrays; never blocks, never throws.
     */
    void process(float[] left, float[] right, int frames);
}
