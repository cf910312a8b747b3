package org.chronus.modules;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every module type that presets may use: our own and those of the jars on the class path. Immutable; any thread but the audio thread.
 */
public final class ModuleCatalog {
    private final Map<String, ModuleType> types = new TreeMap<>();

    private ModuleCatalog() { }

    /**
     * What the class path offers.
     *
     * @throws IllegalStateException if two libraries give one name to two types
     */
    public static ModuleCatalog load() {
        ModuleCatalog catalog = new ModuleCatalog();
        for (ModuleLibrary library : ServiceLoader.load(ModuleLibrary.class)) {
            for (ModuleType type : library.types()) {
                if (catalog.types.putIfAbsent(type.name(), type) != null) {
                    throw new IllegalStateException("two module types are named " + type.name() + ": remove one of their jars");
                }
            }
        }
        return catalog;
    }

    /** These types and one more. */
    public ModuleCatalog and(ModuleType type) {
        ModuleCatalog more = new ModuleCatalog();
        more.types.putAll(types);
        if (more.types.putIfAbsent(type.name(), type) != null) {
            throw new IllegalStateException("there is a module type " + type.name() + " already");
        }
        return more;
    }

    /** The type of that name. */
    public Optional<ModuleType> find(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** The names of all of them, sorted. */
    public Set<String> names() {
        return Collections.unmodifiableSet(types.keySet());
    }

    /** All of them, by name. */
    public Collection<ModuleType> types() {
        return Collections.unmodifiableCollection(types.values());
    }
}
