package org.chronus.instrument.engine;

import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * The rate at which an engine plays, and all in it that goes by it. It changes while nothing is rendered; frames are counted on, and so are
 * seconds. Mutable; any thread reads.
 */
public final class SampleRate {
    /** From the frame {@code since} on, which came after so many seconds. */
    private record Span(double hertz, long since, double seconds) {
        double secondsAt(long frame) {
            return seconds + (frame - since) / hertz;
        }
    }

    private final List<DoubleConsumer> followers;
    private volatile Span span;

    /** @param followers are told each new rate, in Hz, in this order */
    SampleRate(double hertz, DoubleConsumer... followers) {
        span = new Span(hertz, 0, 0);
        this.followers = List.of(followers);
    }

    /** [while nothing is rendered] Another rate, from this frame on. */
    void change(double hertz, long frame) {
        Span before = span;
        followers.forEach(follower -> follower.accept(hertz));
        span = new Span(hertz, frame, before.secondsAt(frame));
    }

    /** In Hz. */
    public int hertz() {
        return (int) Math.round(span.hertz);
    }

    /** The frame from which on it has been so, counted from the engine's start. */
    public long since() {
        return span.since;
    }

    /** How many seconds of sound there were before that frame, which is not before {@link #since}. */
    public double seconds(long frame) {
        return span.secondsAt(frame);
    }
}
