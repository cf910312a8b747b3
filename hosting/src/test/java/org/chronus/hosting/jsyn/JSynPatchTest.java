package org.chronus.hosting.jsyn;

import static org.chronus.modules.Module.BLOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.chronus.modules.NoteSignal;
import org.chronus.modules.patch.Part;
import org.chronus.modules.patch.Patch;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.PatchPlan.GraphPlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.modules.patch.plan.PatchPlan.VoicesPlan;
import org.chronus.modules.patch.plan.Source;
import org.chronus.modules.patch.plan.Target;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;

/** JSyn's units in a patch, as a preset makes one. */
class JSynPatchTest {
    private static final float RATE = 48_000;

    private static float[] play(float key, int blocks) {
        ModulePlan osc = new ModulePlan("osc", Units.type("SineOscillator"), false, Map.of(), Map.of());
        ModulePlan env = new ModulePlan("env", Units.type("EnvelopeDAHDSR"), false, Map.of("sustain", 1f), Map.of());
        List<CablePlan> cables = List.of(
                new CablePlan(env.input("amplitude"), List.of(new Source.ModuleOutput("osc", "out")), 1, false),
                new CablePlan(Target.Out.LEFT, List.of(new Source.ModuleOutput("env", "out"), new Source.NoteOutput(NoteSignal.VELOCITY)), 1, false));
        PartPlan part = new PartPlan("voices", VoicesPlan.NORMAL, 0, 127, -1, 0, 1, true, new GraphPlan(List.of(osc, env), cables), Map.of());
        Patch patch = new Patch(new PatchPlan(List.of(part), GraphPlan.EMPTY, 1), RATE);
        Part voices = patch.parts().getFirst();
        voices.players().controller(0, 7, 1, true);
        voices.voice(0).start(0, key, key, 0, 1, 1, true);
        float[] left = new float[blocks * BLOCK];
        for (int block = 0; block < blocks; block++) {
            patch.maintain();
            patch.begin(0, BLOCK);
            patch.finish(0, BLOCK);
            for (int i = 0; i < BLOCK; i++) {
                left[block * BLOCK + i] = patch.output().data[i * patch.output().step];
            }
        }
        patch.close();
        return left;
    }

    @Test void anOscillatorFollowsTheKeyAndAnEnvelopeItsGate() {
        float[] heard = Waves.part(play(69, 1_000), 12_000, 60_000);
        double amplitude = Waves.rms(heard) * Math.sqrt(2);
        assertEquals(amplitude, Waves.amplitudeAt(440, heard, RATE), 1e-3 * amplitude);
        float[] low = Waves.part(play(24, 1_000), 12_000, 60_000);
        assertEquals(amplitude, Waves.amplitudeAt(440 * Math.pow(2, -45 / 12.0), low, RATE), 0.01 * amplitude, "below JSyn's 40 Hz, too");
    }
}
