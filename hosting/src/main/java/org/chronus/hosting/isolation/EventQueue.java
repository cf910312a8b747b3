package org.chronus.hosting.isolation;

/** Events for a plugin until the next piece is asked for; those that wait because a piece is late come at its first frame. Audio thread only. */
final class EventQueue {
    private final int[] kinds = new int[SharedBlock.MOST_EVENTS];
    private final int[] frames = new int[SharedBlock.MOST_EVENTS];
    private final int[] a = new int[SharedBlock.MOST_EVENTS];
    private final int[] b = new int[SharedBlock.MOST_EVENTS];
    private final float[] c = new float[SharedBlock.MOST_EVENTS];
    private final float[] d = new float[SharedBlock.MOST_EVENTS];
    private int count;

    /** See {@link SharedBlock#event}. What finds no room is lost: that many come in no block. */
    void add(int kind, int frame, int first, int second, float third, float fourth) {
        if (count < SharedBlock.MOST_EVENTS) {
            kinds[count] = kind;
            frames[count] = frame;
            a[count] = first;
            b[count] = second;
            c[count] = third;
            d[count++] = fourth;
        }
    }

    /** Every parameter has its value at the first frame. */
    void addAll(float[] values) {
        for (int i = 0; i < values.length; i++) {
            add(SharedBlock.PARAMETER, 0, i, 0, values[i], 0);
        }
    }

    /** The piece that they were for is not asked for. */
    void delay() {
        for (int i = 0; i < count; i++) {
            frames[i] = 0;
        }
    }

    /** Moves as many as have room into a block, behind those that are there; the rest wait. Returns how many are there then. */
    int moveTo(SharedBlock block, int before) {
        int moved = Math.min(count, SharedBlock.MOST_EVENTS - before);
        for (int i = 0; i < moved; i++) {
            block.event(before + i, kinds[i], frames[i], a[i], b[i], c[i], d[i]);
        }
        count -= moved;
        for (int i = 0; i < count; i++) {
            kinds[i] = kinds[i + moved];
            frames[i] = 0;
            a[i] = a[i + moved];
            b[i] = b[i + moved];
            c[i] = c[i + moved];
            d[i] = d[i + moved];
        }
        return before + moved;
    }
}
