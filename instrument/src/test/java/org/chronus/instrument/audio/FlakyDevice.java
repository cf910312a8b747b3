package org.chronus.instrument.audio;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A device that does whatever drivers do. What it was given is kept. */
final class FlakyDevice implements OutputDevice {
    /** How it behaves from now on. */
    enum Mood { PLAYS, TAKES_NOTHING, THROWS, HANGS, NOT_THERE, BUSY, UNFIT, HANGS_IN_OPEN }

    final List<FlakyLine> lines = new CopyOnWriteArrayList<>();
    final AtomicInteger hanging = new AtomicInteger();
    /** Lets go what hangs. */
    final CountDownLatch release = new CountDownLatch(1);
    volatile Mood mood = Mood.PLAYS;
    volatile boolean closeHangs;

    @Override public String system() {
        return "Test";
    }

    @Override public Line open(int sampleRate, int period) throws Refused {
        switch (mood) {
            case NOT_THERE -> throw new Refused(Reason.NOT_THERE, "it is not there");
            case BUSY -> throw new Refused(Reason.BUSY, "it is busy");
            case UNFIT -> throw new Refused(Reason.UNFIT, "it cannot");
            case HANGS_IN_OPEN -> hang();
            default -> { }
        }
        FlakyLine line = new FlakyLine(sampleRate);
        lines.add(line);
        return line;
    }

    private void hang() {
        hanging.incrementAndGet();
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            hanging.decrementAndGet();
        }
    }

    FlakyLine last() {
        return lines.getLast();
    }

    /** One time that it was open. */
    final class FlakyLine implements Line {
        private final int sampleRate;
        /** Of the left channel, the first sample of each period, and the last. */
        final List<float[]> periods = new CopyOnWriteArrayList<>();
        volatile int closed;

        FlakyLine(int sampleRate) {
            this.sampleRate = sampleRate;
        }

        @Override public String description() {
            return "Card";
        }

        @Override public int bufferFrames() {
            return 256;
        }

        @Override public Taken write(float[] left, float[] right, int frames) {
            switch (mood) {
                case THROWS -> throw new IllegalStateException("no such device");
                case HANGS -> hang();
                case PLAYS -> {
                    periods.add(left.clone());
                    LockSupport.parkNanos((long) (1e9 * frames / sampleRate));
                    return Taken.IN_TIME;
                }
                default -> { }
            }
            return Taken.NOT;
        }

        @Override public void close() {
            closed++;
            if (closeHangs) {
                hang();
            }
        }
    }
}
