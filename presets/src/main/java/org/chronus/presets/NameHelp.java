package org.chronus.presets;

import java.util.Collection;
import java.util.List;

/** Guesses which module a wrong name in a cable means: by its letters, or by the type of a module that goes by another name. */
final class NameHelp {
    private NameHelp() { }

    static String cure(String word, Collection<String> names, Graph graph) {
        return Nearest.of(word, names).or(() -> {
            List<String> types = graph.modules().values().stream().map(placed -> placed.plan().type()).distinct().toList();
            return Nearest.of(word, types).flatMap(type -> graph.modules().values().stream()
                    .filter(placed -> placed.plan().type().equals(type)).map(placed -> placed.plan().id()).findFirst());
        }).map(near -> "did you mean " + near + "?").orElseGet(() -> Nearest.cure("", names));
    }
}
