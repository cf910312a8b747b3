package org.chronus.presets.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chronus.modules.ModuleShape;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.Unit;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.Target;
import org.chronus.modules.patch.plan.Target.Out;
import org.chronus.presets.graph.CableText.Word;
import org.chronus.presets.text.NameSuggestion;
import org.chronus.presets.text.Problems;
import org.chronus.presets.value.ValueSpec;

/** Resolves the targets of cables. For the one thread that reads the file. */
final class CableTargets {
    /** Lowest and highest note that a bent and modulated pitch may reach. */
    static final ValueSpec NOTE_PITCH = new ValueSpec("note.pitch", Unit.NOTE, 0, 127);
    private static final ValueSpec OUT = new ValueSpec("out", Unit.GAIN, -Float.MAX_VALUE, Float.MAX_VALUE);

    private final GraphBuilder graph;
    private final Problems problems;

    /** What a word means: one target, or both sides of a voice; and what they take. */
    record Found(List<Target> targets, ValueSpec port) { }

    CableTargets(GraphBuilder graph, Problems problems) {
        this.graph = graph;
        this.problems = problems;
    }

    /** Nothing, and reported, if there is no such target. */
    Optional<Found> find(Word word) {
        PortWord name = PortWord.ofCable(word.text());
        String text = word.text(), id = name.module(), symbol = name.port();
        return switch (id) {
            case "out" -> out(word, symbol);
            case "note" -> note(word, symbol);
            case "cc", "bend" -> refuse(word, text + " is a source", "only modules, note.pitch and out can be cabled to");
            default -> graph.parts().contains(id) ? refuse(word, id + " is a source in the mix", "cable to its modules inside the part")
                    : module(word, id, symbol);
        };
    }

    private Optional<Found> out(Word word, String symbol) {
        if (graph.isMix()) {
            return symbol.isEmpty() ? Optional.of(new Found(List.of(Out.MIX), OUT))
                    : refuse(word, "the mix has no out." + Problems.quote(symbol), "write out: in the mix a signal is left and right at once");
        }
        return switch (symbol) {
            case "" -> Optional.of(new Found(List.of(Out.LEFT, Out.RIGHT), OUT));
            case "left" -> Optional.of(new Found(List.of(Out.LEFT), OUT));
            case "right" -> Optional.of(new Found(List.of(Out.RIGHT), OUT));
            default -> refuse(word, "there is no out." + Problems.quote(symbol), "write out, out.left or out.right");
        };
    }

    private Optional<Found> note(Word word, String symbol) {
        if (graph.isMix()) {
            return refuse(word, "the mix has no notes", "move this cable to the voices");
        }
        return symbol.equals(NoteSignal.PITCH.symbol()) ? Optional.of(new Found(List.of(new Target.NotePitch()), NOTE_PITCH))
                : refuse(word, Problems.quote(word.text()) + " cannot be cabled to", "of a note only note.pitch can");
    }

    private Optional<Found> module(Word word, String id, String symbol) {
        GraphBuilder.PlacedModule placed = graph.modules().get(id);
        if (placed == null) {
            List<String> names = new ArrayList<>(graph.modules().keySet());
            names.add("out");
            return refuse(word, "there is no module \"" + Problems.quote(id) + "\"" + (graph.isMix() ? " in the mix" : ""),
                    ModuleNameSuggestion.cure(id, names, graph));
        }
        if (placed.plan().isEmpty()) {
            return Optional.empty();
        }
        ModulePlan plan = placed.plan().get();
        ModuleShape shape = plan.type().shape();
        String port = symbol.isEmpty() ? "in" : symbol;
        if (shape.inputs().containsKey(port)) {
            return Optional.of(new Found(List.of(plan.input(port)), ValueSpec.of(shape.inputs().get(port))));
        }
        if (shape.choices().containsKey(port)) {
            return refuse(word, port + " of " + id + " is chosen, not cabled", "write it behind the module's type");
        }
        return refuse(word, id + " (" + plan.type() + ") has no input \"" + Problems.quote(port) + "\"",
                symbol.isEmpty() ? "name one: " + id + "." + String.join(", " + id + ".", shape.inputs().keySet())
                        : NameSuggestion.cure(symbol, shape.inputs().keySet()));
    }

    private Optional<Found> refuse(Word word, String what, String cure) {
        problems.error(word.place(), what, cure);
        return Optional.empty();
    }
}
