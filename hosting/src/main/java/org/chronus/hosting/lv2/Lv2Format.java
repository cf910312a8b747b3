package org.chronus.hosting.lv2;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginFormat;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginParameter;
import org.chronus.hosting.PluginSetup;
import org.chronus.hosting.lv2.data.Bundles;
import org.chronus.hosting.lv2.data.DataReader;
import org.chronus.hosting.lv2.data.Lv2World;
import org.chronus.hosting.lv2.data.PluginData;

/** LV2. Loads nothing before it is asked for something. Any thread, but for {@link #open}, which is for the plugins' main thread. */
public final class Lv2Format implements PluginFormat {
    /** Guarded by the lock of the world, whose data they are. */
    private final Map<String, PluginData> read = new HashMap<>();

    @Override public String scheme() {
        return DataReader.SCHEME;
    }

    @Override public List<Path> bundles() {
        return Bundles.in(Bundles.path());
    }

    /** Reads data only: no code of a plugin is loaded. */
    @Override public List<PluginInfo> scan(Path bundle) throws PluginException {
        Lv2World world = Lv2World.get();
        synchronized (world) {
            return world.pluginsOf(bundle).stream().filter(plugin -> world.lilv().truth("lilv_plugin_verify", plugin))
                    .map(plugin -> data(world, plugin, bundle).info()).toList();
        }
    }

    @Override public HostedPlugin open(PluginInfo plugin, PluginSetup setup) throws PluginException {
        Lv2World world = Lv2World.get();
        synchronized (world) {
            MemorySegment pointer = world.plugin(plugin.id(), plugin.bundle());
            if (pointer.address() == 0) {
                throw new PluginException(plugin.type() + " is not installed any more: it was in " + plugin.bundle());
            }
            PluginData data = data(world, pointer, plugin.bundle());
            if (!data.info().refusal().isEmpty()) {
                throw new PluginException(plugin.type() + " cannot be hosted: " + data.info().refusal());
            }
            if (!symbols(data.info()).equals(symbols(plugin))) {
                throw new PluginException(plugin.type() + " has other parameters than when it was scanned: scan again");
            }
            return new Lv2Plugin(world, data, plugin, setup);
        }
    }

    private PluginData data(Lv2World world, MemorySegment plugin, Path bundle) {
        return read.computeIfAbsent(world.text(world.lilv().pointer("lilv_plugin_get_uri", plugin)),
                _ -> new DataReader(world, plugin).read(bundle));
    }

    private static List<String> symbols(PluginInfo plugin) {
        return plugin.parameters().stream().map(PluginParameter::symbol).toList();
    }
}
