package org.chronus.modules.patch;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.ModuleType;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.Output;
import org.chronus.modules.Unit;
import org.chronus.modules.patch.plan.PatchPlan.Priority;
import org.chronus.modules.patch.plan.PatchPlan.Restrike;
import org.chronus.modules.patch.plan.PatchPlan.VoiceMode;
import org.chronus.modules.patch.plan.PatchPlan.VoicesPlan;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;

class PatchTest {
    private final PatchRig rig = new PatchRig();

    private static void strike(Part part, float key) {
        part.voice(0).start(0, key, key, 0, 1, 1, true);
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
        return (count - 1) * (double) PatchRig.RATE / (last - first);
    }

    @Test void aVoicePlaysItsKey() {
        Part part = rig.tone().build();
        strike(part, 69);
        assertEquals(440, hertz(rig.left(800)), 0.1);
    }

    @Test void aCableOfOctavesMultiplies() {
        // The filter sings at its cutoff: three octaves above 200 Hz, within the noise that it sings of.
        Part part = rig.module("noise", "white").module("filter", "svf", "cutoff", 200, "damping", 0.02).module("amp", "vca")
                .cable("filter.in", 0.1, "noise.out").octaves("filter.cutoff", 3, "note.gate").cable("amp.in", 1, "filter.band")
                .cable("amp.gain", 1, "note.gate").cable("out.left", 1, "amp.out").build();
        strike(part, 60);
        assertEquals(1_600, hertz(rig.left(1_600)), 100);
    }

    /** Gives out what frequency it reads, as often as its level says. */
    private static final class FrequencyReader extends Module {
        private final Input frequency = input("frequency").range(1, 20_000, Unit.HERTZ).normally(261.6256).logarithmic().follows(NoteSignal.OCTAVE);
        private final Input level = input("level").normally(1).replaced();
        private final Output out = output("out");

        @Override public void generate(int start, int limit) {
            for (int i = start; i < limit; i++) {
                for (int lane = 0; lane < LANES; lane++) {
                    out.data[i * out.step + lane] = level.data[i * level.step + lane] * frequency.data[i * frequency.step + lane];
                }
            }
        }
    }

    @Test void aFrequencyMayFollowTheNoteByItself() {
        Part part = rig.module("reader", new ModuleType("reader", "", FrequencyReader::new)).cable("out.left", 1, "reader.out").build();
        strike(part, 69);
        assertEquals(440 * gain(), rig.left(2)[100], 0.01);
    }

    @Test void aCableTakesThePlaceOfAValueThatIsForWantOfOne() {
        Part part = rig.module("reader", new ModuleType("reader", "", FrequencyReader::new)).cable("reader.level", 0.5, "note.gate")
                .cable("out.left", 1, "reader.out").build();
        strike(part, 69);
        assertEquals(220 * gain(), rig.left(2)[100], 0.01);
    }

    @Test void cablesAddAndSourcesMultiply() {
        Part part = rig.module("amp", "vca", "gain", 0.25).cable("amp.in", 0.5, "note.gate").cable("amp.in", 0.5, "note.gate", "note.velocity")
                .cable("amp.gain", 0.25, "note.gate", "note.velocity", "note.gate").cable("out.left", 1, "amp.out").build();
        part.voice(0).start(0, 60, 60, 0, 0.5f, 1, true);
        assertEquals(0.75f * 0.375f * (float) gain(), rig.left(2)[100], 1e-6);
    }

    /** Of a part at full volume, one side: constant power, unity in the middle. */
    private static double gain() {
        return Math.sqrt(2) * Math.cos(63 / 126.0 * Math.PI / 2);
    }

    @Test void aSumIsClampedToItsPortsRange() {
        Part part = rig.module("amp", "vca").cable("amp.in", 1, "note.gate").cable("amp.gain", 100, "note.gate")
                .cable("out.left", 1, "amp.out").build();
        strike(part, 60);
        assertEquals(8 * gain(), rig.left(1)[0], 1e-5);
    }

    @Test void aControllerSetsItsPortWithinTheSmoothingTime() {
        Part part = rig.module("amp", "vca", "gain", 0).controller(20, "amp.gain").cable("amp.in", 1, "note.gate")
                .cable("out.left", 1, "amp.out").build();
        strike(part, 60);
        rig.left(4);
        part.controller(20, 1, false);
        float[] ramp = rig.left(8);
        assertEquals(0.5 * gain(), ramp[119], 0.01, "half-way after 2.5 ms");
        assertEquals(gain(), ramp[240], 1e-5, "there after 5 ms");
        assertTrue(ramp[237] < 0.999 * gain(), "and not before");
    }

    @Test void theWheelBringsModulationAndTakesItAway() {
        Part part = rig.module("vib", "lfo", "rate", 50).module("amp", "vca", "gain", 0.5).cable("amp.in", 1, "note.gate")
                .cable("amp.gain", 0.25, "vib.out", "cc.1").cable("out.left", 1, "amp.out").build();
        strike(part, 60);
        float[] none = rig.left(20);
        part.players().controller(0, 1, 1, false);
        float[] full = Arrays.copyOfRange(rig.left(30), 10 * BLOCK, 30 * BLOCK);
        part.players().controller(0, 1, 0, false);
        float[] again = Arrays.copyOfRange(rig.left(20), 10 * BLOCK, 20 * BLOCK);
        assertEquals(0, Waves.steepestStep(none));
        assertEquals(0.75 * gain(), Waves.peak(full), 1e-3);
        assertEquals(0.5 * gain(), Waves.mean(again), 1e-6);
        assertEquals(0, Waves.steepestStep(again));
    }

    @Test void aLoopNeedsAFeedbackModule() {
        rig.module("a", "vca").module("b", "vca").cable("a.in", 1, "b.out").cable("b.in", 1, "a.out").cable("out.left", 1, "a.out");
        assertThrows(IllegalArgumentException.class, rig::build);
    }

    @Test void whatPlaysAPitchDoesNotBendIt() {
        rig.module("osc", "sine").cable("note.pitch", 1, "osc.out").cable("out.left", 1, "osc.out");
        assertThrows(IllegalArgumentException.class, rig::build);
    }

    @Test void aVibratoMayDependOnTheNote() {
        Part part = rig.module("vib", "lfo", "rate", 5).module("osc", "sine").cable("note.pitch", 1, "vib.out", "note.velocity")
                .cable("out.left", 1, "osc.out").build();
        strike(part, 69);
        assertTrue(Waves.peak(rig.left(10)) > 0.5);
    }

    @Test void aCableHasTwoEnds() {
        rig.module("osc", "sine").cable("out.left", 1, "osc.out").cable("filter.in", 1, "osc.out");
        assertEquals("there is no filter.in to cable to", assertThrows(IllegalArgumentException.class, rig::build).getMessage());
        PatchRig other = new PatchRig().module("osc", "sine").cable("out.left", 1, "osc.out").cable("out.right", 1, "filter.out");
        assertEquals("there is no filter.out to cable from here", assertThrows(IllegalArgumentException.class, other::build).getMessage());
    }

    @Test void feedbackComesOneBlockLater() {
        Part part = rig.module("loop", "feedback").module("sum", "mixer").cable("sum.in1", 1, "note.gate").cable("sum.in2", 0.5, "loop.out")
                .cable("loop.in", 1, "sum.out").cable("out.left", 1, "sum.out").build();
        strike(part, 60);
        float[] sound = rig.left(3);
        assertEquals(gain(), sound[BLOCK - 1], 1e-5);
        assertEquals(1.5 * gain(), sound[BLOCK], 1e-5);
        assertEquals(1.75 * gain(), sound[2 * BLOCK], 1e-5);
    }

    @Test void aVoiceWithoutAnEnvelopeFadesWhenItsKeyComesUp() {
        Part part = rig.module("osc", "sine").cable("out.left", 1, "osc.out").build();
        strike(part, 69);
        rig.left(10);
        part.voice(0).release(0, 0.5f);
        rig.left(300);
        assertEquals(0, rig.patch().sounding());
        assertTrue(rig.patch().isSilent());
    }

    @Test void aClearedPatchRepeatsItselfToTheBit() {
        Part part = rig.gatedNoise().build();
        strike(part, 60);
        float[] first = rig.left(20);
        rig.patch().clear();
        part.players().controller(0, 7, 1, true);
        strike(part, 60);
        assertArrayEquals(first, rig.left(20));
    }

    @Test void theNumberOfTheNoteAndNotTheLaneDecidesAboutRandomness() {
        Part part = rig.gatedNoise().build();
        strike(part, 60);
        float[] first = rig.left(20);
        rig.patch().clear();
        part.players().controller(0, 7, 1, true);
        part.voice(part.voices() - 1).start(0, 60, 60, 0, 1, 1, true);
        assertArrayEquals(first, rig.left(20));
        assertFalse(part.voice(0).isPlaying());
    }

    @Test void theWheelsOfAnOrganTurnWhileNoKeyIsDown() {
        float[] early = organ(0), late = organ(40);
        assertArrayEquals(Arrays.copyOfRange(early, 100 * BLOCK, 110 * BLOCK), Arrays.copyOfRange(late, 100 * BLOCK, 110 * BLOCK), 1e-5f);
    }

    /** The same key in one group after so many blocks. */
    private static float[] organ(int blocks) {
        PatchRig rig = new PatchRig();
        Part part = rig.module("organ", "tonewheels", "d16", 4).cable("out.left", 1, "organ.out").build();
        float[] all = Arrays.copyOf(rig.left(blocks), 110 * BLOCK);
        strike(part, 64);
        System.arraycopy(rig.left(110 - blocks), 0, all, blocks * BLOCK, (110 - blocks) * BLOCK);
        return all;
    }

    @Test void aNoteInOneGroupDoesNotChangeTheOrderInWhichGroupsAreSummed() {
        assertArrayEquals(threeGroupsAndANote(0, BLOCK), threeGroupsAndANote(0, 48, BLOCK), "the block in one piece and in two");
    }

    /** A tone in each of three groups; then, in a block of these pieces, one more in the last group. */
    private static float[] threeGroupsAndANote(int... cuts) {
        PatchRig rig = new PatchRig();
        Part part = rig.tone().build(new VoicesPlan(VoiceMode.POLY, 3 * LANES, Restrike.NEW, 0, Priority.LAST, 2, 2));
        for (int group = 0; group < 3; group++) {
            part.voice(group * LANES).start(0, 60.3f + 5 * group, 60, 0, 1, 1, true);
        }
        rig.left(3);
        rig.patch().maintain();
        for (int piece = 1; piece < cuts.length; piece++) {
            rig.patch().begin(cuts[piece - 1], cuts[piece]);
            if (cuts[piece] == BLOCK) {
                part.voice(2 * LANES + 1).start(50, 72, 72, 0, 1, 2, true);
            }
            rig.patch().finish(cuts[piece - 1], cuts[piece]);
        }
        assertEquals(4, rig.patch().sounding());
        return rig.patch().output().data.clone();
    }
}
