package org.chronus.modules.patch.player;

/**
 * A player without a time of its own: each key makes the same notes whenever it is struck. A note that several keys make ends with the last
 * of them. Who writes another says which notes these are. Audio thread only.
 */
abstract class NoteMap implements NotePlayer {
    private final Keys keys = new Keys();
    private final Strikes strikes = new Strikes();

    /** How many notes a key makes. */
    abstract int notes();

    /** One of the notes of a key, on the key's channel; {@link Keys#NONE} if there is no such note. */
    abstract int note(int key, int number);

    @Override public final void press(int key, long frame, float velocity, NoteTarget out) {
        if (keys.press(key, velocity)) {
            for (int i = 0; i < notes(); i++) {
                int note = note(key, i);
                if (note != Keys.NONE && strikes.add(note, frame)) {
                    out.press(note, frame, velocity);
                }
            }
        }
    }

    @Override public final void lift(int key, long frame, float velocity, NoteTarget out) {
        if (keys.remove(key)) {
            for (int i = 0; i < notes(); i++) {
                int note = note(key, i);
                if (note != Keys.NONE && !isMade(note)) {
                    strikes.remove(note);
                    out.lift(note, frame, velocity);
                }
            }
        }
    }

    private boolean isMade(int note) {
        for (int k = 0; k < keys.count(); k++) {
            for (int i = 0; i < notes(); i++) {
                if (note(keys.played(k), i) == note) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override public final void pressure(int key, float amount, NoteTarget out) {
        if (keys.pressure(key, amount)) {
            for (int i = 0; i < notes(); i++) {
                int note = note(key, i);
                if (note != Keys.NONE) {
                    out.pressure(note, amount);
                }
            }
        }
    }

    @Override public final void cut(int channel) {
        keys.remove(channel, false);
    }
}
