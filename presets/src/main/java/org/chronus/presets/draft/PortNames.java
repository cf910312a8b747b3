package org.chronus.presets.draft;

import java.util.List;
import java.util.Map;

import org.chronus.modules.Input;
import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.ModuleShape;
import org.chronus.modules.ModuleType;
import org.chronus.modules.Unit;
import org.chronus.presets.text.NameSuggestion;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.ReadResult;

/** Finds inputs by their name or a common alias, such as freq, and converts numbers for them. Immutable; any thread but the audio thread. */
public final class PortNames {
    private static final Map<String, List<String>> ALIASES = Map.of("freq", List.of("cutoff", "rate", "pitch"),
            "frequency", List.of("cutoff", "rate", "pitch"), "q", List.of("resonance"));

    private final ModuleCatalog catalog;

    public PortNames(ModuleCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * An input.
     *
     * @param inHertz true if a note number is meant by its frequency
     */
    public record Named(Input input, boolean inHertz) {
        /** A number for it in the port's own unit, within its range. The argument must be finite. */
        public float value(double number) {
            double own = !inHertz ? number : number > 0 ? 69 + 12 * Math.log(number / 440) / Math.log(2) : input.minimum();
            return (float) Math.clamp(own, input.minimum(), input.maximum());
        }
    }

    /** An input of a module by its name, or what is meant by it; refused with what there is. */
    public ReadResult<Named> find(String type, String id, String word) {
        ModuleShape shape = catalog.find(type).map(ModuleType::shape).orElse(null);
        if (shape == null) {
            return ReadResult.refused(id, "there is no module type " + type, NameSuggestion.cure(type, catalog.names()));
        }
        Input own = shape.inputs().get(word);
        if (own != null) {
            return ReadResult.of(new Named(own, false));
        }
        for (String meant : ALIASES.getOrDefault(word, List.of())) {
            Input input = shape.inputs().get(meant);
            if (input != null) {
                return ReadResult.of(new Named(input, input.unit() == Unit.NOTE));
            }
        }
        return shape.choices().containsKey(word)
                ? ReadResult.refused(id, word + " of " + id + " is chosen when the patch is built", "set it on a draft to one of "
                        + String.join(", ", shape.choices().get(word).names()) + ", and commit")
                : ReadResult.refused(id, id + " (" + type + ") has no input \"" + Problems.quote(word) + "\"",
                        NameSuggestion.cure(word, shape.inputs().keySet()));
    }
}
