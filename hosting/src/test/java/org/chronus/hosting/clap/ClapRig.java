package org.chronus.hosting.clap;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginSetup;
import org.chronus.hosting.PluginThread;

/** An open plugin, played by the thread of the test. */
final class ClapRig implements AutoCloseable {
    static final float RATE = 48_000;
    static final int GAIN = 0, LATENCY = 1, MISBEHAVE = 2;

    final ClapPlugin plugin;

    ClapRig(PluginInfo info) throws PluginException {
        this(info, Optional.empty());
    }

    ClapRig(PluginInfo info, Optional<Path> state) throws PluginException {
        this(info, new PluginSetup(RATE, Optional.empty(), state));
    }

    ClapRig(PluginInfo info, PluginSetup setup) throws PluginException {
        plugin = PluginThread.call(() -> ClapPlugin.open(info, setup));
    }

    /** The next frames, at most 64, of the left output. */
    float[] run(int frames) {
        assertTrue(plugin.run(frames));
        return plugin.output(0).asSlice(0, frames * 4L).toArray(JAVA_FLOAT);
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

    void reset() throws PluginException {
        PluginThread.call(() -> {
            plugin.reset();
            return null;
        });
    }

    String state() throws PluginException {
        return new String(PluginThread.call(plugin::save).orElseThrow(), StandardCharsets.UTF_8);
    }

    /** A number that the plugins for tests note in their state. */
    int count(String word) throws PluginException {
        Matcher found = Pattern.compile(word + "=([0-9]+)").matcher(state());
        assertTrue(found.find(), word);
        return Integer.parseInt(found.group(1));
    }

    @Override public void close() throws PluginException {
        PluginThread.call(() -> {
            plugin.close();
            return null;
        });
    }
}
