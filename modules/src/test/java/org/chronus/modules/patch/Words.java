package org.chronus.modules.patch;

import java.util.Locale;
import java.util.stream.Stream;

import org.chronus.modules.NoteSignal;
import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.Source;
import org.chronus.modules.patch.plan.Target;
import org.chronus.modules.patch.plan.Target.ModuleInput;

/** The ends of cables by their text, for tests. */
final class Words {
    private Words() { }

    static CablePlan cable(String target, double amount, boolean octaves, String... sources) {
        return new CablePlan(target(target), Stream.of(sources).map(Words::source).toList(), (float) amount, octaves);
    }

    static ModuleInput input(String text) {
        String[] words = text.split("\\.");
        return new ModuleInput(words[0], words[1]);
    }

    private static Target target(String text) {
        return switch (text) {
            case "note.pitch" -> new Target.NotePitch();
            case "out.left" -> Target.Out.LEFT;
            case "out.right" -> Target.Out.RIGHT;
            case "out" -> Target.Out.MIX;
            default -> input(text);
        };
    }

    private static Source source(String text) {
        String[] words = text.split("\\.");
        return switch (words[0]) {
            case "note" -> new Source.NoteOutput(NoteSignal.valueOf(words[1].toUpperCase(Locale.ROOT)));
            case "cc" -> new Source.Controller(Integer.parseInt(words[1]));
            case "voices" -> new Source.AllParts();
            default -> new Source.ModuleOutput(words[0], words[1]);
        };
    }
}
