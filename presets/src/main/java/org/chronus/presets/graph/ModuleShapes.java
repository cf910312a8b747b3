package org.chronus.presets.graph;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.ModuleType;

/** The shapes of a catalog's types, each worked out once. Any thread but the audio thread. */
public final class ModuleShapes {
    private final ModuleCatalog catalog;
    private final Map<String, ModuleShape> known = new ConcurrentHashMap<>();

    public ModuleShapes(ModuleCatalog catalog) {
        this.catalog = catalog;
    }

    public Optional<ModuleShape> find(String type) {
        return catalog.find(type).map(found -> known.computeIfAbsent(type, name -> ModuleShape.of(name, found.maker().get())));
    }

    public Collection<String> names() {
        return catalog.types().stream().map(ModuleType::name).toList();
    }
}
