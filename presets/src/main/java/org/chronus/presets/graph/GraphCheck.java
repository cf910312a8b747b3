package org.chronus.presets.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.chronus.modules.Input;
import org.chronus.modules.Unit;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.Source;
import org.chronus.modules.patch.plan.Target;
import org.chronus.modules.patch.plan.Target.ModuleInput;
import org.chronus.presets.graph.GraphBuilder.PlacedCable;
import org.chronus.presets.graph.GraphBuilder.PlacedModule;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.TextPosition;

/**
 * Checks a whole part, or the mix, for what no single line shows: that it cannot be heard, or that a shared module reads a voice. For the
 * one thread that reads the file.
 */
public final class GraphCheck {
    private final GraphBuilder graph;
    private final Set<ModuleInput> controlled;
    private final Problems problems;

    /** @param controlled every input that a controller sets */
    public GraphCheck(GraphBuilder graph, Set<ModuleInput> controlled, Problems problems) {
        this.graph = graph;
        this.controlled = controlled;
        this.problems = problems;
    }

    /** No shared module reads a voice. */
    public void checkShared() {
        graph.plans().stream().filter(ModulePlan::perPatch).forEach(this::shared);
    }

    /**
     * What is there can be heard.
     *
     * @param silent true if nothing need be
     */
    public void checkHeard(boolean silent) {
        if (graph.isInstrument()) {
            return;
        }
        Set<String> heard = heard();
        boolean reaches = graph.cables().stream().anyMatch(cable -> cable.plan().target() instanceof Target.Out);
        if (!reaches && !silent && !graph.isIncomplete()) {
            String last = graph.modules().isEmpty() ? "amp" : List.copyOf(graph.modules().keySet()).getLast();
            problems.error(graph.place(), graph.isMix() ? "in the mix nothing reaches out" : "nothing reaches out",
                    "cable the last module to it, such as \"" + (graph.isMix() && graph.modules().isEmpty() ? PatchPlan.VOICES : last) + " -> out\"");
        }
        if (reaches && graph.isMix() && !graph.isIncomplete()) {
            parts(heard);
        }
        for (PlacedModule placed : graph.modules().values()) {
            if (reaches && !graph.isIncomplete() && !heard.contains(placed.id())) {
                problems.warning(placed.place(), placed.id() + " reaches no output", "cable it to something that does, or remove it");
            }
            placed.plan().ifPresent(plan -> plan.type().shape().inputs().values().forEach(input -> gain(plan, input, placed.place())));
        }
    }

    /** The modules and parts that reach an output or the pitch of the note. */
    private Set<String> heard() {
        Set<String> heard = new HashSet<>();
        int before;
        do {
            before = heard.size();
            for (PlacedCable cable : graph.cables()) {
                boolean reaches = switch (cable.plan().target()) {
                    case Target.Out _, Target.NotePitch _ -> true;
                    case ModuleInput input -> heard.contains(input.module());
                };
                if (reaches) {
                    cable.plan().sources().forEach(source -> add(source, heard));
                }
            }
        } while (heard.size() > before);
        return heard;
    }

    private static void add(Source source, Set<String> heard) {
        switch (source) {
            case Source.ModuleOutput output -> heard.add(output.module());
            case Source.PartOutput output -> heard.add(output.part());
            case Source.AllParts _ -> heard.add(PatchPlan.VOICES);
            case Source.NoteOutput _, Source.Controller _, Source.PitchBend _, Source.AudioInput _ -> { }
        }
    }

    private void parts(Set<String> heard) {
        if (heard.contains(PatchPlan.VOICES)) {
            return;
        }
        List<String> lost = graph.parts().stream().filter(part -> !heard.contains(part)).toList();
        if (lost.size() == graph.parts().size()) {
            problems.error(graph.place(), "in the mix no part reaches out", "begin with a cable such as \"voices -> out\"");
        } else {
            lost.stream().filter(part -> !part.equals(PatchPlan.VOICES)).forEach(part -> problems.warning(graph.place(),
                    "in the mix the part " + part + " reaches no output", "cable it: " + part + " -> out"));
        }
    }

    private void gain(ModulePlan plan, Input input, TextPosition place) {
        ModuleInput port = plan.input(input.symbol());
        double value = plan.values().getOrDefault(input.symbol(), (float) input.normally());
        boolean moved = controlled.contains(port) || graph.cables().stream().anyMatch(cable -> cable.plan().target().equals(port));
        if (input.unit() == Unit.GAIN && input.normally() == 0 && input.follows().isEmpty() && value == 0 && !moved && !graph.isIncomplete()) {
            problems.error(place, port + " is 0 and nothing is cabled to it",
                    "cable an envelope to it, \"env -> " + port + "\", or write " + input.symbol() + ": 1");
        }
    }

    private void shared(ModulePlan plan) {
        String what = plan.id() + " is per: patch and cannot hear a single voice's ", cure = "remove per: patch from " + plan.id();
        for (PlacedCable cable : graph.cables()) {
            if (isInto(cable.plan(), plan)) {
                cable.plan().sources().stream().filter(this::isOfAVoice).forEach(source -> problems.error(cable.place(), what + source, cure));
            }
        }
        plan.type().shape().inputs().values().stream().filter(plan::follows).forEach(input ->
                problems.error(graph.modules().get(plan.id()).place(), what + input.follows().orElseThrow(),
                        cure + ", or give it a " + input.symbol() + " of its own"));
    }

    private static boolean isInto(CablePlan cable, ModulePlan plan) {
        return cable.target() instanceof ModuleInput input && input.module().equals(plan.id());
    }

    private boolean isOfAVoice(Source source) {
        return switch (source) {
            case Source.NoteOutput _ -> true;
            case Source.ModuleOutput output -> graph.plans().stream().anyMatch(plan -> plan.id().equals(output.module()) && !plan.perPatch());
            case Source.Controller _, Source.PitchBend _, Source.PartOutput _, Source.AllParts _, Source.AudioInput _ -> false;
        };
    }
}
