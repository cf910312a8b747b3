package org.chronus.hosting.clap;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginFormat;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginSetup;

/** CLAP, version 1. A bundle is a file that ends with .clap, also within a folder that does. Immutable; each method says its thread. */
public final class ClapFormat implements PluginFormat {
    static final String SCHEME = "clap";
    private static final int DEEPEST = 10;

    private final List<Path> folders;

    /** Looks where CLAP says: in the folders of {@code CLAP_PATH}, in {@code ~/.clap} and in {@code /usr/lib/clap}. */
    public ClapFormat() {
        this(Stream.concat(Stream.of(System.getenv().getOrDefault("CLAP_PATH", "").split(":")).filter(folder -> !folder.isBlank()).map(Path::of),
                Stream.of(Path.of(System.getProperty("user.home"), ".clap"), Path.of("/usr/lib/clap"))).toList());
    }

    ClapFormat(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    @Override public String scheme() {
        return SCHEME;
    }

    @Override public List<Path> bundles() {
        Set<Path> found = new TreeSet<>();
        for (Path folder : folders) {
            try {
                Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new SimpleFileVisitor<>() {
                    @Override public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile() && file.toString().endsWith(".clap")) {
                            found.add(file.toAbsolutePath().normalize());
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE;
                    }

                    @Override public FileVisitResult postVisitDirectory(Path file, IOException e) {
                        return FileVisitResult.CONTINUE;
                    }
                });
            } catch (IOException e) {
                // The visitor above passes over whatever cannot be read: nothing is left to be thrown.
                throw new IllegalStateException(e);
            }
        }
        return List.copyOf(found);
    }

    /** [main thread] */
    @Override public List<PluginInfo> scan(Path bundle) throws PluginException {
        ClapLibrary library = ClapLibrary.load(bundle);
        List<PluginInfo> all = new ArrayList<>();
        for (ClapLibrary.Descriptor plugin : library.plugins()) {
            all.add(describe(library, plugin, bundle));
        }
        return all;
    }

    private static PluginInfo describe(ClapLibrary library, ClapLibrary.Descriptor plugin, Path bundle) {
        try (Arena arena = Arena.ofShared()) {
            ClapInstance instance = ClapInstance.create(library, plugin.id(), new ClapHost(arena));
            PluginInfo info = ClapContents.read(instance).info(plugin, bundle);
            instance.destroy();
            return info;
        } catch (PluginException e) {
            return new PluginInfo(SCHEME, plugin.id(), plugin.name(), plugin.vendor(), bundle, List.of(), List.of(), false, List.of(), List.of(),
                    e.getMessage());
        }
    }

    /** [main thread] */
    @Override public HostedPlugin open(PluginInfo plugin, PluginSetup setup) throws PluginException {
        return ClapPlugin.open(plugin, setup);
    }
}
