package org.chronus.instrument.engine.blackbox;

/** How long the last callbacks took. Audio thread; any thread reads. */
public final class CallbackTape extends Tape {
    private final long[] positions;
    private final int[] frames;
    private final int[] nanos;
    private final int[] processorNanos;

    /**
     * One callback.
     *
     * @param position       its first frame
     * @param nanos          by the clock
     * @param processorNanos for which it had a processor; 0 if that was not measured
     */
    public record Entry(long position, int frames, int nanos, int processorNanos) { }

    CallbackTape(int capacity) {
        super(capacity);
        positions = new long[capacity];
        frames = new int[capacity];
        nanos = new int[capacity];
        processorNanos = new int[capacity];
    }

    /** [audio] */
    void add(long position, int filled, long took, long processor) {
        int place = place();
        positions[place] = position;
        frames[place] = filled;
        nanos[place] = (int) Math.min(took, Integer.MAX_VALUE);
        processorNanos[place] = (int) Math.min(processor, Integer.MAX_VALUE);
        advance();
    }

    Reading<Entry> read() {
        return read(place -> new Entry(positions[place], frames[place], nanos[place], processorNanos[place]));
    }
}
