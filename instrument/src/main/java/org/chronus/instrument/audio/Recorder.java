package org.chronus.instrument.audio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import org.chronus.presets.files.OutputFile;
import org.chronus.presets.files.OutputPlace;

/**
 * Stands between a thread that renders and a disk that may stall: a ring of frames, which a thread of its own empties into a WAV file,
 * or a pipe. One thread puts in, and allocates nothing by it.
 */
public final class Recorder implements AutoCloseable {
    /** Frames; 2.7 seconds at 48 kHz. */
    private static final int CAPACITY = 1 << 17;
    private static final int CHUNK = 4_096;
    private static final long NAP_NANOS = 2_000_000, SHORT_NAP_NANOS = 100_000, CHECKPOINT_NANOS = 500_000_000;
    /** How long the end of what never waits is held up by a pipe whose reader takes nothing. */
    private static final long PATIENCE_MILLIS = 2_000;

    private final WavWriter writer;
    private final long checkpointNanos;
    private final float[] left = new float[CAPACITY];
    private final float[] right = new float[CAPACITY];
    private final AtomicLong put = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final Thread thread;
    private volatile long lost;
    private volatile boolean offered;
    private volatile boolean ended;
    private volatile IOException failure;

    /** Begins to write a file that appears when it is complete; a pipe is waited for. */
    public Recorder(Path path, int sampleRate, WavWriter.Format format) throws IOException {
        this(new WavWriter(OutputFile.replacing(OutputPlace.of(path), true), sampleRate, format, CHUNK), Long.MAX_VALUE);
    }

    /**
     * Begins to write a file that is there at once, and of which a cut of power takes no more than the last second.
     *
     * @param waits false if a pipe without a reader is to be refused, else it is waited for
     */
    public static Recorder live(Path path, int sampleRate, WavWriter.Format format, boolean waits) throws IOException {
        return new Recorder(new WavWriter(OutputFile.live(OutputPlace.of(path), waits), sampleRate, format, CHUNK), CHECKPOINT_NANOS);
    }

    Recorder(WavWriter writer, long checkpointNanos) {
        this.writer = writer;
        this.checkpointNanos = checkpointNanos;
        thread = Thread.ofPlatform().name("recorder").daemon().start(this::run);
    }

    /** [the one thread] Appends frames, no more than {@code 65536}; waits while the disk is behind. */
    public void write(float[] l, float[] r, int frames) throws IOException {
        while (!hasRoom(frames)) {
            if (failure != null) {
                throw failure;
            }
            LockSupport.parkNanos(SHORT_NAP_NANOS);
        }
        append(l, r, frames);
    }

    /** [the one thread] Appends frames, or, if the disk is seconds behind, counts them as lost. Never waits. */
    public void offer(float[] l, float[] r, int frames) {
        offered = true;
        if (hasRoom(frames)) {
            append(l, r, frames);
        } else {
            lost = lost + frames;
        }
    }

    private boolean hasRoom(int frames) {
        return failure == null && put.getPlain() + frames - taken.getAcquire() <= CAPACITY;
    }

    private void append(float[] l, float[] r, int frames) {
        long from = put.getPlain();
        int place = (int) (from % CAPACITY), first = Math.min(frames, CAPACITY - place);
        System.arraycopy(l, 0, left, place, first);
        System.arraycopy(r, 0, right, place, first);
        System.arraycopy(l, first, left, 0, frames - first);
        System.arraycopy(r, first, right, 0, frames - first);
        put.setRelease(from + frames);
    }

    /** Frames that the disk was too slow for. */
    public long lost() {
        return lost;
    }

    private void run() {
        float[] l = new float[CHUNK], r = new float[CHUNK];
        long safe = System.nanoTime();
        try {
            while (true) {
                if (System.nanoTime() - safe > checkpointNanos) {
                    writer.checkpoint();
                    safe = System.nanoTime();
                }
                boolean last = ended;
                long from = taken.getPlain();
                int place = (int) (from % CAPACITY), frames = (int) Math.min(Math.min(CHUNK, CAPACITY - place), put.getAcquire() - from);
                if (frames > 0) {
                    System.arraycopy(left, place, l, 0, frames);
                    System.arraycopy(right, place, r, 0, frames);
                    taken.setRelease(from + frames);
                    writer.write(l, r, frames);
                } else if (last) {
                    return;
                } else {
                    LockSupport.parkNanos(NAP_NANOS);
                }
            }
        } catch (IOException e) {
            // Of one that was closed, because its end was not waited for, the reason is known already.
            failure = failure == null ? e : failure;
        }
    }

    /** Writes what is left and gives the file its name. */
    public void finish() throws IOException {
        await();
        if (failure != null) {
            throw failure;
        }
        writer.finish();
    }

    /** Ends the thread; an unfinished file is thrown away. */
    @Override public void close() throws IOException {
        await();
        writer.close();
    }

    /** Why it can write no more: its disk is full, or its reader has left. */
    public Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    private void await() throws IOException {
        ended = true;
        LockSupport.unpark(thread);
        try {
            long before;
            do {
                before = taken.get();
                thread.join(PATIENCE_MILLIS);
            } while (thread.isAlive() && (!offered || taken.get() > before));
            if (thread.isAlive()) {
                failure = new IOException("a recording has lost its end (its reader takes nothing): let it read on");
                writer.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
