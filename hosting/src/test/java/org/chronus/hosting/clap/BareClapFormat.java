package org.chronus.hosting.clap;

import java.nio.file.Path;
import java.util.List;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginFormat;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginSetup;
import org.chronus.hosting.clap.abi.Memory;

/** CLAP by a host without the extension {@code clap.latency}: for helper processes of tests, since whoever opens by it goes on without. */
public final class BareClapFormat implements PluginFormat {
    private static final String SCHEME = "bare", TAKEN = "clap.latency";

    /** A plugin as it is to be opened by this format. */
    public static PluginInfo bare(PluginInfo plugin) {
        return new PluginInfo(SCHEME, plugin.id(), plugin.name(), plugin.maker(), plugin.bundle(), plugin.audioInputs(), plugin.audioOutputs(),
                plugin.notes(), plugin.parameters(), plugin.presets(), plugin.refusal());
    }

    @Override public String scheme() {
        return SCHEME;
    }

    @Override public List<Path> bundles() {
        return List.of();
    }

    @Override public List<PluginInfo> scan(Path bundle) {
        return List.of();
    }

    @Override public HostedPlugin open(PluginInfo plugin, PluginSetup setup) throws PluginException {
        for (int i = 0; i < HostCalls.EXTENSIONS.length; i += 2) {
            if (Memory.text(HostCalls.EXTENSIONS[i]).equals(TAKEN)) {
                HostCalls.EXTENSIONS[i + 1] = 0;
            }
        }
        return ClapPlugin.open(plugin, setup);
    }
}
