package org.chronus.hosting.jars;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chronus.hosting.PluginException;
import org.chronus.hosting.jars.JarScan.Refusal;
import org.chronus.modules.ModuleType;

/**
 * The folder where people put jars with modules. Immutable; any thread but the audio thread. A scan takes what is good; what is broken costs
 * no more than itself. Class loaders last as long as the types that they have loaded.
 */
public final class PluginFolder {
    private static final String VARIABLE = "CHRONUS_PLUGINS";

    private final Path folder;

    public PluginFolder(Path folder) {
        this.folder = folder;
    }

    /** {@code $CHRONUS_PLUGINS}, else {@code ~/.local/share/chronus/plugins}. */
    public static PluginFolder of(Map<String, String> environment) {
        String named = environment.getOrDefault(VARIABLE, "");
        String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
        Path usual = Path.of(home.isEmpty() ? "/nonexistent" : home, ".local", "share", "chronus", "plugins");
        return new PluginFolder(named.isEmpty() ? usual : Path.of(named));
    }

    public Path path() {
        return folder;
    }

    /**
     * Loads every jar of the folder. No folder is an empty one.
     *
     * @param taken the names of module types that are there already
     */
    public JarScan scan(Collection<String> taken) {
        List<Refusal> refusals = new ArrayList<>(), left = new ArrayList<>();
        List<ModuleType> types = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        taken.forEach(name -> owners.put(name, "Chronus itself"));
        for (Path jar : jars(refusals)) {
            try {
                LoadedJar loaded = LoadedJar.load(jar);
                claim(loaded, jar.getFileName().toString(), owners);
                types.addAll(loaded.types());
                loaded.left().forEach((name, reason) -> left.add(new Refusal(jar, name + ": " + reason)));
            } catch (PluginException e) {
                refusals.add(new Refusal(jar, e.getMessage()));
            }
        }
        return new JarScan(types, refusals, left);
    }

    private static void claim(LoadedJar loaded, String jar, Map<String, String> owners) throws PluginException {
        for (ModuleType type : loaded.types()) {
            String owner = owners.get(type.name());
            if (owner != null) {
                throw new PluginException("its module " + type.name() + " is also in " + owner
                        + ": remove one of the two, or give its module another name");
            }
        }
        loaded.types().forEach(type -> owners.put(type.name(), jar));
    }

    private List<Path> jars(List<Refusal> refusals) {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
            files.forEach(jars::add);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (NotDirectoryException e) {
            refusals.add(new Refusal(folder, "it is not a folder: make it one, or name another by " + VARIABLE));
        } catch (AccessDeniedException e) {
            refusals.add(new Refusal(folder, "it may not be read: chmod u+rx it, or name another by " + VARIABLE));
        } catch (IOException | DirectoryIteratorException e) {
            refusals.add(new Refusal(folder, "it cannot be read: " + e.getMessage()));
        }
        jars.sort(Comparator.comparing(jar -> jar.getFileName().toString()));
        return jars;
    }
}
