package org.chronus.modules;

import java.util.function.Supplier;

/** An entry of the catalog: the name that presets use, its meaning in a line, how to make a module, and its shape. Immutable; any thread. */
public final class ModuleType {
    private final String name;
    private final String meaning;
    private final Supplier<? extends Module> maker;
    private ModuleShape shape;

    /**
     * A type.
     *
     * @param name  lower case letters, digits and _; of hosted ones a scheme, a colon, and what the format calls it
     * @param maker makes a new module at each call; any thread
     */
    public ModuleType(String name, String meaning, Supplier<? extends Module> maker) {
        if (!name.matches("[a-z][a-z0-9_]*(:\\S.*)?")) {
            throw new IllegalArgumentException(name + ": a module type is named in lower case letters, digits and _,"
                    + " or by a scheme, a colon and a name");
        }
        this.name = name;
        this.meaning = meaning;
        this.maker = maker;
    }

    public String name() {
        return name;
    }

    public String meaning() {
        return meaning;
    }

    /** A new module, not yet activated. */
    public Module make() {
        return maker.get();
    }

    /** What it declares. Worked out at the first call. */
    public synchronized ModuleShape shape() {
        if (shape == null) {
            shape = ModuleShape.of(make());
        }
        return shape;
    }

    @Override public String toString() {
        return name;
    }
}
