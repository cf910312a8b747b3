package org.chronus.instrument.engine.blackbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** When the counts of troubles rose, as seen from grid line to grid line. Audio thread; any thread reads. */
public final class TroubleTape extends Tape {
    private static final long NEVER = -1;

    private final long[] positions;
    private final Trouble[] kinds;
    private final long[] counts;
    private final long[] latest = new long[Trouble.values().length];
    private final long[] firsts = new long[Trouble.values().length];

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
        Arrays.fill(firsts, NEVER);
    }

    /** [audio] There have been so many of a kind. */
    void see(long position, Trouble kind, long count) {
        if (count > latest[kind.ordinal()]) {
            firsts[kind.ordinal()] = firsts[kind.ordinal()] == NEVER ? position : firsts[kind.ordinal()];
            int place = place();
            positions[place] = position;
            kinds[place] = kind;
            counts[place] = count;
            advance();
        }
        latest[kind.ordinal()] = count;
    }

    /** However many there were, the first of each kind is among them. */
    Reading<Entry> read() {
        Reading<Entry> newest = read(place -> new Entry(positions[place], kinds[place], counts[place]));
        if (newest.lost() == 0) {
            return newest;
        }
        List<Entry> all = new ArrayList<>();
        for (Trouble kind : Trouble.values()) {
            if (firsts[kind.ordinal()] != NEVER) {
                all.add(new Entry(firsts[kind.ordinal()], kind, 1));
            }
        }
        all.addAll(newest.entries());
        return new Reading<>(newest.lost(), all);
    }
}
