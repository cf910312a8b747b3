package org.chronus.instrument.engine.slots;

/** Counts mishaps: three of them within a second are too many. One thread. */
public final class FaultWindow {
    private static final int MOST = 3;

    private final long[] frames = new long[MOST];
    private int count;

    /** One more, at a frame; true if it is the third within {@code second} frames. */
    public boolean add(long frame, double second) {
        frames[count % MOST] = frame;
        count++;
        return count >= MOST && frame - frames[count % MOST] <= second;
    }

    public void forget() {
        count = 0;
    }
}
