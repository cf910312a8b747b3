package org.chronus.modules.patch;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.PatchPlan.ControllerPlan;
import org.chronus.modules.patch.plan.PatchPlan.GraphPlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.modules.patch.plan.PatchPlan.Priority;
import org.chronus.modules.patch.plan.PatchPlan.VoiceMode;
import org.chronus.modules.patch.plan.PatchPlan.VoicesPlan;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;

class PatchTest {
    private static final float RATE = 48_000;
    private static final ModuleCatalog CATALOG = ModuleCatalog.load();
    private final List<ModulePlan> modules = new ArrayList<>();
    private final List<CablePlan> cables = new ArrayList<>();
    private final Map<Integer, List<ControllerPlan>> controllers = new HashMap<>();
    private Patch patch;

    private PatchTest module(String id, String type, Object... values) {
        Map<String, Float> map = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put((String) values[i], ((Number) values[i + 1]).floatValue());
        }
        modules.add(new ModulePlan(id, CATALOG.find(type).orElseThrow(), false, map, Map.of()));
        return this;
    }

    private PatchTest cable(String target, double amount, String... sources) {
        cables.add(Words.cable(target, amount, false, sources));
        return this;
    }

    private PatchTest octaves(String target, double amount, String source) {
        cables.add(Words.cable(target, amount, true, source));
        return this;
    }

    private Part build() {
        return build(VoicesPlan.NORMAL);
    }

    private Part build(VoicesPlan voices) {
        PartPlan part = new PartPlan("voices", voices, 0, 127, -1, 0, 1, true, new GraphPlan(modules, cables), controllers);
        patch = new Patch(new PatchPlan(List.of(part), GraphPlan.EMPTY, 1), RATE);
        patch.parts().getFirst().controller(7, 1, true);
        return patch.parts().getFirst();
    }

    /** White noise for as long as a key is held. */
    private Part gatedNoise() {
        return module("noise", "white").module("amp", "vca").cable("amp.in", 1, "noise.out").cable("amp.gain", 1, "note.gate")
                .cable("out.left", 1, "amp.out").build();
    }

    private static void strike(Part part, float key) {
        part.voice(0).start(0, key, key, 0, 1, 1, true);
    }

    private float[] left(int blocks) {
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

    private static double hertz(float[] samples) {
        int first = -1, last = -1, count = 0;
        for (int i = 4_801; i < samples.length; i++) {
            if (samples[i - 1] < 0 && samples[i] >= 0) {
                first = first < 0 ? i : first;
                last = i;
                count++;
            }
        }
        return (count - 1) * (double) RATE / (last - first);
    }

    /** A sine whose level is its gate. */
    private PatchTest tone() {
        return module("osc", "sine").module("amp", "vca").cable("amp.in", 1, "osc.out").cable("amp.gain", 1, "note.gate")
                .cable("out.left", 1, "amp.out").cable("out.right", 1, "amp.out");
    }

    @Test void aVoicePlaysItsKey() {
        Part part = tone().build();
        strike(part, 69);
        assertEquals(440, hertz(left(800)), 0.1);
    }

    @Test void aCableOfOctavesMultiplies() {
        // The filter sings at its cutoff: three octaves above 200 Hz, within the noise that it sings of.
        Part part = module("noise", "white").module("filter", "svf", "cutoff", 200, "damping", 0.02).module("amp", "vca")
                .cable("filter.in", 0.1, "noise.out").octaves("filter.cutoff", 3, "note.gate").cable("amp.in", 1, "filter.band")
                .cable("amp.gain", 1, "note.gate").cable("out.left", 1, "amp.out").build();
        strike(part, 60);
        assertEquals(1_600, hertz(left(1_600)), 100);
    }

    @Test void cablesAddAndSourcesMultiply() {
        Part part = module("amp", "vca", "gain", 0.25).cable("amp.in", 0.5, "note.gate").cable("amp.in", 0.5, "note.gate", "note.velocity")
                .cable("amp.gain", 0.25, "note.gate", "note.velocity", "note.gate").cable("out.left", 1, "amp.out").build();
        part.voice(0).start(0, 60, 60, 0, 0.5f, 1, true);
        assertEquals(0.75f * 0.375f * (float) gain(), left(2)[100], 1e-6);
    }

    /** Of a part at full volume, one side: constant power, unity in the middle. */
    private static double gain() {
        return Math.sqrt(2) * Math.cos(63 / 126.0 * Math.PI / 2);
    }

    @Test void aSumIsClampedToItsPortsRange() {
        Part part = module("amp", "vca").cable("amp.in", 1, "note.gate").cable("amp.gain", 100, "note.gate")
                .cable("out.left", 1, "amp.out").build();
        strike(part, 60);
        assertEquals(8 * gain(), left(1)[0], 1e-5);
    }

    @Test void aControllerSetsItsPortWithinTheSmoothingTime() {
        controllers.put(20, List.of(new ControllerPlan(Words.input("amp.gain"), 0, 1, false)));
        Part part = module("amp", "vca", "gain", 0).cable("amp.in", 1, "note.gate").cable("out.left", 1, "amp.out").build();
        strike(part, 60);
        left(4);
        part.controller(20, 1, false);
        float[] ramp = left(8);
        assertEquals(0.5 * gain(), ramp[119], 0.01, "half-way after 2.5 ms");
        assertEquals(gain(), ramp[240], 1e-5, "there after 5 ms");
        assertTrue(ramp[237] < 0.999 * gain(), "and not before");
    }

    @Test void theWheelBringsModulationAndTakesItAway() {
        Part part = module("vib", "lfo", "rate", 50).module("amp", "vca", "gain", 0.5).cable("amp.in", 1, "note.gate")
                .cable("amp.gain", 0.25, "vib.out", "cc.1").cable("out.left", 1, "amp.out").build();
        strike(part, 60);
        float[] none = left(20);
        part.controller(1, 1, false);
        float[] full = Arrays.copyOfRange(left(30), 10 * BLOCK, 30 * BLOCK);
        part.controller(1, 0, false);
        float[] again = Arrays.copyOfRange(left(20), 10 * BLOCK, 20 * BLOCK);
        assertEquals(0, Waves.steepestStep(none));
        assertEquals(0.75 * gain(), Waves.peak(full), 1e-3);
        assertEquals(0.5 * gain(), Waves.mean(again), 1e-6);
        assertEquals(0, Waves.steepestStep(again));
    }

    @Test void aLoopNeedsAFeedbackModule() {
        module("a", "vca").module("b", "vca").cable("a.in", 1, "b.out").cable("b.in", 1, "a.out").cable("out.left", 1, "a.out");
        assertThrows(IllegalArgumentException.class, this::build);
    }

    @Test void whatPlaysAPitchDoesNotBendIt() {
        module("osc", "sine").cable("note.pitch", 1, "osc.out").cable("out.left", 1, "osc.out");
        assertThrows(IllegalArgumentException.class, this::build);
    }

    @Test void aVibratoMayDependOnTheNote() {
        Part part = module("vib", "lfo", "rate", 5).module("osc", "sine").cable("note.pitch", 1, "vib.out", "note.velocity")
                .cable("out.left", 1, "osc.out").build();
        strike(part, 69);
        assertTrue(Waves.peak(left(10)) > 0.5);
    }

    @Test void aCableHasTwoEnds() {
        module("osc", "sine").cable("out.left", 1, "osc.out").cable("filter.in", 1, "osc.out");
        assertEquals("there is no filter.in to cable to", assertThrows(IllegalArgumentException.class, this::build).getMessage());
        cables.set(1, Words.cable("out.right", 1, false, "filter.out"));
        assertEquals("there is no filter.out to cable from here", assertThrows(IllegalArgumentException.class, this::build).getMessage());
    }

    @Test void feedbackComesOneBlockLater() {
        Part part = module("loop", "feedback").module("sum", "mixer").cable("sum.in1", 1, "note.gate").cable("sum.in2", 0.5, "loop.out")
                .cable("loop.in", 1, "sum.out").cable("out.left", 1, "sum.out").build();
        strike(part, 60);
        float[] sound = left(3);
        assertEquals(gain(), sound[BLOCK - 1], 1e-5);
        assertEquals(1.5 * gain(), sound[BLOCK], 1e-5);
        assertEquals(1.75 * gain(), sound[2 * BLOCK], 1e-5);
    }

    @Test void aVoiceWithoutAnEnvelopeFadesWhenItsKeyComesUp() {
        Part part = module("osc", "sine").cable("out.left", 1, "osc.out").build();
        strike(part, 69);
        left(10);
        part.voice(0).release(0, 0.5f);
        left(300);
        assertEquals(0, patch.sounding());
        assertTrue(patch.isSilent());
    }

    @Test void aClearedPatchRepeatsItselfToTheBit() {
        Part part = gatedNoise();
        strike(part, 60);
        float[] first = left(20);
        patch.clear();
        part.controller(7, 1, true);
        strike(part, 60);
        assertArrayEquals(first, left(20));
    }

    @Test void theNumberOfTheNoteAndNotTheLaneDecidesAboutRandomness() {
        Part part = gatedNoise();
        strike(part, 60);
        float[] first = left(20);
        patch.clear();
        part.controller(7, 1, true);
        part.voice(part.voices() - 1).start(0, 60, 60, 0, 1, 1, true);
        assertArrayEquals(first, left(20));
        assertFalse(part.voice(0).isPlaying());
    }

    @Test void aNoteInOneGroupDoesNotChangeTheOrderInWhichGroupsAreSummed() {
        assertArrayEquals(threeGroupsAndANote(0, BLOCK), threeGroupsAndANote(0, 48, BLOCK), "the block in one piece and in two");
    }

    /** A tone in each of three groups; then, in a block of these pieces, one more in the last group. */
    private static float[] threeGroupsAndANote(int... cuts) {
        PatchTest test = new PatchTest();
        Part part = test.tone().build(new VoicesPlan(VoiceMode.POLY, 3 * LANES, 0, Priority.LAST, 2, 2));
        for (int group = 0; group < 3; group++) {
            part.voice(group * LANES).start(0, 60.3f + 5 * group, 60, 0, 1, 1, true);
        }
        test.left(3);
        test.patch.maintain();
        for (int piece = 1; piece < cuts.length; piece++) {
            test.patch.begin(cuts[piece - 1], cuts[piece]);
            if (cuts[piece] == BLOCK) {
                part.voice(2 * LANES + 1).start(50, 72, 72, 0, 1, 2, true);
            }
            test.patch.finish(cuts[piece - 1], cuts[piece]);
        }
        assertEquals(4, test.patch.sounding());
        return test.patch.output().data.clone();
    }
}
