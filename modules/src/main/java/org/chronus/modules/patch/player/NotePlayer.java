package org.chronus.modules.patch.player;

/**
 * One player of a part: it hears keys and makes notes of them, at once or in its own time. (Those who play the instrument are called players,
 * too: see {@link org.chronus.modules.patch.PlayerControls}.) Every note that it presses it must lift, but for those that it is told to
 * forget. Its notes stay on the channel of their key, so that bend, pedals and the like of whoever plays there are theirs.
 *
 * <p>Frames are counted from the patch's beginning. What is to be played at a frame comes after all keys of that frame. Nothing is allocated
 * after construction. Audio thread only.
 */
public interface NotePlayer {
    /** No frame: nothing will happen without another key. */
    long NEVER = Long.MAX_VALUE;

    /** A key goes down, or is struck again while it is down; see {@link NoteTarget#press}. */
    void press(int key, long frame, float velocity, NoteTarget out);

    /** A key comes up. */
    void lift(int key, long frame, float velocity, NoteTarget out);

    /** A key is pressed harder or softer. */
    void pressure(int key, float amount, NoteTarget out);

    /** All sound of a channel ends, and all keys there come up: nothing is lifted any more. */
    void cut(int channel);

    /** Keys of a channel, or of {@link PlayerChain#ALL_CHANNELS}, that are up, and that it goes on with all the same, are let go. */
    default void unlatch(int channel) { }

    /** The frame at which it will do something by itself; {@link #NEVER} if it will not without another key. */
    default long next() {
        return NEVER;
    }

    /** It is that frame: does it. */
    default void play(NoteTarget out) { }

    /** The tempo is that, in beats per minute, from a frame on. */
    default void tempo(long frame, float beatsPerMinute) { }

    /** A song runs, and is so many beats from its beginning at a frame. */
    default void locate(long frame, double beats) { }

    /** No song runs any more. */
    default void leaveSong() { }
}
