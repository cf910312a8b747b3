package org.chronus.modules.patch.player;

/**
 * Where notes go: to the next player of a part, or to its voices. A key is a number, 128 for each channel and the MIDI key; frames are counted
 * from the patch's beginning, and never go back. Audio thread only.
 */
public interface NoteTarget {
    /** A key goes down, or is struck again while it is down; it comes up once. Velocity above 0, up to 1. */
    void press(int key, long frame, float velocity);

    /** A key comes up; it may be none that is down. Release velocity 0..1. */
    void lift(int key, long frame, float velocity);

    /** A key is pressed harder or softer, 0..1; it may be none that is down. From now on. */
    void pressure(int key, float amount);
}
