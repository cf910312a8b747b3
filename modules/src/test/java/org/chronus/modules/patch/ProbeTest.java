package org.chronus.modules.patch;

import static org.chronus.modules.Module.BLOCK;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.chronus.modules.patch.plan.Source;
import org.chronus.modules.patch.plan.Source.ModuleOutput;
import org.junit.jupiter.api.Test;

/** What a probe hears of a patch, and that the patch does not hear the probe. */
class ProbeTest {
    private static final int BLOCKS = 40;
    private static final Probe.Place OSCILLATOR = new Probe.Place("voices", new ModuleOutput("osc", "out")),
            AMPLIFIER = new Probe.Place("voices", new ModuleOutput("amp", "out")),
            PART = new Probe.Place("voices", new Source.PartOutput("voices"));

    /** The left side of what is heard, block after block. */
    private static final class Ears implements Probe.Listener {
        final float[] left = new float[BLOCKS * BLOCK];
        int frames;

        @Override public void heard(float[] l, float[] r, int start, int limit) {
            System.arraycopy(l, start, left, frames, limit - start);
            frames += limit - start;
        }
    }

    private final PatchRig rig = new PatchRig();
    private final Ears ears = new Ears();

    private static void strike(Part part, int voice, float key) {
        part.voice(voice).start(0, key, key, 0, 1, 1, true);
    }

    private float[] heard(Probe.Place place, int... keys) {
        PatchRig fresh = new PatchRig();
        Part part = fresh.tone().build();
        Ears there = new Ears();
        fresh.patch().probes().listen(place, there);
        for (int i = 0; i < keys.length; i++) {
            strike(part, i, keys[i]);
        }
        fresh.left(BLOCKS);
        assertEquals(BLOCKS * BLOCK, there.frames);
        return there.left;
    }

    @Test void aPatchSaysWhereOneCanListen() {
        rig.tone().module("idle", "sine").build();
        assertEquals(List.of(OSCILLATOR, AMPLIFIER, PART), rig.patch().probes().places());
    }

    @Test void thePartIsHeardAsTheMixHearsIt() {
        Part part = rig.tone().build();
        rig.patch().probes().listen(PART, ears);
        strike(part, 0, 69);
        assertArrayEquals(rig.left(BLOCKS), ears.left);
    }

    /** The oscillator's block is another module's a moment later. */
    @Test void aModuleIsHeardBeforeItsBlockIsUsedAgain() {
        float[] wave = heard(OSCILLATOR, 69);
        double worst = IntStream.range(1, wave.length - 1)
                .mapToDouble(i -> Math.abs(wave[i + 1] + wave[i - 1] - 2 * Math.cos(2 * Math.PI * 440 / PatchRig.RATE) * wave[i])).max().orElseThrow();
        assertEquals(0, worst, 1e-4, "it is a sine of 440 Hz");
        assertTrue(IntStream.range(0, wave.length).mapToDouble(i -> wave[i]).max().orElseThrow() > 0.99);
    }

    @Test void voicesAddUpAndThoseThatDoNotPlayAreNotHeard() {
        float[] low = heard(OSCILLATOR, 57), high = heard(OSCILLATOR, 64), both = heard(OSCILLATOR, 57, 64);
        for (int i = 0; i < both.length; i++) {
            assertEquals(low[i] + high[i], both[i], 1e-6, "frame " + i);
        }
    }

    @Test void theSoundIsTheSameToTheBit() {
        Part part = rig.tone().build();
        strike(part, 0, 60);
        float[] without = rig.left(BLOCKS);
        PatchRig other = new PatchRig();
        Part again = other.tone().build();
        other.patch().probes().listen(OSCILLATOR, ears);
        strike(again, 0, 60);
        assertArrayEquals(without, other.left(BLOCKS));
    }

    @Test void aNoteInTheMiddleOfABlockIsHeardFromThere() {
        Part part = rig.tone().build();
        rig.patch().probes().listen(AMPLIFIER, ears);
        rig.patch().begin(0, BLOCK);
        part.voice(0).start(BLOCK / 2, 69, 69, 0, 1, 1, true);
        rig.patch().finish(0, BLOCK);
        assertEquals(0, IntStream.range(0, BLOCK / 2).mapToDouble(i -> Math.abs(ears.left[i])).sum());
        assertTrue(IntStream.range(BLOCK / 2, BLOCK).mapToDouble(i -> Math.abs(ears.left[i])).sum() > 1);
    }

    @Test void nobodyListensAfterTheEndOrAClear() {
        Part part = rig.tone().build();
        rig.patch().probes().listen(PART, ears);
        strike(part, 0, 69);
        rig.left(1);
        rig.patch().probes().end();
        rig.left(1);
        assertEquals(BLOCK, ears.frames);
        rig.patch().probes().listen(PART, ears);
        rig.patch().clear();
        rig.left(1);
        assertEquals(BLOCK, ears.frames);
    }
}
