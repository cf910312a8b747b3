package org.chronus.hosting.soundfont;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;

import org.chronus.hosting.PluginException;

/**
 * A synthesizer of FluidSynth's with one font: no driver, no thread, no effects of its own. Mutable; made, reset and closed on the main
 * thread, the rest is [audio].
 *
 * <p>A font is loaded whole when it is opened, since program changes come on the audio thread and must not read a file. The library keeps the
 * samples of a file once for all synthesizers of the process. What it needs for itself per synthesizer is the font's list of presets.
 */
final class FluidSynth {
    /** Frames that it computes at a time; nothing begins within them. */
    private static final int BLOCK = 64;
    private static final int CHANNELS = 16, KEYS = 128, DRUM_CHANNEL = 9, VOICES = 256, FOURTH_ORDER = 4, LOG_LEVELS = 5, ALL_SOUND_OFF = 120;
    private static final float FASTEST = 96_000;
    private static final double CENTS = 100;

    private final Optional<SoundFontPreset> preset;
    private final long synth;
    private final long settings;
    private final int font;
    private final MemorySegment key;
    private final MemorySegment pitch;
    /** The tuning that each key of each channel has, in semitones. */
    private final float[] tunings = new float[CHANNELS * KEYS];
    /** Frames that were taken of the synthesizer's present block. */
    private int played;

    /** [main thread] With a preset on all channels, or else with General MIDI's first on fifteen and drums on the tenth. */
    FluidSynth(Arena arena, Path file, Optional<SoundFontPreset> preset, float sampleRate) throws PluginException {
        FluidLibrary.symbols();
        if (sampleRate > FASTEST) {
            throw new PluginException("FluidSynth plays no SoundFont at " + sampleRate + " Hz: choose a sample rate up to 96000 Hz");
        }
        this.preset = preset;
        key = arena.allocate(JAVA_INT);
        pitch = arena.allocate(JAVA_DOUBLE);
        for (int i = 0; i < LOG_LEVELS; i++) {
            Fluid.keepQuiet(i);
        }
        settings = Fluid.newSettings();
        set("synth.threadsafe-api", 0);
        set("synth.reverb.active", 0);
        set("synth.chorus.active", 0);
        set("synth.cpu-cores", 1);
        set("synth.polyphony", VOICES);
        set("synth.dynamic-sample-loading", 0);
        Fluid.set(settings, arena.allocateFrom("synth.sample-rate").address(), (double) sampleRate);
        synth = Fluid.newSynth(settings);
        font = Fluid.load(synth, arena.allocateFrom(file.toString()).address());
        if (font < 0) {
            close();
            throw new PluginException(file + " cannot be loaded by FluidSynth: it is broken, or compressed in a way that this version does not know");
        }
        giveTunings(arena);
        prepare();
    }

    private void set(String name, int value) {
        try (Arena arena = Arena.ofConfined()) {
            Fluid.set(settings, arena.allocateFrom(name).address(), value);
        }
    }

    private void giveTunings(Arena arena) {
        MemorySegment usual = arena.allocate(JAVA_DOUBLE, KEYS);
        for (int i = 0; i < KEYS; i++) {
            usual.setAtIndex(JAVA_DOUBLE, i, i * CENTS);
        }
        for (int channel = 0; channel < CHANNELS; channel++) {
            Fluid.newTuning(synth, channel, arena.allocateFrom("").address(), usual.address());
        }
    }

    private void prepare() {
        Fluid.interpolation(synth, FOURTH_ORDER);
        for (int channel = 0; channel < CHANNELS; channel++) {
            Fluid.tuning(synth, channel);
            if (preset.isPresent()) {
                Fluid.channelType(synth, channel, preset.get().bank() == SoundFontPreset.DRUMS ? 1 : 0);
                Fluid.select(synth, channel, font, preset.get().bank(), preset.get().program());
            }
        }
    }

    /** [main thread] As when it was made; what sounded is thrown away, with the rest of the block that was begun. */
    void reset() {
        for (int channel = 0; channel < CHANNELS; channel++) {
            Fluid.midi(synth, 0xB0 | channel, ALL_SOUND_OFF, 0);
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment rest = arena.allocate(BLOCK * 4L);
            write(rest, rest, 0, BLOCK - played);
            write(rest, rest, 0, BLOCK);
            // Not before the voices have been seen off: in version 2.3 a reset alone leaves them sounding, and brings those back that were
            // only told to end.
            Fluid.reset(synth);
        }
        for (int place = 0; place < tunings.length; place++) {
            tune(place / KEYS, place % KEYS, 0);
        }
        prepare();
    }

    /** [main thread] Its end. */
    void close() {
        Fluid.deleteSynth(synth);
        Fluid.deleteSettings(settings);
    }

    /** A note begins at a tuning in semitones. */
    void noteOn(int channel, int note, int velocity, float tuning) {
        tune(channel, note, tuning);
        Fluid.midi(synth, 0x90 | channel, note, velocity);
    }

    // The library copies the channel's tuning to change it, so that this is done once for each change and not for each note.
    private void tune(int channel, int note, float tuning) {
        int place = channel * KEYS + note;
        if (tunings[place] != tuning) {
            tunings[place] = tuning;
            key.set(JAVA_INT, 0, note);
            pitch.set(JAVA_DOUBLE, 0, (note + tuning) * CENTS);
            Fluid.tune(synth, channel, key.address(), pitch.address());
        }
    }

    /** Any other message. */
    void midi(int status, int first, int second) {
        Fluid.midi(synth, status, first, second);
    }

    /** A factor for all voices from its next block on. */
    void gain(float gain) {
        Fluid.gain(synth, gain);
    }

    /** The next frames, into two buffers from a place on. */
    boolean write(MemorySegment left, MemorySegment right, int from, int frames) {
        played = (played + frames) % BLOCK;
        return Fluid.write(synth, frames, left.address(), right.address(), from);
    }
}
