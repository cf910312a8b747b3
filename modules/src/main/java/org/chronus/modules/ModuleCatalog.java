package org.chronus.modules;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every module type that presets may use: our own, those of the jars on the class path, and what a {@link ModuleSource}
 * finds. Immutable; any thread but the audio thread.
 */
public final class ModuleCatalog {
    private final Map<String, ModuleType> types = new TreeMap<>();
    private final Optional<ModuleSource> source;

    private ModuleCatalog(Optional<ModuleSource> source) {
        this.source = source;
    }

    /**
     * What the class path offers.
     *
     * @throws IllegalStateException if two libraries give one name to two types
     */
    public static ModuleCatalog load() {
        ModuleCatalog catalog = new ModuleCatalog(Optional.empty());
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
        ModuleCatalog more = new ModuleCatalog(source);
        more.types.putAll(types);
        if (more.types.putIfAbsent(type.name(), type) != null) {
            throw new IllegalStateException("there is a module type " + type.name() + " already");
        }
        return more;
    }

    /** These types and, where a name has a colon, those of a source. */
    public ModuleCatalog with(ModuleSource more) {
        ModuleCatalog both = new ModuleCatalog(Optional.of(more));
        both.types.putAll(types);
        return both;
    }

    /** The type of that name. */
    public Optional<ModuleType> find(String name) {
        ModuleType type = types.get(name);
        return type != null || name.indexOf(':') < 0 ? Optional.ofNullable(type) : source.flatMap(more -> more.find(name));
    }

    /** What else names with a colon can mean; nothing for the class path alone. */
    public Optional<ModuleSource> source() {
        return source;
    }

    /** The names of all of them but the source's, sorted. */
    public Set<String> names() {
        return Collections.unmodifiableSet(types.keySet());
    }

    /** All of them but the source's, by name. */
    public Collection<ModuleType> types() {
        return Collections.unmodifiableCollection(types.values());
    }
}
