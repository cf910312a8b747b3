package org.chronus.hosting.lv2.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Where LV2 plugins are installed, found without liblilv. Any thread. */
public final class Bundles {
    private static final String MANIFEST = "manifest.ttl";
    /** Specifications and presets have bundles, too. */
    private static final Pattern PLUGIN = Pattern.compile("[:#]Plugin\\b");

    private Bundles() { }

    /** The bundles with plugins in all folders of a path, which is LV2_PATH or as liblilv has it; of those with one name the first. */
    public static List<Path> in(String path) {
        TreeMap<String, Path> bundles = new TreeMap<>();
        for (Path folder : folders(path)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
                for (Path bundle : inside) {
                    if (hasPlugins(bundle)) {
                        bundles.putIfAbsent(bundle.getFileName().toString(), bundle);
                    }
                }
            } catch (IOException _) {
                // Not there or not to be read: then there is nothing in it.
                continue;
            }
        }
        return List.copyOf(bundles.values());
    }

    /** The path that is used. */
    public static String path() {
        String given = System.getenv("LV2_PATH");
        if (given != null && !given.isBlank()) {
            return given;
        }
        String machine = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        return "~/.lv2:/usr/lib/" + machine + "-linux-gnu/lv2:/usr/lib/lv2:/usr/local/lib/lv2";
    }

    /** True if it is one, with plugins or without. */
    static boolean isBundle(Path folder) {
        return Files.isReadable(folder.resolve(MANIFEST));
    }

    /** Without symbolic links, as far as it is there. */
    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException _) {
            return path.toAbsolutePath().normalize();
        }
    }

    private static List<Path> folders(String path) {
        List<Path> folders = new ArrayList<>();
        for (String word : path.split(":")) {
            if (!word.isBlank()) {
                folders.add(word.startsWith("~/") ? Path.of(System.getProperty("user.home"), word.substring(2)) : Path.of(word));
            }
        }
        return folders;
    }

    private static boolean hasPlugins(Path bundle) {
        try {
            return PLUGIN.matcher(Files.readString(bundle.resolve(MANIFEST), StandardCharsets.ISO_8859_1)).find();
        } catch (IOException _) {
            return false;
        }
    }
}
