package org.chronus.modules.patch.plan;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;

/**
 * Which block each output of a graph writes to. A block is used again once its last reader has run, so that a voice's whole traffic
 * stays in the first-level cache: with a block of its own for every port, the reference voice takes a quarter longer. Loader thread.
 */
public final class ScratchPlan {
    private static final int FOR_EVER = Integer.MAX_VALUE;

    private final Map<String, float[]> blocks = new HashMap<>();
    private final List<float[]> walks = new ArrayList<>();

    /**
     * @param ordered  modules as they run
     * @param cables   those between them
     * @param readers  every cable that may read an output; what another graph reads is kept
     */
    public ScratchPlan(List<ModulePlan> ordered, List<CablePlan> cables, List<CablePlan> readers) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            boolean late = ordered.get(i).type().equals("feedback") || ordered.get(i).type().equals("out");
            places.put(ordered.get(i).id(), late ? FOR_EVER : i);
        }
        Map<String, Integer> lastReader = new HashMap<>();
        for (CablePlan cable : readers) {
            int reader = cables.contains(cable) ? places.getOrDefault(GraphOrder.moduleOf(cable.target()), FOR_EVER) : FOR_EVER;
            cable.sources().forEach(source -> lastReader.merge(source, reader, Math::max));
        }
        Deque<float[]> free = new ArrayDeque<>();
        for (int i = 0; i < ordered.size(); i++) {
            String prefix = ordered.get(i).id() + ".";
            for (String port : lastReader.keySet().stream().filter(port -> port.startsWith(prefix)).sorted().toList()) {
                blocks.put(port, free.isEmpty() ? block() : free.pop());
            }
            int place = i;
            lastReader.entrySet().stream().filter(entry -> entry.getValue() == place && blocks.containsKey(entry.getKey()))
                    .map(Map.Entry::getKey).sorted().forEach(port -> free.push(blocks.get(port)));
        }
    }

    /** Where an output that some cable reads is written. */
    public float[] output(String port) {
        return blocks.get(port);
    }

    /** Where the sum at a module's input of this index is worked out: free again as soon as the module has run. */
    public float[] input(int index) {
        while (walks.size() <= index) {
            walks.add(block());
        }
        return walks.get(index);
    }

    /** A block that nothing else uses. */
    public static float[] block() {
        return new float[BLOCK * LANES];
    }
}
