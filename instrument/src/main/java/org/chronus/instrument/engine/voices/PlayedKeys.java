package org.chronus.instrument.engine.voices;

import org.chronus.instrument.engine.state.KeyNumbers;
import org.chronus.instrument.engine.state.PedalState;

/**
 * The keys that go into the players of a part: those that are down, and, where pedals hold keys and not notes, those that a pedal holds.
 * Bounded: what is more is refused. Audio thread only.
 */
final class PlayedKeys {
    static final int MOST = 128, NONE = -1;

    private final boolean pedalled;
    private final PedalState pedals;
    private final int[] keys = new int[MOST];
    private final boolean[] down = new boolean[MOST];
    private final boolean[] caught = new boolean[MOST];
    private int count;

    /** {@code pedalled}: pedals hold keys. */
    PlayedKeys(boolean pedalled, PedalState pedals) {
        this.pedalled = pedalled;
        this.pedals = pedals;
    }

    /** A key goes down. False if there is no room. */
    boolean press(int key) {
        int i = find(key);
        if (i == NONE && count == MOST) {
            return false;
        }
        if (i == NONE) {
            i = count++;
            keys[i] = key;
            caught[i] = false;
        }
        down[i] = true;
        return true;
    }

    /** A key comes up. True if that is to be heard: it was down, and no pedal holds it. */
    boolean lift(int key) {
        int i = find(key);
        if (i == NONE || !down[i]) {
            return false;
        }
        down[i] = false;
        boolean held = isHeld(i);
        if (!held) {
            remove(i);
        }
        return !held;
    }

    /** A key of a channel that is down; {@link #NONE} if there is none. */
    int down(int channel) {
        for (int i = 0; i < count; i++) {
            if (down[i] && KeyNumbers.channelOf(keys[i]) == channel) {
                return keys[i];
            }
        }
        return NONE;
    }

    /** A key of a channel that is up and that no pedal holds any more, which comes up herewith; {@link #NONE} if there is none. */
    int release(int channel) {
        for (int i = 0; i < count; i++) {
            if (KeyNumbers.channelOf(keys[i]) == channel && !down[i] && !isHeld(i)) {
                int key = keys[i];
                remove(i);
                return key;
            }
        }
        return NONE;
    }

    /** The sostenuto pedal of a channel takes the keys that are down. */
    void catchHeld(int channel) {
        for (int i = 0; i < count; i++) {
            caught[i] |= down[i] && KeyNumbers.channelOf(keys[i]) == channel;
        }
    }

    /** The keys of a channel are forgotten. */
    void forget(int channel) {
        for (int i = count - 1; i >= 0; i--) {
            if (KeyNumbers.channelOf(keys[i]) == channel) {
                remove(i);
            }
        }
    }

    int count() {
        return count;
    }

    int key(int i) {
        return keys[i];
    }

    private boolean isHeld(int i) {
        int channel = KeyNumbers.channelOf(keys[i]);
        return pedalled && (pedals.isDown(channel) || caught[i] && pedals.isSostenutoDown(channel));
    }

    private int find(int key) {
        for (int i = 0; i < count; i++) {
            if (keys[i] == key) {
                return i;
            }
        }
        return NONE;
    }

    private void remove(int i) {
        count--;
        System.arraycopy(keys, i + 1, keys, i, count - i);
        System.arraycopy(down, i + 1, down, i, count - i);
        System.arraycopy(caught, i + 1, caught, i, count - i);
    }
}
