package org.chronus.hosting;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The plugin formats that this program knows: those that are named in {@code META-INF/services}, so that no room but a format's own need know
 * of it. Any thread.
 */
public final class PluginFormats {
    private static final List<PluginFormat> ALL = ServiceLoader.load(PluginFormat.class, PluginFormats.class.getClassLoader())
            .stream().map(ServiceLoader.Provider::get).toList();

    private PluginFormats() { }

    /** All of them. */
    public static List<PluginFormat> all() {
        return ALL;
    }

    /** The one with that scheme. */
    public static Optional<PluginFormat> find(String scheme) {
        return ALL.stream().filter(format -> format.scheme().equals(scheme)).findFirst();
    }
}
