package org.chronus.hosting;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How an instance is to be opened. Immutable; any thread.
 *
 * @param sampleRate in Hz
 * @param preset     the plugin's own, by its name or identifier
 * @param state      a file that the plugin's format has written; goes before the preset
 */
public record PluginSetup(float sampleRate, Optional<String> preset, Optional<Path> state) { }
