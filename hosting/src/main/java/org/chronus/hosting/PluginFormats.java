package org.chronus.hosting;

import java.util.List;
import java.util.Optional;

import org.chronus.hosting.clap.ClapFormat;
import org.chronus.hosting.soundfont.SoundFontFormat;

/** The plugin formats that this program knows. Any thread. */
public final class PluginFormats {
    private static final List<PluginFormat> ALL = List.of(new ClapFormat(), new SoundFontFormat());

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
