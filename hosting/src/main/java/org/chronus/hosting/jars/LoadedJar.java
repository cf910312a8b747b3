package org.chronus.hosting.jars;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipException;

import org.chronus.hosting.PluginException;
import org.chronus.hosting.jsyn.JSynJar;
import org.chronus.modules.ModuleLibrary;
import org.chronus.modules.ModuleType;

/**
 * A jar that was loaded in a class loader of its own, below the program's. Immutable; any thread but the audio thread.
 *
 * @param types of which one module each was made, and its ports read
 * @param left  what is in it and is of no use, by name
 */
record LoadedJar(List<ModuleType> types, Map<String, String> left) {
    private static final String SERVICES = "META-INF/services/" + ModuleLibrary.class.getName();

    /** @throws PluginException in a line, whatever its code throws */
    static LoadedJar load(Path file) throws PluginException {
        if (!Files.isReadable(file)) {
            throw new PluginException(Files.exists(file) ? "it may not be read: chmod u+r it" : "it leads nowhere: remove it");
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            boolean jsyn = JSynJar.isOne(file.getFileName().toString());
            if (!jsyn && jar.getEntry(SERVICES) == null) {
                throw new PluginException("it has no modules: name their ModuleLibrary in " + SERVICES + ", or keep what other jars need elsewhere");
            }
            URLClassLoader loader = new URLClassLoader("plugin " + file.getFileName(), new URL[] {url(file)}, ModuleLibrary.class.getClassLoader());
            try {
                return jsyn ? of(JSynJar.read(jar, loader)) : new LoadedJar(libraries(loader), Map.of());
            } catch (PluginException | LinkageError | ServiceConfigurationError e) {
                loader.close();
                throw e;
            }
        } catch (ZipException e) {
            throw new PluginException("it is no jar, or not all of it (" + e.getMessage() + "): copy it again", e);
        } catch (IOException e) {
            throw new PluginException("it cannot be read (" + e.getMessage() + "): copy it again", e);
        } catch (LinkageError | ServiceConfigurationError e) {
            throw new PluginException(LoadFailure.of(e), e);
        }
    }

    private static LoadedJar of(JSynJar units) {
        return new LoadedJar(units.types(), units.left());
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toAbsolutePath().toUri().toURL();
    }

    /** Of this loader alone: the service loader finds those of the program again. */
    private static List<ModuleType> libraries(ClassLoader loader) throws PluginException {
        List<ModuleType> types = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ServiceLoader.Provider<ModuleLibrary> provider : ServiceLoader.load(ModuleLibrary.class, loader).stream().toList()) {
            if (provider.type().getClassLoader() == loader) {
                for (ModuleType type : types(provider)) {
                    if (!names.add(type.name())) {
                        throw new PluginException("it has two modules " + type.name() + ": give one of them another name");
                    }
                    types.add(type);
                }
            }
        }
        if (types.isEmpty()) {
            throw new PluginException("its module library is empty: return its modules in types()");
        }
        return types;
    }

    private static List<ModuleType> types(ServiceLoader.Provider<ModuleLibrary> provider) throws PluginException {
        List<ModuleType> types;
        try {
            types = List.copyOf(provider.get().types());
        } catch (RuntimeException | Error e) {
            throw new PluginException(LoadFailure.of(e), e);
        }
        for (ModuleType type : types) {
            try {
                type.shape();
            } catch (RuntimeException | Error e) {
                throw new PluginException("its module " + type.name() + " cannot be made: " + LoadFailure.of(e), e);
            }
        }
        return types;
    }
}
