package org.chronus.hosting;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A plugin format: where its plugins are, what is in them, and how one is opened. To adapt another format, implement this and
 * {@link HostedPlugin} in a room of their own, and name it in {@code META-INF/services}
 * ({@link PluginFormats}).
 */
public interface PluginFormat {
    /** What stands before the colon in presets: {@code lv2}, {@code clap}. */
    String scheme();

    /** True if its instruments give each MIDI channel a volume, an expression and a place of its own. */
    default boolean mixesChannels() {
        return false;
    }

    /** The bundles that are installed: files or folders, each of which is scanned by itself. Loads none of them. Any thread. */
    List<Path> bundles();

    /** The bundle that an identifier names by itself, wherever it is: a path. */
    default Optional<Path> bundle(String id) {
        return Optional.empty();
    }

    /** True if its presets have numbers, by bank and program. */
    default boolean hasPrograms() {
        return false;
    }

    /** Why none of its plugins can be opened on this machine, in a line with the cure; empty if they can. Any thread but audio. */
    default Optional<String> missing() {
        return Optional.empty();
    }

    /**
     * What is in a bundle. It may load the plugins' code, which may crash: so it runs in a process that scans.
     *
     * @throws PluginException if the bundle cannot be read at all; a single plugin that is of no use is left out, or refused in its info
     */
    List<PluginInfo> scan(Path bundle) throws PluginException;

    /**
     * Opens an instance, ready to run.
     *
     * @throws PluginException in one line, with its cure, if it cannot be had
     */
    HostedPlugin open(PluginInfo plugin, PluginSetup setup) throws PluginException;
}
