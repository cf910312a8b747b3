package org.chronus.hosting.module;

import java.lang.foreign.MemorySegment;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginFormat;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginSetup;
import org.chronus.hosting.PluginThread;

/** A plugin inside this process, for those who trust it: the plugin itself, but that any thread may reset and close it. */
final class InsidePlugin implements HostedPlugin {
    private final HostedPlugin plugin;

    InsidePlugin(PluginFormat format, PluginInfo info, PluginSetup setup) throws PluginException {
        plugin = PluginThread.call(() -> format.open(info, setup));
    }

    @Override public PluginInfo info() {
        return plugin.info();
    }

    @Override public MemorySegment input(int channel) {
        return plugin.input(channel);
    }

    @Override public MemorySegment output(int channel) {
        return plugin.output(channel);
    }

    @Override public float parameter(int index) {
        return plugin.parameter(index);
    }

    @Override public void setParameter(int frame, int index, float value) {
        plugin.setParameter(frame, index, value);
    }

    @Override public void noteOn(int frame, int channel, int key, float tuning, float velocity) {
        plugin.noteOn(frame, channel, key, tuning, velocity);
    }

    @Override public void noteOff(int frame, int channel, int key, float velocity) {
        plugin.noteOff(frame, channel, key, velocity);
    }

    @Override public boolean hearsFingers() {
        return plugin.hearsFingers();
    }

    @Override public void noteExpression(int frame, int channel, int key, Expression what, float value) {
        plugin.noteExpression(frame, channel, key, what, value);
    }

    @Override public void midi(int frame, int status, int first, int second) {
        plugin.midi(frame, status, first, second);
    }

    @Override public boolean run(int frames) {
        return plugin.run(frames);
    }

    @Override public int latency() {
        return plugin.latency();
    }

    @Override public double tail() {
        return plugin.tail();
    }

    @Override public void reset() throws PluginException {
        PluginThread.call(() -> {
            plugin.reset();
            return null;
        });
    }

    @Override public void close() {
        try {
            PluginThread.call(() -> {
                plugin.close();
                return null;
            });
        } catch (PluginException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
