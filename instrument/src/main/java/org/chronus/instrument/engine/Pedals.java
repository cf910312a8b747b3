package org.chronus.instrument.engine;

import java.util.Arrays;

/**
 * The hold and sostenuto pedals of every channel of every source, and how hard its keys are pressed: one set for the whole instrument, so
 * that a new patch, and a new note, finds them as they are. Audio thread only.
 */
final class Pedals {
    private final boolean[] hold = new boolean[Keyboard.CHANNELS];
    private final boolean[] sostenuto = new boolean[Keyboard.CHANNELS];

    private final float[] pressures = new float[Keyboard.CHANNELS << 7];

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

    /** How hard a key, as numbered by {@link Keyboard}, is pressed, 0..1. */
    float pressure(int key) {
        return pressures[key];
    }

    /** 0..1. */
    void setPressure(int key, float amount) {
        pressures[key] = amount;
    }

    /** No key of a channel is pressed. */
    void clearPressures(int channel) {
        Arrays.fill(pressures, Keyboard.key(channel, 0), Keyboard.key(channel, 127) + 1, 0);
    }
}
