package org.chronus.instrument.engine;

import java.util.Arrays;

/**
 * What of every channel of every source decides about notes: hold, sostenuto and soft pedal, portamento, mode, and how hard each key is
 * pressed.
 * One set for the whole instrument, so that a new patch, and a new note, finds them as they are. Audio thread only.
 */
final class Pedals {
    /** For {@link #setOrigin}. */
    static final int NO_KEY = -1;

    /** Whether notes glide. */
    enum Portamento { AS_PRESET, ON, OFF }

    private final boolean[] hold = new boolean[Keyboard.CHANNELS];
    private final boolean[] sostenuto = new boolean[Keyboard.CHANNELS];
    private final boolean[] mono = new boolean[Keyboard.CHANNELS];
    private final boolean[] soft = new boolean[Keyboard.CHANNELS];
    private final Portamento[] portamento = new Portamento[Keyboard.CHANNELS];
    private final int[] origins = new int[Keyboard.CHANNELS];
    private final float[] pressures = new float[Keyboard.CHANNELS << 7];
    private final Fingers fingers = new Fingers();

    Pedals() {
        Arrays.fill(portamento, Portamento.AS_PRESET);
        Arrays.fill(origins, NO_KEY);
    }

    /** What is said of single notes, on zones of channels. */
    Fingers fingers() {
        return fingers;
    }

    /** Channel as numbered by {@link Keyboard}. */
    boolean isDown(int channel) {
        return hold[channel];
    }

    /** True if it keeps the notes that were down when it was pressed. */
    boolean isSostenutoDown(int channel) {
        return sostenuto[channel];
    }

    void set(int channel, boolean isDown) {
        hold[channel] = isDown;
    }

    /** Returns what was before. */
    boolean setSostenuto(int channel, boolean isDown) {
        boolean before = sostenuto[channel];
        sostenuto[channel] = isDown;
        return before;
    }

    /** True if notes that are struck now are softer. */
    boolean isSoftDown(int channel) {
        return soft[channel];
    }

    void setSoft(int channel, boolean isDown) {
        soft[channel] = isDown;
    }

    /** True if MIDI has made the channel mono, whatever the preset is. */
    boolean isMono(int channel) {
        return mono[channel];
    }

    void setMono(int channel, boolean isMono) {
        mono[channel] = isMono;
    }

    Portamento portamento(int channel) {
        return portamento[channel];
    }

    void setPortamento(int channel, boolean isOn) {
        portamento[channel] = isOn ? Portamento.ON : Portamento.OFF;
    }

    /** The MIDI key from which the next note glides, or {@link #NO_KEY}. */
    int origin(int channel) {
        return origins[channel];
    }

    void setOrigin(int channel, int midiKey) {
        origins[channel] = midiKey;
    }

    /** Soft pedal and portamento as nobody had touched them. */
    void rest(int channel) {
        soft[channel] = false;
        portamento[channel] = Portamento.AS_PRESET;
        origins[channel] = NO_KEY;
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
