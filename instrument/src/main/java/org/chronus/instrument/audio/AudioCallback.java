package org.chronus.instrument.audio;

/** What an audio backend calls for every period. */
@FunctionalInterface
public interface AudioCallback {
    /**
     * [audio] What comes in during the frames that {@link #process} is called for next, and for all calls after it until this says otherwise:
     * both channels, -1 to 1, at least as long. Null, as at first, if there is no input.
     */
    default void hear(float[] left, float[] right) { }

    /** [any thread] True while what comes in is heard. */
    default boolean listens() {
        return false;
    }

    /** [while {@link #process} is not called] From now on frames are played at this rate, in Hz; at first, at the one it was made for. */
    default void rate(int hertz) { }

    /**
     * [audio] Writes the first {@code frames} samples, -1 to 1, of both channels. Any number of frames from 1 to the length of the
     * arrays; never blocks, never throws.
     */
    void process(float[] left, float[] right, int frames);
}
