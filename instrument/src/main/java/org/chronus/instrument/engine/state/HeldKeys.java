package org.chronus.instrument.engine.state;


/**
 * The keys that are down, in the order in which they were pressed, and how hard: what a patch must play that takes over in the middle
 * of a chord. Audio thread only.
 */
public final class HeldKeys {
    private static final int MOST = 256;

    private final int[] keys = new int[MOST];
    private final float[] velocities = new float[MOST];
    private int count;

    /** Key as numbered by {@link KeyNumbers}; beyond 256 the one that is down longest is forgotten. */
    public void press(int key, float velocity) {
        lift(key);
        if (count == MOST) {
            remove(0);
        }
        keys[count] = key;
        velocities[count++] = velocity;
    }

    public void lift(int key) {
        for (int i = 0; i < count; i++) {
            if (keys[i] == key) {
                remove(i);
                return;
            }
        }
    }

    /** Every key of a channel comes up. */
    public void liftAll(int channel) {
        for (int i = count - 1; i >= 0; i--) {
            if (KeyNumbers.channelOf(keys[i]) == channel) {
                remove(i);
            }
        }
    }

    public int count() {
        return count;
    }

    public int key(int i) {
        return keys[i];
    }

    public float velocity(int i) {
        return velocities[i];
    }

    private void remove(int i) {
        count--;
        System.arraycopy(keys, i + 1, keys, i, count - i);
        System.arraycopy(velocities, i + 1, velocities, i, count - i);
    }
}
