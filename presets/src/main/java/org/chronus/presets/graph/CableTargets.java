package org.chronus.presets.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chronus.modules.ModuleShape;
import org.chronus.modules.Unit;
import org.chronus.presets.graph.CableText.Word;
import org.chronus.presets.text.NameSuggestion;
import org.chronus.presets.text.Problems;
import org.chronus.presets.value.ValueSpec;

/** Finds what the right end of a cable names. */
final class CableTargets {
    /** Lowest and highest note that a bent and modulated pitch may reach. */
    static final ValueSpec NOTE_PITCH = new ValueSpec("note.pitch", Unit.NOTE, 0, 127);
    private static final ValueSpec OUT = new ValueSpec("out", Unit.GAIN, -Float.MAX_VALUE, Float.MAX_VALUE);

    private final GraphBuilder graph;
    private final Problems problems;

    /** Ports to add to, and what they take. */
    record Target(List<String> ports, ValueSpec port) { }

    CableTargets(GraphBuilder graph, Problems problems) {
        this.graph = graph;
        this.problems = problems;
    }

    /** Nothing, and reported, if there is no such target. */
    Optional<Target> find(Word word) {
        String text = word.text(), id = GraphBuilder.moduleOf(text), symbol = text.length() == id.length() ? "" : text.substring(id.length() + 1);
        return switch (id) {
            case "out" -> out(word, symbol);
            case "note" -> note(word);
            case "cc", "bend" -> refuse(word, text + " is a source", "only modules, note.pitch and out can be cabled to");
            default -> graph.parts().contains(id) ? refuse(word, id + " is a source in the mix", "cable to its modules inside the part")
                    : module(word, id, symbol);
        };
    }

    private Optional<Target> out(Word word, String symbol) {
        if (graph.isMix()) {
            return symbol.isEmpty() ? Optional.of(new Target(List.of("out.in"), OUT))
                    : refuse(word, "the mix has no out." + Problems.quote(symbol), "write out: in the mix a signal is left and right at once");
        }
        return switch (symbol) {
            case "" -> Optional.of(new Target(List.of("out.left", "out.right"), OUT));
            case "left", "right" -> Optional.of(new Target(List.of(word.text()), OUT));
            default -> refuse(word, "there is no out." + Problems.quote(symbol), "write out, out.left or out.right");
        };
    }

    private Optional<Target> note(Word word) {
        if (graph.isMix()) {
            return refuse(word, "the mix has no notes", "move this cable to the voices");
        }
        return word.text().equals("note.pitch") ? Optional.of(new Target(List.of("note.pitch"), NOTE_PITCH))
                : refuse(word, Problems.quote(word.text()) + " cannot be cabled to", "of a note only note.pitch can");
    }

    private Optional<Target> module(Word word, String id, String symbol) {
        GraphBuilder.Placed placed = graph.modules().get(id);
        if (placed == null) {
            List<String> names = new ArrayList<>(graph.modules().keySet());
            names.add("out");
            return refuse(word, "there is no module \"" + Problems.quote(id) + "\"" + (graph.isMix() ? " in the mix" : ""),
                    ModuleNameSuggestion.cure(id, names, graph));
        }
        if (placed.shape().isEmpty()) {
            return Optional.empty();
        }
        ModuleShape shape = placed.shape().get();
        String port = symbol.isEmpty() ? "in" : symbol;
        if (shape.inputs().containsKey(port)) {
            return Optional.of(new Target(List.of(id + "." + port), ValueSpec.of(shape.inputs().get(port))));
        }
        if (shape.choices().containsKey(port)) {
            return refuse(word, port + " of " + id + " is chosen, not cabled", "write it behind the module's type");
        }
        return refuse(word, id + " (" + placed.plan().type() + ") has no input \"" + Problems.quote(port) + "\"",
                symbol.isEmpty() ? "name one: " + id + "." + String.join(", " + id + ".", shape.inputs().keySet())
                        : NameSuggestion.cure(symbol, shape.inputs().keySet()));
    }

    private Optional<Target> refuse(Word word, String what, String cure) {
        problems.error(word.place(), what, cure);
        return Optional.empty();
    }
}
