package org.chronus.modules.patch;

import static org.chronus.modules.Module.BLOCK;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.ModuleType;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.PatchPlan.ControllerPlan;
import org.chronus.modules.patch.plan.PatchPlan.GraphPlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.modules.patch.plan.PatchPlan.VoicesPlan;

/** A patch of one part that a test cables up, builds and plays. Mutable; one thread. */
final class PatchRig {
    static final float RATE = 48_000;
    private static final ModuleCatalog CATALOG = ModuleCatalog.load();

    private final List<ModulePlan> modules = new ArrayList<>();
    private final List<CablePlan> cables = new ArrayList<>();
    private final Map<Integer, List<ControllerPlan>> controllers = new HashMap<>();
    private Patch patch;

    /** One more module, with the values of its ports, each after its name. */
    PatchRig module(String id, String type, Object... values) {
        Map<String, Float> map = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put((String) values[i], ((Number) values[i + 1]).floatValue());
        }
        modules.add(new ModulePlan(id, CATALOG.find(type).orElseThrow(), false, map, Map.of()));
        return this;
    }

    /** One more module, of a type that is not in the catalog. */
    PatchRig module(String id, ModuleType type) {
        modules.add(new ModulePlan(id, type, false, Map.of(), Map.of()));
        return this;
    }

    /** One more cable, from the product of these sources. */
    PatchRig cable(String target, double amount, String... sources) {
        cables.add(Words.cable(target, amount, false, sources));
        return this;
    }

    /** One more cable, whose amount is in octaves. */
    PatchRig octaves(String target, double amount, String source) {
        cables.add(Words.cable(target, amount, true, source));
        return this;
    }

    /** A controller that sets an input, within 0..1. */
    PatchRig controller(int number, String input) {
        controllers.put(number, List.of(new ControllerPlan(Words.input(input), 0, 1, false)));
        return this;
    }

    /** A sine whose level is its gate. */
    PatchRig tone() {
        return module("osc", "sine").module("amp", "vca").cable("amp.in", 1, "osc.out").cable("amp.gain", 1, "note.gate")
                .cable("out.left", 1, "amp.out").cable("out.right", 1, "amp.out");
    }

    /** White noise for as long as a key is held. */
    PatchRig gatedNoise() {
        return module("noise", "white").module("amp", "vca").cable("amp.in", 1, "noise.out").cable("amp.gain", 1, "note.gate")
                .cable("out.left", 1, "amp.out");
    }

    Part build() {
        return build(VoicesPlan.NORMAL);
    }

    /** Builds the patch, at full volume. */
    Part build(VoicesPlan voices) {
        PartPlan part = new PartPlan("voices", voices, 0, 127, -1, 0, 1, true, new GraphPlan(modules, cables), controllers);
        patch = new Patch(new PatchPlan(List.of(part), GraphPlan.EMPTY, 1), RATE);
        patch.parts().getFirst().players().controller(0, 7, 1, true);
        return patch.parts().getFirst();
    }

    /** What was built last. */
    Patch patch() {
        return patch;
    }

    /** Plays so many blocks, and hears the left side. */
    float[] left(int blocks) {
        float[] samples = new float[blocks * BLOCK];
        for (int block = 0; block < blocks; block++) {
            patch.maintain();
            patch.begin(0, BLOCK);
            patch.finish(0, BLOCK);
            for (int i = 0; i < BLOCK; i++) {
                samples[block * BLOCK + i] = patch.output().data[i * patch.output().step];
            }
        }
        return samples;
    }
}
