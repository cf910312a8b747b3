package org.chronus.instrument.audio;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.chronus.foreign.Scheduling;

/**
 * The thread that calls an instrument: a period is rendered, then taken by a line, or, when there is none, by the clock. While a line does
 * not return the thread can be given up, and never calls again: so another may go on. Any thread but this one, but for what says otherwise.
 */
final class AudioThread {
    private static final long PATIENCE_MILLIS = 1_000;
    private static final int FADE_MILLIS = 20;

    /** What it is at. Who wants to give it up must find it at {@link #WRITES}; from {@link #GIVEN_UP} no way leads back to the instrument. */
    private enum Turn { CALLS, WRITES, GIVEN_UP }

    private final AudioCallback callback;
    private final int period;
    private final AtomicLong late;
    private final Clock clock;
    private final FadeIn fade;
    private final AtomicReference<Turn> turn = new AtomicReference<>(Turn.CALLS);
    private final AtomicReference<OutputDevice.Line> offered = new AtomicReference<>();
    private final Thread thread = Thread.ofPlatform().name("audio").daemon().unstarted(this::run);
    private volatile boolean running = true;
    private volatile OutputDevice.Line lost;
    private volatile long periods;

    /** @param late counts what came late, whichever thread it was */
    AudioThread(AudioCallback callback, int sampleRate, int period, AtomicLong late) {
        this.callback = callback;
        this.period = period;
        this.late = late;
        clock = new Clock(sampleRate, period);
        fade = new FadeIn(sampleRate * FADE_MILLIS / 1_000);
    }

    /** Begins to call, at the pace of the clock until there is a line. */
    void start() {
        thread.start();
    }

    /** From one of the next periods on, this line takes what is rendered, and the sound fades in. */
    void use(OutputDevice.Line line) {
        offered.set(line);
    }

    /** The line that has taken nothing any more, since the clock took over from it; null if there is none. */
    OutputDevice.Line lost() {
        return lost;
    }

    /** Periods that were rendered. */
    long periods() {
        return periods;
    }

    /** True while what was rendered is being taken. */
    boolean isWriting() {
        return turn.get() == Turn.WRITES;
    }

    /** Gives it up if it is in a write: then it never calls again, whenever that returns. False if it is not. */
    boolean giveUp() {
        return turn.compareAndSet(Turn.WRITES, Turn.GIVEN_UP);
    }

    private void run() {
        Scheduling.audio();
        float[] left = new float[period], right = new float[period];
        OutputDevice.Line line = clock;
        clock.restart();
        while (running) {
            callback.process(left, right, period);
            periods = periods + 1;
            OutputDevice.Line next = offered.getAndSet(null);
            if (next != null) {
                line = next;
                fade.restart();
            }
            fade.apply(left, right, period);
            turn.set(Turn.WRITES);
            OutputDevice.Taken taken = write(line, left, right);
            if (!turn.compareAndSet(Turn.WRITES, Turn.CALLS)) {
                return;
            }
            if (taken != OutputDevice.Taken.IN_TIME) {
                late.incrementAndGet();
            }
            if (taken == OutputDevice.Taken.NOT) {
                lost = line;
                line = clock;
                clock.restart();
            }
        }
    }

    /** A driver that throws takes nothing. */
    private OutputDevice.Taken write(OutputDevice.Line line, float[] left, float[] right) {
        try {
            return line.write(left, right, period);
        } catch (RuntimeException dead) {
            return OutputDevice.Taken.NOT;
        }
    }

    /** Ends it, or, if it does not end, gives it up. */
    void close() {
        running = false;
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        giveUp();
    }
}
