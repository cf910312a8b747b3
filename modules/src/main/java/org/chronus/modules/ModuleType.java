package org.chronus.modules;

import java.util.function.Supplier;

/**
 * An entry of the catalog: the name that presets use, what it is in a line, and how to make one. What it has for ports is read from
 * one that was made.
 */
public record ModuleType(String name, String meaning, Supplier<? extends Module> maker) {
    /** Checks the name. */
    public ModuleType {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException(name + ": a module type is named in lower case letters, digits and _");
        }
    }
}
