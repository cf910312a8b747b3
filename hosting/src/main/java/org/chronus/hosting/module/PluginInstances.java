package org.chronus.hosting.module;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginFormat;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginSetup;
import org.chronus.hosting.isolation.IsolatedPlugin;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.PatchResources;
import org.chronus.modules.TextSetting;

/** The instances of a plugin that one module has: opened and closed together. Mutable; the loader's, and while they run the audio thread's. */
final class PluginInstances {
    /** Whether a plugin has a process of its own. */
    enum Isolation { YES, NO }

    private final List<HostedPlugin> all = new ArrayList<>();

    /** How the settings of a module want its plugin. */
    static PluginSetup setup(float sampleRate, TextSetting preset, TextSetting state, PatchResources resources) {
        return new PluginSetup(sampleRate, preset.value(), state.value().map(Path::of), resources.isOffline());
    }

    /**
     * [loader] Opens so many.
     *
     * @throws IllegalArgumentException if they cannot be had, which says why
     */
    void open(PluginFormat format, PluginInfo info, PluginSetup setup, int count, Isolation isolation, PatchResources resources) {
        try {
            for (int i = 0; i < count; i++) {
                all.add(isolation == Isolation.NO ? new InsidePlugin(format, info, setup)
                        : new IsolatedPlugin(info, setup, resources));
            }
        } catch (PluginException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** How many there are. */
    int count() {
        return all.size();
    }

    HostedPlugin get(int number) {
        return all.get(number);
    }

    /** [loader] All as they were when they were opened. */
    void reset() {
        try {
            for (HostedPlugin plugin : all) {
                plugin.reset();
            }
        } catch (PluginException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** [loader] The end. */
    void close() {
        for (HostedPlugin plugin : all) {
            plugin.close();
        }
        all.clear();
    }

    /** Frames; 0 before they are opened. */
    int latency() {
        return all.isEmpty() ? 0 : all.getFirst().latency();
    }

    /** Seconds; 0 before they are opened. */
    double tail() {
        return all.isEmpty() ? 0 : all.getFirst().tail();
    }

    /** [audio] What the first one has played, on both sides. */
    void read(Output out, int start, int limit) {
        if (out.step == 0) {
            return;
        }
        HostedPlugin plugin = all.get(0);
        MemorySegment left = plugin.output(0), right = plugin.info().audioOutputs().size() > 1 ? plugin.output(1) : left;
        for (int i = start; i < limit; i++) {
            out.data[i * Module.LANES] = left.getAtIndex(JAVA_FLOAT, i - start);
            out.data[i * Module.LANES + 1] = right.getAtIndex(JAVA_FLOAT, i - start);
        }
    }
}
