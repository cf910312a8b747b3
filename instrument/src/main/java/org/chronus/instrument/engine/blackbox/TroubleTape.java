package org.chronus.instrument.engine.blackbox;

/** When the counts of troubles rose, as seen from grid line to grid line. Audio thread; any thread reads. */
public final class TroubleTape extends Tape {
    private final long[] positions;
    private final Trouble[] kinds;
    private final long[] counts;
    private final long[] latest = new long[Trouble.values().length];

    /**
     * A count rose.
     *
     * @param position the grid line at which that was seen: what caused it came in the 64 frames before
     * @param count    what it is now
     */
    public record Entry(long position, Trouble kind, long count) { }

    TroubleTape(int capacity) {
        super(capacity);
        positions = new long[capacity];
        kinds = new Trouble[capacity];
        counts = new long[capacity];
    }

    /** [audio] There have been so many of a kind. */
    void see(long position, Trouble kind, long count) {
        if (count > latest[kind.ordinal()]) {
            int place = place();
            positions[place] = position;
            kinds[place] = kind;
            counts[place] = count;
            advance();
        }
        latest[kind.ordinal()] = count;
    }

    Reading<Entry> read() {
        return read(place -> new Entry(positions[place], kinds[place], counts[place]));
    }
}
