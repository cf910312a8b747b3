package org.chronus.instrument.engine.state;

import java.util.Arrays;

/**
 * What of every channel of every source decides about notes: hold, sostenuto and soft pedal, portamento, mode, how hard each key is pressed, and
 * how it is tuned. One set for the whole instrument, so that a new patch, and a new note, finds them as they are. Audio thread only.
 */
public final class PedalState {
    /** For {@link #setOrigin}. */
    public static final int NO_KEY = -1;

    /** Whether notes glide. */
    public enum Portamento { AS_PRESET, ON, OFF }

    private final boolean[] hold = new boolean[KeyNumbers.CHANNELS];
    private final boolean[] sostenuto = new boolean[KeyNumbers.CHANNELS];
    private final boolean[] mono = new boolean[KeyNumbers.CHANNELS];
    private final boolean[] soft = new boolean[KeyNumbers.CHANNELS];
    private final Portamento[] portamento = new Portamento[KeyNumbers.CHANNELS];
    private final int[] origins = new int[KeyNumbers.CHANNELS];
    private final float[] pressures = new float[KeyNumbers.CHANNELS << 7];
    private final MpeState mpe = new MpeState();
    private final Players players = new Players();
    private final KeyTunings tunings;

    /** Keys are tuned in equal semitones, as at first. */
    public PedalState() {
        this(0);
    }

    /** @param pitchOffset semitones added to every key */
    public PedalState(float pitchOffset) {
        tunings = new KeyTunings(pitchOffset);
        Arrays.fill(portamento, Portamento.AS_PRESET);
        Arrays.fill(origins, NO_KEY);
    }

    /** The zones of MPE, and what is said on their channels of single notes. */
    public MpeState mpe() {
        return mpe;
    }

    /** How far each key is from its number. */
    public KeyTunings tunings() {
        return tunings;
    }

    /** Who plays. */
    public Players players() {
        return players;
    }

    /** The player of the notes of a channel: in a zone of MPE, that of its manager. The first one if its own was replaced by another. */
    public int player(int channel) {
        return Math.max(0, players.of(mpe.manager(channel)));
    }

    /** Channel as numbered by {@link KeyNumbers}. */
    public boolean isDown(int channel) {
        return hold[channel];
    }

    /** True if it keeps the notes that were down when it was pressed. */
    public boolean isSostenutoDown(int channel) {
        return sostenuto[channel];
    }

    public void set(int channel, boolean isDown) {
        hold[channel] = isDown;
    }

    /** Returns what was before. */
    public boolean setSostenuto(int channel, boolean isDown) {
        boolean before = sostenuto[channel];
        sostenuto[channel] = isDown;
        return before;
    }

    /** True if notes that are struck now are softer. */
    public boolean isSoftDown(int channel) {
        return soft[channel];
    }

    public void setSoft(int channel, boolean isDown) {
        soft[channel] = isDown;
    }

    /** True if MIDI has made the channel mono, whatever the preset is. */
    public boolean isMono(int channel) {
        return mono[channel];
    }

    public void setMono(int channel, boolean isMono) {
        mono[channel] = isMono;
    }

    public Portamento portamento(int channel) {
        return portamento[channel];
    }

    public void setPortamento(int channel, boolean isOn) {
        portamento[channel] = isOn ? Portamento.ON : Portamento.OFF;
    }

    /** The MIDI key from which the next note glides, or {@link #NO_KEY}. */
    public int origin(int channel) {
        return origins[channel];
    }

    public void setOrigin(int channel, int midiKey) {
        origins[channel] = midiKey;
    }

    /** Soft pedal and portamento as they are at first. */
    public void reset(int channel) {
        soft[channel] = false;
        portamento[channel] = Portamento.AS_PRESET;
        origins[channel] = NO_KEY;
    }

    /** How hard a key, as numbered by {@link KeyNumbers}, is pressed, 0..1. */
    public float pressure(int key) {
        return pressures[key];
    }

    /** 0..1. */
    public void setPressure(int key, float amount) {
        pressures[key] = amount;
    }

    /** No key of a channel is pressed. */
    public void clearPressures(int channel) {
        Arrays.fill(pressures, KeyNumbers.key(channel, 0), KeyNumbers.key(channel, 127) + 1, 0);
    }
}
