package org.chronus.presets.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chronus.modules.ModuleShape;
import org.chronus.presets.graph.CableText.Word;
import org.chronus.presets.text.NameSuggestion;
import org.chronus.presets.text.Problems;

/** Finds what the left end of a cable names. */
final class CableSources {
    static final List<String> NOTE = List.of("pitch", "octave", "gate", "velocity", "release", "pressure", "timbre", "random");
    private static final int HIGHEST_CONTROLLER = 127;

    private final GraphBuilder graph;
    private final Problems problems;

    CableSources(GraphBuilder graph, Problems problems) {
        this.graph = graph;
        this.problems = problems;
    }

    /**
     * The source's full name. Nothing, and reported, if there is none.
     *
     * @param target what it is cabled to: of two outputs, out.left takes the left one
     */
    Optional<String> find(Word word, String target) {
        String text = word.text(), id = GraphBuilder.moduleOf(text), symbol = text.length() == id.length() ? "" : text.substring(id.length() + 1);
        if (CableText.isNumber(word)) {
            return refuse(word, "the number " + Problems.quote(text) + " is no source", "an amount stands last: source * " + Problems.quote(text));
        }
        return switch (id) {
            case "note" -> note(word, symbol);
            case "cc" -> controller(word, symbol);
            case "bend" -> symbol.isEmpty() ? Optional.of("bend") : refuse(word, "bend has no ports", "write bend");
            case "out" -> refuse(word, "out is a target", "it stands at the end of a cable");
            default -> graph.parts().contains(id) ? part(word, id, symbol) : module(word, id, symbol, target);
        };
    }

    private Optional<String> note(Word word, String symbol) {
        if (graph.isMix()) {
            return refuse(word, "the mix has no notes", "move this cable to the voices");
        }
        return NOTE.contains(symbol) ? Optional.of(word.text())
                : refuse(word, symbol.isEmpty() ? "note alone is no source" : "there is no note." + Problems.quote(symbol),
                        symbol.isEmpty() ? "name one: note." + String.join(", note.", NOTE)
                                : NameSuggestion.of(symbol, NOTE).map(near -> "did you mean note." + near + "?").orElse("there are note."
                                        + String.join(", note.", NOTE)));
    }

    private Optional<String> controller(Word word, String symbol) {
        return symbol.matches("\\d{1,3}") && Integer.parseInt(symbol) <= HIGHEST_CONTROLLER ? Optional.of("cc." + Integer.parseInt(symbol))
                : refuse(word, "\"" + Problems.quote(word.text()) + "\" is no controller", "write cc.0 to cc.127, for example cc.1");
    }

    private Optional<String> part(Word word, String id, String symbol) {
        return symbol.isEmpty() ? Optional.of(id) : refuse(word, id + " has no ports in the mix", "write " + id);
    }

    private Optional<String> module(Word word, String id, String symbol, String target) {
        GraphBuilder.Placed placed = graph.modules().get(id);
        if (placed == null) {
            return unknown(word, id);
        }
        if (placed.shape().isEmpty()) {
            return Optional.empty();
        }
        ModuleShape shape = placed.shape().get();
        boolean side = symbol.isEmpty() && shape.isStereo();
        String port = !symbol.isEmpty() ? symbol : side && target.equals("out.left") ? "left" : side && target.equals("out.right") ? "right" : "out";
        if (shape.outputs().containsKey(port)) {
            return Optional.of(id + "." + port);
        }
        String named = id + "." + String.join(", " + id + ".", shape.outputs().keySet());
        if (symbol.isEmpty()) {
            return refuse(word, id + " (" + placed.plan().type() + ") has no output \"out\"", "name one: " + named);
        }
        return refuse(word, shape.inputs().containsKey(port) ? id + "." + port + " is an input"
                : id + " (" + placed.plan().type() + ") has no output \"" + Problems.quote(port) + "\"",
                shape.inputs().containsKey(port) ? "its outputs are " + named : NameSuggestion.cure(symbol, shape.outputs().keySet()));
    }

    private Optional<String> unknown(Word word, String id) {
        if (id.equals("voices")) {
            return refuse(word, "voices is known in the mix only", "move this cable to the mix");
        }
        List<String> names = new ArrayList<>(graph.modules().keySet());
        names.addAll(graph.parts());
        names.addAll(graph.isMix() ? List.of("cc", "bend") : List.of("note", "cc", "bend"));
        return refuse(word, "there is no module \"" + Problems.quote(id) + "\"" + (graph.isMix() ? " in the mix" : ""),
                ModuleNameSuggestion.cure(id, names, graph));
    }

    private Optional<String> refuse(Word word, String what, String cure) {
        problems.error(word.place(), what, cure);
        return Optional.empty();
    }
}
