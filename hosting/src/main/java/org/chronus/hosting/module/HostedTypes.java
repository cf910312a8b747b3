package org.chronus.hosting.module;

import java.util.Optional;

import org.chronus.hosting.PluginFormat;
import org.chronus.hosting.PluginInfo;
import org.chronus.modules.ModuleType;

/** Makes module types of plugins. Any thread but the audio thread. */
public final class HostedTypes {
    private HostedTypes() { }

    /** The type of a plugin: an instrument, or an effect for the mix. Nothing if it can be neither. */
    public static Optional<ModuleType> of(PluginInfo plugin, PluginFormat format) {
        if (plugin.audioOutputs().isEmpty()) {
            return Optional.empty();
        }
        String meaning = plugin.name() + (plugin.maker().isEmpty() ? "" : ", by " + plugin.maker());
        return Optional.of(plugin.isInstrument() ? new ModuleType(plugin.type(), meaning, () -> new HostedInstrument(plugin, format))
                : new ModuleType(plugin.type(), meaning, () -> new HostedEffect(plugin, format)));
    }
}
