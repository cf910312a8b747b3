package org.chronus.modules;

import java.util.List;

/** The module types that a jar adds to the catalog; found by {@link java.util.ServiceLoader}. */
public interface ModuleLibrary {
    /** The types that it adds; none may have the name of another library's. */
    List<ModuleType> types();
}
