package org.chronus.instrument.audio;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Something that plays sound by calling an {@link AudioCallback} for each period, on an audio thread of its own. Any thread but that one
 * calls these methods.
 */
public interface AudioBackend extends AutoCloseable {
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
