package org.chronus.modules.patch;

import static org.chronus.modules.Module.LANES;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.chronus.modules.patch.cable.Parameter;
import org.chronus.modules.patch.plan.GraphNode;
import org.chronus.modules.patch.plan.GraphNode.BuiltIn;
import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.PatchPlan.GraphPlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.Target;
import org.chronus.modules.patch.plan.Target.ModuleInput;

/** The two graphs of a part: that of what its voices share, and that of the voices. Built by the loader. */
final class PartBlueprints {
    private final GraphBlueprint shared;
    private final GraphBlueprint voices;

    PartBlueprints(GraphPlan plan, ModuleFactory factory) {
        List<CablePlan> cables = plan.cables();
        List<ModulePlan> sharedModules = plan.modules().stream().filter(ModulePlan::perPatch).toList();
        List<GraphNode> voiceNodes = new ArrayList<>();
        voiceNodes.add(BuiltIn.NOTE_PITCH);
        plan.modules().stream().filter(module -> !module.perPatch()).forEach(voiceNodes::add);
        voiceNodes.add(BuiltIn.VOICE_OUT);
        Set<Target> sharedInputs = new HashSet<>();
        sharedModules.forEach(module -> sharedInputs.addAll(module.inputs()));
        Map<Boolean, List<CablePlan>> ofShared = cables.stream().collect(Collectors.partitioningBy(cable -> sharedInputs.contains(cable.target())));
        shared = new GraphBlueprint(factory, LANES, sharedModules, ofShared.get(true), cables);
        voices = new GraphBlueprint(factory, LANES, voiceNodes, ofShared.get(false), cables);
    }

    /** That of a part which an instrument plays; what is cabled to it the part's graph says. */
    static GraphBlueprint ofInstrument(ModulePlan instrument, ModuleFactory factory) {
        CablePlan heard = new CablePlan(Target.Out.MIX, List.of(instrument.output("out")), 1, false);
        return new GraphBlueprint(factory, 2, List.of(instrument), List.of(), List.of(heard));
    }

    GraphBlueprint shared() {
        return shared;
    }

    GraphBlueprint voices() {
        return voices;
    }

    /** [loader] Those of every module input, once the graphs were built. */
    Map<ModuleInput, Parameter> parameters() {
        Map<ModuleInput, Parameter> parameters = new HashMap<>(shared.parameters());
        parameters.putAll(voices.parameters());
        return parameters;
    }

    /** Every parameter back to its value in the preset, at once. */
    void clear() {
        shared.clear();
        voices.clear();
    }

    /** [audio] The tempo is that multiple of the patch's own. */
    void tempo(float multiple, boolean atOnce) {
        shared.tempo(multiple, atOnce);
        voices.tempo(multiple, atOnce);
    }

    /** [audio] The parameters' frames of a block. Returns false if none has changed since the last time. */
    boolean generate(int start, int limit) {
        return shared.generate(start, limit) | voices.generate(start, limit);
    }
}
