package org.chronus.presets.text;

import java.util.Locale;
import java.util.Set;

import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.presets.text.YamlNode.Text;

/** Checks the names of modules and parts. Stateless; any thread. */
public final class Identifiers {
    private static final Set<String> RESERVED = Set.of("note", "out", "cc", "bend", PatchPlan.VOICES);

    private Identifiers() { }

    /** False, and reported, if cables could not name it. */
    public static boolean check(Text id, Problems problems) {
        String word = id.value();
        if (RESERVED.contains(word)) {
            problems.error(id.place(), word + " is a reserved name", "choose another, such as " + word + "1");
        } else if (!word.matches("[a-z][a-z0-9_]*")) {
            String fitted = Problems.quote(word).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "_").replaceAll("^[^a-z]+|_+$", "");
            problems.error(id.place(), "\"" + Problems.quote(word) + "\" is no name for a module or part",
                    "names are lower case letters, digits and _" + (fitted.isEmpty() ? "" : "; write " + fitted));
        } else {
            return true;
        }
        return false;
    }
}
