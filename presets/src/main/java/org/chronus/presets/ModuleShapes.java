package org.chronus.presets;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.ModuleType;

/** The shapes of a catalog's types, each worked out once. Any thread but the audio thread. */
final class ModuleShapes {
    private final ModuleCatalog catalog;
    private final Map<String, ModuleShape> known = new ConcurrentHashMap<>();

    ModuleShapes(ModuleCatalog catalog) {
        this.catalog = catalog;
    }

    Optional<ModuleShape> find(String type) {
        return catalog.find(type).map(found -> known.computeIfAbsent(type, name -> ModuleShape.of(name, found.maker().get())));
    }

    Collection<String> names() {
        return catalog.types().stream().map(ModuleType::name).toList();
    }
}
