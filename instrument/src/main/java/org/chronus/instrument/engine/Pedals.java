package org.chronus.instrument.engine;

/**
 * The hold and sostenuto pedals of every channel of every source: one set for the whole instrument, so that a new patch finds them as
 * they are. Audio thread only.
 */
final class Pedals {
    private final boolean[] hold = new boolean[Keyboard.CHANNELS];
    private final boolean[] sostenuto = new boolean[Keyboard.CHANNELS];

    /** Channel as numbered by {@link Keyboard}. */
    boolean isDown(int channel) {
        return hold[channel];
    }

    /** True if it keeps the notes that were down when it was pressed. */
    boolean isSostenutoDown(int channel) {
        return sostenuto[channel];
    }

    /** Returns what was before. */
    boolean set(int channel, boolean isDown) {
        boolean before = hold[channel];
        hold[channel] = isDown;
        return before;
    }

    /** Returns what was before. */
    boolean setSostenuto(int channel, boolean isDown) {
        boolean before = sostenuto[channel];
        sostenuto[channel] = isDown;
        return before;
    }
}
