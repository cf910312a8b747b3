package org.chronus.instrument.audio;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Something that plays sound by calling an {@link AudioCallback} for each period, on an audio thread of its own. Any thread but that one
 * calls these methods.
 */
public interface AudioBackend extends AutoCloseable {
    /**
     * What comes in beside what is played.
     *
     * @param device   what it comes from, for a person; empty while none is open
     * @param millis   that it is kept for, so that it never runs out
     * @param dropped  frames that were left out because the device's clock is quicker
     * @param repeated frames that were heard twice because it is slower
     * @param gaps     times that too little came
     */
    record Input(String device, double millis, long dropped, long repeated, long gaps) { }

    /** What it is, for a person. */
    String description();

    /** In Hz; it may differ from what was asked for. */
    int sampleRate();

    /** Frames per callback. */
    int period();

    /** Milliseconds, about, from the callback to the ear. */
    double latencyMillis();

    /** Before it starts: who hears, in a line each, when what it plays on comes and goes. */
    default void report(Consumer<String> lines) { }

    /** Why nobody hears it for the time being, in a line with the cure; empty while all is well, or if nobody is meant to. */
    default Optional<String> waits() {
        return Optional.empty();
    }

    /** What comes in, if that has a device of its own. */
    default Optional<Input> input() {
        return Optional.empty();
    }

    /** Begins to call. */
    void start(AudioCallback callback) throws IOException;

    /** Periods that came too late, by our own clock. */
    long late();

    /** Why what it is given goes nowhere from now on; empty while all is well. */
    default Optional<IOException> failure() {
        return Optional.empty();
    }

    /** Stops calling, and lets the device go. */
    @Override void close() throws IOException;
}
