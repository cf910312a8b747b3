package org.chronus.hosting.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginParameter;
import org.chronus.hosting.StateFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file in which scans are remembered. One of another version, or one that cannot be read, is as good as none: its bundles are scanned
 * again. Any thread, one at a time.
 */
final class ScanCache {
    /** Raised when a scan finds something else in the same bundle. */
    private static final int MEANING = 2;
    /** Made of the shape of what is remembered, too, so that a file from before a change of it is not believed. */
    private static final int VERSION = MEANING + 31 * List.of(PluginInfo.class, PluginParameter.class, BundleScan.class).stream()
            .map(type -> java.util.Arrays.toString(type.getRecordComponents())).toList().hashCode();
    private static final String NAME = "plugins.json";

    private final Path file;

    /** What the file holds. */
    private record Content(int version, Map<String, BundleScan> bundles) { }

    ScanCache(Path folder) {
        file = folder.resolve(NAME);
    }

    /** By bundle; the file is read when it is first asked for, for most have no plugins to look up. */
    Map<String, BundleScan> bundles() {
        Map<String, BundleScan> bundles = new HashMap<>();
        try {
            Content content = JsonMapper.shared().readValue(Files.readAllBytes(file), Content.class);
            if (content.version() == VERSION) {
                bundles.putAll(content.bundles());
            }
        } catch (IOException | JacksonException e) {
            bundles.clear();
        }
        return bundles;
    }

    /** Where it is: {@code $XDG_CACHE_HOME/chronus}, or {@code ~/.cache/chronus}. */
    static Path folder(Map<String, String> environment) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        return (cache.startsWith("/") ? Path.of(cache) : Path.of(home, ".cache")).resolve("chronus");
    }

    /** Remembers these and forgets all others. A folder that cannot be written to costs a scan the next time, and no more. */
    void keep(Map<String, BundleScan> now) {
        try {
            StateFile.replace(file, JsonMapper.shared().writeValueAsBytes(new Content(VERSION, now)));
        } catch (IOException e) {
            file.toFile().delete();
        }
    }
}
