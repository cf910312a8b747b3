package org.chronus.modules;

import java.util.Locale;
import java.util.function.Supplier;

/**
 * An entry of the catalog: the name that presets use, its meaning in a line, its group, how to make a module, and its shape. Immutable; any
 * thread.
 */
public final class ModuleType {
    /** Under which heading lists have it: those of Chronus by what they are for, in the order of a signal's path, and all others after them. */
    public enum Group {
        SOURCES, NOISE, PHYSICAL, ENVELOPES, MODULATORS, FILTERS, SHAPERS, MIXING, MODULATION_EFFECTS, DELAYS_AND_REVERBS, DYNAMICS, UTILITIES,
        OTHERS;

        /** In words. */
        public String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private final String name;
    private final String meaning;
    private final Supplier<? extends Module> maker;
    private final Group group;
    private ModuleShape shape;

    /**
     * A type of the others.
     *
     * @param name  lower case letters, digits and _; of hosted ones a scheme, a colon, and what the format calls it
     * @param maker makes a new module at each call; any thread
     */
    public ModuleType(String name, String meaning, Supplier<? extends Module> maker) {
        this(name, meaning, maker, Group.OTHERS);
    }

    private ModuleType(String name, String meaning, Supplier<? extends Module> maker, Group group) {
        if (!name.matches("[a-z][a-z0-9_]*(:\\S.*)?")) {
            throw new IllegalArgumentException(name + ": a module type is named in lower case letters, digits and _,"
                    + " or by a scheme, a colon and a name");
        }
        this.name = name;
        this.meaning = meaning;
        this.maker = maker;
        this.group = group;
    }

    /** The same in a group. */
    public ModuleType in(Group group) {
        return new ModuleType(name, meaning, maker, group);
    }

    public String name() {
        return name;
    }

    public String meaning() {
        return meaning;
    }

    public Group group() {
        return group;
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
