package org.chronus.presets.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.chronus.modules.ModuleShape;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.Source;
import org.chronus.modules.patch.plan.Source.NoteOutput;
import org.chronus.modules.patch.plan.Target;
import org.chronus.presets.graph.CableText.Word;
import org.chronus.presets.text.NameSuggestion;
import org.chronus.presets.text.Problems;

/** Resolves the sources of cables. For the one thread that reads the file. */
final class CableSources {
    private static final List<String> NOTE = Stream.of(NoteSignal.values()).map(NoteSignal::symbol).toList();
    private static final int HIGHEST_CONTROLLER = 127;

    private final GraphBuilder graph;
    private final Problems problems;

    CableSources(GraphBuilder graph, Problems problems) {
        this.graph = graph;
        this.problems = problems;
    }

    /**
     * The source that a word means. Nothing, and reported, if there is none.
     *
     * @param target what it is cabled to: of two outputs, out.left takes the left one
     */
    Optional<Source> find(Word word, Target target) {
        PortWord name = PortWord.ofCable(word.text());
        String text = word.text(), id = name.module(), symbol = name.port();
        if (CableText.isNumber(word)) {
            return refuse(word, "the number " + Problems.quote(text) + " is no source", "an amount stands last: source * " + Problems.quote(text));
        }
        return switch (id) {
            case "note" -> note(word, symbol);
            case "cc" -> controller(word, symbol);
            case "bend" -> symbol.isEmpty() ? Optional.of(new Source.PitchBend()) : refuse(word, "bend has no ports", "write bend");
            case "input" -> graph.modules().containsKey(id) ? module(word, id, symbol, target) : input(word, symbol, target);
            case "out" -> refuse(word, "out is a target", "it stands at the end of a cable");
            default -> graph.parts().contains(id) ? part(word, id, symbol) : module(word, id, symbol, target);
        };
    }

    private Optional<Source> note(Word word, String symbol) {
        if (graph.isMix()) {
            return refuse(word, "the mix has no notes", "move this cable to the voices");
        }
        Optional<Source> found = Stream.of(NoteSignal.values()).filter(signal -> signal.symbol().equals(symbol)).findFirst().map(NoteOutput::new);
        if (found.isPresent()) {
            return found;
        }
        String all = "note." + String.join(", note.", NOTE);
        return symbol.isEmpty() ? refuse(word, "note alone is no source", "name one: " + all)
                : refuse(word, "there is no note." + Problems.quote(symbol),
                        NameSuggestion.of(symbol, NOTE).map(near -> "did you mean note." + near + "?").orElse("there are " + all));
    }

    private Optional<Source> controller(Word word, String symbol) {
        int number = symbol.matches("\\d{1,3}") ? Integer.parseInt(symbol) : HIGHEST_CONTROLLER + 1;
        return number <= HIGHEST_CONTROLLER ? Optional.of(new Source.Controller(number))
                : refuse(word, "\"" + Problems.quote(word.text()) + "\" is no controller", "write cc.0 to cc.127, for example cc.1");
    }

    /** The audio input. In voices, which have no sides, both are not one signal. */
    private Optional<Source> input(Word word, String symbol, Target target) {
        return switch (symbol) {
            case "left" -> Optional.of(new Source.AudioInput(Source.Side.LEFT));
            case "right" -> Optional.of(new Source.AudioInput(Source.Side.RIGHT));
            case "" -> target == Target.Out.LEFT ? Optional.of(new Source.AudioInput(Source.Side.LEFT))
                    : target == Target.Out.RIGHT ? Optional.of(new Source.AudioInput(Source.Side.RIGHT))
                    : graph.isMix() ? Optional.of(new Source.AudioInput(Source.Side.BOTH))
                    : refuse(word, "input is stereo, and voices are not", "write input.left or input.right");
            default -> refuse(word, "the audio input has no " + Problems.quote(symbol), "write input.left, input.right, or input in the mix");
        };
    }

    private Optional<Source> part(Word word, String id, String symbol) {
        return symbol.isEmpty() ? Optional.of(id.equals(PatchPlan.VOICES) ? new Source.AllParts() : new Source.PartOutput(id))
                : refuse(word, id + " has no ports in the mix", "write " + id);
    }

    private Optional<Source> module(Word word, String id, String symbol, Target target) {
        GraphBuilder.PlacedModule placed = graph.modules().get(id);
        if (placed == null) {
            return unknown(word, id);
        }
        if (placed.plan().isEmpty()) {
            return Optional.empty();
        }
        ModulePlan plan = placed.plan().get();
        ModuleShape shape = plan.type().shape();
        boolean side = symbol.isEmpty() && shape.isStereo();
        String port = !symbol.isEmpty() ? symbol : side && target == Target.Out.LEFT ? "left" : side && target == Target.Out.RIGHT ? "right" : "out";
        if (shape.outputs().containsKey(port)) {
            return Optional.of(plan.output(port));
        }
        String named = id + "." + String.join(", " + id + ".", shape.outputs().keySet());
        if (symbol.isEmpty()) {
            return refuse(word, id + " (" + plan.type() + ") has no output \"out\"", "name one: " + named);
        }
        return refuse(word, shape.inputs().containsKey(port) ? id + "." + port + " is an input"
                : id + " (" + plan.type() + ") has no output \"" + Problems.quote(port) + "\"",
                shape.inputs().containsKey(port) ? "its outputs are " + named : NameSuggestion.cure(symbol, shape.outputs().keySet()));
    }

    private Optional<Source> unknown(Word word, String id) {
        if (id.equals(PatchPlan.VOICES)) {
            return refuse(word, "voices is known in the mix only", "move this cable to the mix");
        }
        List<String> names = new ArrayList<>(graph.modules().keySet());
        names.addAll(graph.parts());
        names.addAll(graph.isMix() ? List.of("cc", "bend", "input") : List.of("note", "cc", "bend", "input"));
        return refuse(word, "there is no module \"" + Problems.quote(id) + "\"" + (graph.isMix() ? " in the mix" : ""),
                ModuleNameSuggestion.cure(id, names, graph));
    }

    private Optional<Source> refuse(Word word, String what, String cure) {
        problems.error(word.place(), what, cure);
        return Optional.empty();
    }
}
