package org.chronus.hosting;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How an instance is to be opened. Immutable; any thread.
 *
 * @param sampleRate in Hz
 * @param preset     the plugin's own, by its name or identifier
 * @param state      a file that the plugin's format has written; goes before the preset
 * @param offline    true if it plays into a file, and never in real time: it may play in a finer way, which takes longer
 */
public record PluginSetup(float sampleRate, Optional<String> preset, Optional<Path> state, boolean offline) {
    /** For real time. */
    public PluginSetup(float sampleRate, Optional<String> preset, Optional<Path> state) {
        this(sampleRate, preset, state, false);
    }

    /** The same with a preset. */
    public PluginSetup with(String other) {
        return new PluginSetup(sampleRate, Optional.of(other), state, offline);
    }
}
