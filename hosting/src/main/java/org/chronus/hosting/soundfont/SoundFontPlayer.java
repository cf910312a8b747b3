package org.chronus.hosting.soundfont;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;

import org.chronus.hosting.FingerChannels;
import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginSetup;

/**
 * A SoundFont that plays: sixteen channels, each with its own program, in stereo. Mutable; opened, reset and closed on the main thread, run on
 * the audio thread.
 *
 * <p>FluidSynth works in blocks of 64 frames and begins nothing within them: what is to happen at a frame happens at its next block, up to 63
 * frames later, and at the same frame however the time is cut into runs. It fades a voice in, within its first block, from the level at which
 * another note has left it: all but that block is to the bit what a new synthesizer plays.
 */
public final class SoundFontPlayer implements HostedPlugin {
    /**
     * At which a phrase of chords is about as loud as one of a built-in preset, -20 LUFS. The library's own is 0.2, so that sixteen channels at
     * once have room.
     */
    static final float GAIN = 0.8f;
    /** The library takes a range of bend for the position of a controller, whose end is 127/128. */
    private static final float WIDE = FingerChannels.WIDE * 127 / 128;
    /** What vector instructions like. */
    private static final long ALIGNMENT = 64;

    private final PluginInfo info;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment left = arena.allocate(MOST_FRAMES * 4L, ALIGNMENT);
    private final MemorySegment right = arena.allocate(MOST_FRAMES * 4L, ALIGNMENT);
    private final PlayerEvents events = new PlayerEvents();
    private final FingerChannels fingers = new FingerChannels((frame, status, first, second) -> events.add(frame, status, first, second, 0), false,
            WIDE);
    private final FluidSynth synth;
    private float gain = GAIN;
    private boolean closed;

    private SoundFontPlayer(PluginInfo info, Optional<SoundFontPreset> preset, float sampleRate) throws PluginException {
        this.info = info;
        FluidSynth made = null;
        try {
            made = new FluidSynth(arena, info.bundle(), preset, sampleRate);
        } finally {
            if (made == null) {
                arena.close();
            }
        }
        synth = made;
        synth.gain(gain);
    }

    /** [main thread] One that is ready to run. */
    static SoundFontPlayer open(PluginInfo info, PluginSetup setup) throws PluginException {
        if (setup.state().isPresent()) {
            throw new PluginException(info.type() + " has no state: name a preset, by its number or name, and leave out the state");
        }
        Path file = info.bundle();
        SoundFontFile contents = SoundFontFile.read(file);
        Optional<SoundFontPreset> preset = setup.preset().map(contents::find).orElse(Optional.empty());
        if (setup.preset().isPresent() && preset.isEmpty()) {
            throw new PluginException(file + " has no preset " + setup.preset().get() + ": give a program, bank:program or a name, such as "
                    + contents.presets().getFirst().name());
        }
        return new SoundFontPlayer(info, preset, setup.sampleRate());
    }

    @Override public PluginInfo info() {
        return info;
    }

    @Override public MemorySegment input(int channel) {
        throw new IndexOutOfBoundsException(channel);
    }

    @Override public MemorySegment output(int channel) {
        return channel == 0 ? left : right;
    }

    @Override public float parameter(int index) {
        return gain;
    }

    @Override public void setParameter(int frame, int index, float value) {
        events.add(frame, PlayerEvents.GAIN, 0, 0, value);
    }

    @Override public void noteOn(int frame, int channel, int key, float tuning, float velocity) {
        fingers.noteOn(frame, channel);
        events.add(frame, 0x90 | channel, key, Math.max(1, Math.round(velocity * 127)), tuning);
    }

    @Override public void noteOff(int frame, int channel, int key, float velocity) {
        events.add(frame, 0x80 | channel, key, 0, 0);
    }

    @Override public boolean hearsFingers() {
        return true;
    }

    @Override public void noteExpression(int frame, int channel, int key, Expression what, float value) {
        fingers.express(frame, channel, what, value);
    }

    @Override public void midi(int frame, int status, int first, int second) {
        if ((status & 0xF0) == 0xE0) {
            fingers.bender(frame, status & 0xF, first, second);
        } else {
            events.add(frame, status, first, second, 0);
        }
    }

    @Override public boolean run(int frames) {
        int done = 0;
        boolean well = true;
        int count = events.count();
        for (int i = 0; i < count; i++) {
            int frame = Math.min(events.frame(i), frames);
            if (frame > done) {
                well &= synth.write(left, right, done, frame - done);
                done = frame;
            }
            take(i);
        }
        if (frames > done) {
            well &= synth.write(left, right, done, frames - done);
        }
        events.clear();
        if (!well) {
            left.fill((byte) 0);
            right.fill((byte) 0);
        }
        return well;
    }

    private void take(int index) {
        int status = events.status(index);
        if (status == PlayerEvents.GAIN) {
            gain = events.number(index);
            synth.gain(gain);
        } else if ((status & 0xF0) == 0x90 && events.second(index) > 0) {
            synth.noteOn(status & 0xF, events.first(index), events.second(index), events.number(index));
        } else {
            synth.midi(status, events.first(index), events.second(index));
        }
    }

    @Override public int latency() {
        return 0;
    }

    @Override public double tail() {
        return Double.POSITIVE_INFINITY;
    }

    @Override public void reset() throws PluginException {
        synth.reset();
        events.clear();
        fingers.clear();
        gain = GAIN;
        synth.gain(gain);
        left.fill((byte) 0);
        right.fill((byte) 0);
    }

    @Override public void close() {
        if (!closed) {
            closed = true;
            synth.close();
            arena.close();
        }
    }
}
