package org.chronus.instrument.engine.slots;

import java.util.Arrays;

/**
 * Where in time the changes of the patch belong that were asked for last, by the numbers of their requests. Mutable; audio thread only.
 *
 * <p>A place in time is a frame, counted from the engine's start, and an order among the commands of that frame.
 */
public final class CommitTimes {
    /** {@link #find} found none. */
    public static final int NONE = -1;
    /** More than can be asked for in one period. */
    private static final int KEPT = 256;

    private final long[] numbers = new long[KEPT];
    private final long[] frames = new long[KEPT];
    private final long[] orders = new long[KEPT];
    private int next;
    private long newest;

    CommitTimes() {
        Arrays.fill(frames, Long.MIN_VALUE);
    }

    /** The change of this number takes over at the first grid line at or after that frame. */
    public void add(long number, long frame, long order) {
        numbers[next] = number;
        frames[next] = frame;
        orders[next] = order;
        next = (next + 1) % KEPT;
        newest = Math.max(newest, number);
    }

    /** Where the commit of a request stands here; {@link #NONE} if it has not come, or came so long ago that it is forgotten. */
    public int find(long number) {
        for (int i = 0; i < KEPT; i++) {
            if (numbers[i] == number && frames[i] != Long.MIN_VALUE) {
                return i;
            }
        }
        return NONE;
    }

    /** True if the commit of a request has come, and its frame is {@code now} or was before. */
    boolean isDue(long number, long now) {
        int place = find(number);
        return place == NONE ? number < newest : frames[place] <= now;
    }

    /** The frame of one that was found. */
    public long frame(int place) {
        return frames[place];
    }

    /** Its order among the commands of that frame. */
    public long order(int place) {
        return orders[place];
    }
}
