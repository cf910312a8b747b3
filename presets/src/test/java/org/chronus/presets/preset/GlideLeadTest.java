package org.chronus.presets.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.chronus.modules.patch.plan.PatchPlan.ControllerPlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.modules.patch.plan.PatchPlan.Priority;
import org.chronus.modules.patch.plan.PatchPlan.Restrike;
import org.chronus.modules.patch.plan.PatchPlan.VoiceMode;
import org.chronus.modules.patch.plan.PatchPlan.VoicesPlan;
import org.junit.jupiter.api.Test;

/** A preset with a bit of everything. */
class GlideLeadTest {
    private final Preset preset = Texts.good(text());
    private final PartPlan part = preset.plan().parts().getFirst();

    private static String text() {
        try {
            return Texts.resource("glide-lead.yaml");
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    @Test void hasANameAndTheUsualTransition() {
        assertEquals("Glide lead", preset.name());
        assertEquals(Transition.RING, preset.transition());
        assertEquals(5, preset.holdSeconds());
        assertFalse(preset.silent());
        assertEquals("p.yaml", preset.origin());
    }

    @Test void minusSixDecibelsAreAFactorOfAHalf() {
        assertEquals(0.5012f, preset.plan().level(), 1e-4f);
    }

    @Test void isOnePartForAllKeysAndChannels() {
        assertEquals(1, preset.plan().parts().size());
        assertEquals("voices", part.id());
        assertEquals(List.of(0, 127, -1), List.of(part.lowestKey(), part.highestKey(), part.channel()));
        assertTrue(part.pedals());
    }

    @Test void glidesFromKeyToKeyWithOneVoice() {
        assertEquals(new VoicesPlan(VoiceMode.LEGATO, 1, Restrike.NEW, 0.07f, Priority.LAST, 2, 12), part.voices());
    }

    @Test void valuesAreInTheUnitsOfTheirPorts() {
        assertEquals(new ModulePlan("osc2", Texts.type("pulse"), false, Map.of("tune", -12.06f, "width", 0.35f), Map.of()),
                part.graph().modules().get(1));
        assertEquals(new ModulePlan("fenv", Texts.type("adsr"), false, Map.of("attack", 0.004f, "decay", 0.4f, "sustain", 0.3f, "release", 0.2f),
                Map.of()), part.graph().modules().get(3));
    }

    @Test void oneVibratoServesAllVoices() {
        assertEquals(List.of("vib"), part.graph().modules().stream().filter(ModulePlan::perPatch).map(ModulePlan::id).toList());
    }

    @Test void cablesAreNamedInFull() {
        assertEquals(List.of(
                Texts.cable("filter.in", 1, "osc1.out"),
                Texts.cable("filter.in", 0.6f, "osc2.out"),
                Texts.cable("amp.in", 1, "filter.out"),
                Texts.cable("out.left", 1, "amp.out"),
                Texts.cable("out.right", 1, "amp.out"),
                Texts.cable("amp.gain", 1, "env.out"),
                Texts.octaves("filter.cutoff", 1.5f, "fenv.out"),
                Texts.octaves("filter.cutoff", 2, "fenv.out", "note.velocity"),
                Texts.octaves("filter.cutoff", 0.6f, "note.octave"),
                Texts.cable("note.pitch", 0.45f, "vib.out", "cc.1")), part.graph().cables());
    }

    @Test void threeQuartersOfABeatAt112AreFourTenthsOfASecond() {
        assertEquals(0.75f * 60 / 112, preset.plan().mix().modules().getFirst().values().get("time"), 1e-6f);
    }

    @Test void theMixLeadsTheVoicesThroughTheEcho() {
        assertEquals(List.of(Texts.cable("echo.in", 1, "voices"), Texts.cable("out", 1, "echo.out")),
                preset.plan().mix().cables());
    }

    @Test void controllersSetTheVoiceAndTheMix() {
        assertEquals(Map.of(
                74, List.of(new ControllerPlan(Texts.input("filter.cutoff"), 150, 9_000, false)),
                91, List.of(new ControllerPlan(Texts.input("echo.mix"), 0, 0.5f, false),
                        new ControllerPlan(Texts.input("echo.feedback"), 0.2f, 0.6f, false))),
                part.controllers());
    }
}
