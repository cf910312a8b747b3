package org.chronus.instrument.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

/**
 * What the Java machine did meanwhile, by its flight recorder: pauses of the collector, when all threads stand still; its collections, when
 * every thread has to look after each reference that it reads for the first time; compilations, which take a processor; code of the audio
 * thread that had to go back to the interpreter. Any thread.
 */
final class JfrMonitor implements AutoCloseable {
    private static final int MOST_KEPT = 65_536;

    /** Times of {@link System#nanoTime}, in nanoseconds. */
    private record Span(long begin, long end) { }

    private final RecordingStream stream = new RecordingStream();
    private final Deque<Span> pauses = new ArrayDeque<>();
    private final Deque<Span> collections = new ArrayDeque<>();
    private final Deque<Span> compilations = new ArrayDeque<>();
    private final Deque<Span> returns = new ArrayDeque<>();
    private final long opened = System.nanoTime();
    private long collectedUntil = opened, collectingNanos;
    private int pauseCount;
    private long longestPause;
    private long closed;

    JfrMonitor() {
        stream.enable("jdk.GCPhasePause").withoutThreshold().withoutStackTrace();
        stream.enable("jdk.GarbageCollection").withoutThreshold().withoutStackTrace();
        stream.enable("jdk.Compilation").withoutThreshold().withoutStackTrace();
        stream.enable("jdk.Deoptimization").withoutStackTrace();
        stream.onEvent("jdk.GCPhasePause", event -> {
            keep(pauses, event);
            pauseCount++;
            longestPause = Math.max(longestPause, event.getDuration().toNanos());
        });
        stream.onEvent("jdk.GarbageCollection", event -> {
            keep(collections, event);
            add(collections.getLast());
        });
        stream.onEvent("jdk.Compilation", event -> keep(compilations, event));
        stream.onEvent("jdk.Deoptimization", event -> {
            if (event.getThread() != null && "audio".equals(event.getThread().getJavaName())) {
                keep(returns, event);
            }
        });
        stream.startAsync();
    }

    private static void keep(Deque<Span> spans, RecordedEvent event) {
        long now = System.nanoTime();
        Instant wall = Instant.now();
        if (spans.size() == MOST_KEPT) {
            spans.removeFirst();
        }
        spans.add(new Span(now - Duration.between(event.getStartTime(), wall).toNanos(),
                now - Duration.between(event.getEndTime(), wall).toNanos()));
    }

    /** Collections of the young and the old may overlap; they come in the order in which they end. */
    private void add(Span span) {
        collectingNanos += Math.max(0, span.end - Math.max(span.begin, collectedUntil));
        collectedUntil = Math.max(collectedUntil, span.end);
    }

    /** All that has been seen until now is told; to be called once, before anything is asked. */
    @Override public void close() {
        stream.stop();
        stream.close();
        closed = System.nanoTime();
    }

    /** The part of the time, 0 .. 1, that the collector was at work. */
    double collectingShare() {
        return Math.min(1, (double) collectingNanos / (closed - opened));
    }

    /** Pauses of the collector, in all. */
    int pauses() {
        return pauseCount;
    }

    /** The longest of them, in milliseconds. */
    double longestPauseMillis() {
        return longestPause / 1e6;
    }

    /** True if the collector stopped all threads during the block or since the one before. */
    boolean sawPause(CallbackProbe.Late late) {
        return saw(pauses, late);
    }

    /** True if the collector was at work beside the block. */
    boolean sawCollection(CallbackProbe.Late late) {
        return saw(collections, late);
    }

    /** True if the block had to share the processors with the compiler: likewise. */
    boolean sawCompilation(CallbackProbe.Late late) {
        return saw(compilations, late);
    }

    /** True if code of the audio thread went back to the interpreter: likewise. */
    boolean sawReturn(CallbackProbe.Late late) {
        return saw(returns, late);
    }

    private static boolean saw(Deque<Span> spans, CallbackProbe.Late late) {
        return spans.stream().anyMatch(span -> span.begin <= late.end() && span.end >= late.before());
    }
}
