package org.chronus.hosting.soundfont;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginSetup;
import org.chronus.hosting.PluginThread;

/** A SoundFont that is played by the thread of the test. What asks for one without library or font is skipped. */
final class SoundFontRig implements AutoCloseable {
    static final float RATE = 48_000;
    static final Path FONT = Path.of("/usr/share/sounds/sf2/TimGM6mb.sf2");

    final SoundFontPlayer player;

    SoundFontRig(String preset) throws PluginException {
        this(font(), Optional.of(preset));
    }

    private SoundFontRig(PluginInfo info, Optional<String> preset) throws PluginException {
        player = PluginThread.call(() -> SoundFontPlayer.open(info, new PluginSetup(RATE, preset, Optional.empty())));
    }

    /** With a program for each channel, as General MIDI has it. */
    static SoundFontRig generalMidi() throws PluginException {
        return new SoundFontRig(font(), Optional.empty());
    }

    /** What a scan says of the font. */
    static PluginInfo font() throws PluginException {
        assumeTrue(FluidLibrary.exists(), "no FluidSynth: install libfluidsynth3 to run these tests");
        assumeTrue(Files.exists(FONT), "no " + FONT + ": install timgm6mb-soundfont to run these tests");
        return new SoundFontFormat().scan(FONT).getFirst();
    }

    /** The next frames, at most 64, of the left output. */
    float[] run(int frames) {
        assertTrue(player.run(frames));
        return player.output(0).asSlice(0, frames * 4L).toArray(JAVA_FLOAT);
    }

    /** Some more frames of the left output. */
    float[] play(int frames) {
        float[] all = new float[frames];
        for (int done = 0; done < frames; done += HostedPlugin.MOST_FRAMES) {
            int count = Math.min(HostedPlugin.MOST_FRAMES, frames - done);
            System.arraycopy(run(count), 0, all, done, count);
        }
        return all;
    }

    static double loudest(float[] sound) {
        double loudest = 0;
        for (float sample : sound) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        return loudest;
    }

    @Override public void close() throws PluginException {
        PluginThread.call(() -> {
            player.close();
            return null;
        });
    }
}
