package org.chronus.hosting.jars;

import java.nio.file.Path;
import java.util.List;

import org.chronus.modules.ModuleType;

/**
 * What was found in the plugin folder. Immutable; any thread.
 *
 * @param types    module types, in the order of the jars' names
 * @param refusals jars of which nothing is used, in the order of their names
 * @param left     single units of JSyn that are no modules
 */
public record JarScan(List<ModuleType> types, List<Refusal> refusals, List<Refusal> left) {
    /** Nothing. */
    public static final JarScan EMPTY = new JarScan(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public JarScan {
        types = List.copyOf(types);
        refusals = List.copyOf(refusals);
        left = List.copyOf(left);
    }

    /**
     * Something that is not used.
     *
     * @param jar    the file, or the folder
     * @param reason why, and the cure, in a line
     */
    public record Refusal(Path jar, String reason) {
        @Override public String toString() {
            return jar + ": " + reason;
        }
    }
}
