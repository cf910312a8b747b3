package org.chronus.presets.preset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.chronus.modules.patch.plan.Keys;
import org.chronus.modules.patch.plan.PatchPlan.ControllerPlan;
import org.chronus.modules.patch.plan.PatchPlan.GraphPlan;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.modules.patch.plan.PatchPlan.VoicesPlan;
import org.chronus.modules.patch.plan.PlayerPlan;
import org.chronus.modules.patch.plan.Target.ModuleInput;
import org.chronus.presets.graph.GraphBuilder;

/**
 * A part while its preset is being read. For the one thread that reads the file.
 *
 * @param reach       keys and channel that it answers to
 * @param players     what notes pass through before they reach the voices
 * @param controllers what was read so far
 * @param controlled  the inputs of this part that they set
 */
record PartBuilder(String id, VoicesPlan voices, Reach reach, float transpose, float level, boolean pedals, List<PlayerPlan> players,
                 GraphBuilder graph, Map<Integer, List<ControllerPlan>> controllers, Set<ModuleInput> controlled) {
    /** Keys, and a channel 0..15 or -1 for all. */
    record Reach(Keys keys, int channel) {
        static final Reach ALL = new Reach(Keys.ALL, -1);
    }

    PartBuilder(String id, VoicesPlan voices, Reach reach, float transpose, float level, boolean pedals, List<PlayerPlan> players,
                GraphBuilder graph) {
        this(id, voices, reach, transpose, level, pedals, players, graph, new TreeMap<>(), new HashSet<>());
    }

    /** False if the controller sets that port already. */
    boolean add(int controller, ControllerPlan plan) {
        List<ControllerPlan> plans = controllers.computeIfAbsent(controller, key -> new ArrayList<>());
        if (plans.stream().anyMatch(before -> before.target().equals(plan.target()))) {
            return false;
        }
        return plans.add(plan);
    }

    PartPlan plan() {
        Map<Integer, List<ControllerPlan>> copies = new TreeMap<>();
        controllers.forEach((number, plans) -> copies.put(number, List.copyOf(plans)));
        return new PartPlan(id, voices, reach.keys(), reach.channel(), transpose, level, pedals,
                graph.isInstrument() ? GraphPlan.EMPTY : graph.plan(),
                graph.isInstrument() ? graph.plans().stream().findFirst() : Optional.empty(), copies, players);
    }
}
