package org.chronus.modules.patch;

import static org.chronus.modules.Module.LANES;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chronus.modules.patch.cable.Parameter;
import org.chronus.modules.patch.plan.GraphOrder;
import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.PatchPlan.GraphPlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;

/** The two graphs of a part: that of what its voices share, and that of the voices. Built by the loader. */
final class PartBlueprints {
    private final GraphBlueprint shared;
    private final GraphBlueprint voices;

    PartBlueprints(GraphPlan plan, ModuleFactory factory) {
        List<CablePlan> cables = plan.cables();
        List<ModulePlan> sharedModules = plan.modules().stream().filter(ModulePlan::perPatch).toList();
        List<ModulePlan> voiceModules = new ArrayList<>(plan.modules().stream().filter(module -> !module.perPatch()).toList());
        // First, because inputs that follow note.pitch read it without a cable.
        voiceModules.addFirst(new ModulePlan("note", "note", false, Map.of(), Map.of()));
        voiceModules.add(new ModulePlan("out", "out", false, Map.of(), Map.of()));
        Set<String> sharedIds = new HashSet<>();
        sharedModules.forEach(module -> sharedIds.add(module.id()));
        List<CablePlan> sharedCables = cables.stream().filter(cable -> sharedIds.contains(GraphOrder.moduleOf(cable.target()))).toList();
        List<CablePlan> voiceCables = cables.stream().filter(cable -> !sharedCables.contains(cable)).toList();
        shared = new GraphBlueprint(factory, LANES, sharedModules, sharedCables, cables);
        voices = new GraphBlueprint(factory, LANES, voiceModules, voiceCables, cables);
    }

    GraphBlueprint shared() {
        return shared;
    }

    GraphBlueprint voices() {
        return voices;
    }

    /** [loader] Those of every input once the graphs were built, by {@code module.port}. */
    Map<String, Parameter> parameters() {
        Map<String, Parameter> parameters = new HashMap<>(shared.parameters());
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
