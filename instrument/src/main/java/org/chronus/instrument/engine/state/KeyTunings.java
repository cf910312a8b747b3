package org.chronus.instrument.engine.state;

import java.util.Arrays;

import org.chronus.midi.command.KeyPitches;
import org.chronus.presets.tuning.Tuning;

/**
 * How far each key is from its number, in semitones: as MIDI has tuned it, else as the preset has, else as the instrument is. Audio thread,
 * once it has started.
 */
public final class KeyTunings {
    private static final int KEYS = 128, CHANNELS = 16;

    private final float shift;
    /** Not a number for a key that plays nothing. */
    private final float[] usual = new float[KEYS];
    /** By MIDI channel and key, the pitches that MIDI has given; not a number for a key that it has not named. */
    private final float[] named = new float[CHANNELS * KEYS];

    /** @param shift semitones added to every key, however it is tuned */
    KeyTunings(float shift) {
        this.shift = shift;
        Arrays.fill(usual, shift);
        Arrays.fill(named, Float.NaN);
    }

    /** [before it starts] The instrument is tuned like this, and no longer in equal semitones. */
    public void tune(Tuning tuning) {
        for (int key = 0; key < KEYS; key++) {
            usual[key] = tuning.pitch(key) - key + shift;
        }
    }

    /** MIDI tunes keys of some channels, by bits. */
    public void tune(int channels, KeyPitches pitches) {
        for (int channel = 0; channel < CHANNELS; channel++) {
            for (int key = 0; (channels & 1 << channel) != 0 && key < KEYS; key++) {
                named[channel * KEYS + key] = pitches.names(key) ? pitches.of(key) : named[channel * KEYS + key];
            }
        }
    }

    /** Semitones added to every key. */
    public float shift() {
        return shift;
    }

    /**
     * What is added to a key on a MIDI channel, in semitones; not a number if it plays nothing. {@code preset}: its own tuning, or null.
     */
    public float offset(int channel, int key, Tuning preset) {
        float pitch = named[channel * KEYS + key];
        if (!Float.isNaN(pitch)) {
            return pitch - key + shift;
        }
        return preset == null ? usual[key] : preset.pitch(key) - key + shift;
    }
}
