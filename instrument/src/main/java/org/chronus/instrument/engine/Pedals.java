package org.chronus.instrument.engine;

/** The hold pedal of every channel of every source: one for the whole instrument, so that a new patch finds it as it is. Audio thread only. */
final class Pedals {
    private final boolean[] down = new boolean[Keyboard.CHANNELS];

    /** Channel as numbered by {@link Keyboard}. */
    boolean isDown(int channel) {
        return down[channel];
    }

    void set(int channel, boolean isDown) {
        down[channel] = isDown;
    }
}
