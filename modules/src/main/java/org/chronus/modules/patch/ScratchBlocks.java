package org.chronus.modules.patch;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chronus.modules.patch.plan.GraphNode;
import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.Source;
import org.chronus.modules.patch.plan.Target;

/**
 * The blocks that the outputs of a graph write to. A block is used again once its last reader has run, so that a voice's whole traffic
 * stays in the first-level cache: with a block of its own for every port, the reference voice takes a quarter longer. Loader thread.
 */
final class ScratchBlocks {
    private static final int FOR_EVER = Integer.MAX_VALUE;

    private final Map<Source, float[]> outputs = new HashMap<>();
    private final List<float[]> inputs = new ArrayList<>();

    /**
     * @param ordered nodes as they run
     * @param readers every cable that may read an output; what another graph reads is kept
     */
    ScratchBlocks(List<GraphNode> ordered, List<CablePlan> readers) {
        Map<Target, Integer> places = new HashMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            GraphNode node = ordered.get(i);
            int place = node.isFeedback() || node.isEnd() ? FOR_EVER : i;
            node.inputs().forEach(input -> places.put(input, place));
        }
        Map<Source, Integer> lastReaders = new LinkedHashMap<>();
        for (CablePlan cable : readers) {
            int reader = places.getOrDefault(cable.target(), FOR_EVER);
            cable.sources().forEach(source -> lastReaders.merge(source, reader, Math::max));
        }
        Deque<float[]> free = new ArrayDeque<>();
        for (int i = 0; i < ordered.size(); i++) {
            for (Source output : ordered.get(i).outputs()) {
                if (lastReaders.containsKey(output)) {
                    outputs.put(output, free.isEmpty() ? block() : free.pop());
                }
            }
            int place = i;
            lastReaders.forEach((output, reader) -> {
                if (reader == place && outputs.containsKey(output)) {
                    free.push(outputs.get(output));
                }
            });
        }
    }

    /** Where an output that some cable reads is written; null for one that none reads. */
    float[] output(Source output) {
        return outputs.get(output);
    }

    /** Where the sum at a module's input of this index is worked out: free again as soon as the module has run. */
    float[] input(int index) {
        while (inputs.size() <= index) {
            inputs.add(block());
        }
        return inputs.get(index);
    }

    /** A block that nothing else uses. */
    static float[] block() {
        return new float[BLOCK * LANES];
    }
}
