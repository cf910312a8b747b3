package org.chronus.presets.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.chronus.presets.preset.Texts;
import org.junit.jupiter.api.Test;

class ModulesTest {
    @Test void aWrongTypeIsNearAnother() {
        assertEquals("p.yaml:6:13: there is no module type \"swa\": did you mean saw?", Texts.aboutModule("{type: swa}"));
    }

    @Test void typesOfOtherInstrumentsAreUnderstood() {
        assertEquals("p.yaml:6:13: there is no module type \"lpf\": did you mean svf?", Texts.aboutModule("{type: lpf}"));
        assertEquals("p.yaml:6:13: there is no module type \"hpf\": did you mean svf?", Texts.aboutModule("{type: hpf}"));
        assertEquals("p.yaml:6:13: there is no module type \"lowpass\": did you mean svf?", Texts.aboutModule("{type: lowpass}"));
    }

    @Test void aStrangeTypeListsTheFirst() {
        String said = Texts.aboutModule("{type: theremin}");
        assertTrue(said.startsWith("p.yaml:6:13: there is no module type \"theremin\": there are "), said);
        assertTrue(said.contains(" adsr, ") && said.endsWith(" ..."), said);
    }

    @Test void aModuleHasAType() {
        assertEquals("p.yaml:6:3: m has no type: write for example osc: {type: saw}", Texts.aboutModule("{cutoff: 1 kHz}"));
        assertEquals("p.yaml:6:6: m needs keys with values: write for example osc: {type: saw}", Texts.aboutModule("svf"));
    }

    @Test void aWrongPortIsNearAnother() {
        assertEquals("p.yaml:6:18: svf has no \"cutof\": did you mean cutoff?", Texts.aboutModule("{type: svf, cutof: 1 kHz}"));
    }

    @Test void portsOfOtherInstrumentsAreUnderstood() {
        assertEquals("p.yaml:6:18: svf has no \"freq\": did you mean cutoff?", Texts.aboutModule("{type: svf, freq: 1 kHz}"));
        assertEquals("p.yaml:6:18: saw has no \"frequency\": did you mean pitch?", Texts.aboutModule("{type: saw, frequency: 440 Hz}"));
        assertEquals("p.yaml:6:18: svf has no \"q\": did you mean damping?", Texts.aboutModule("{type: svf, q: 1}"));
        assertEquals("p.yaml:6:18: vca has no \"volume\": did you mean gain?", Texts.aboutModule("{type: vca, volume: 1}"));
    }

    @Test void aChoiceIsReadAsItIsWritten() {
        assertEquals(Map.of("shape", "random"), Texts.module("{type: lfo, shape: random}").choices());
    }

    @Test void aWrongChoiceListsAll() {
        String said = Texts.aboutModule("{type: lfo, shape: sin}");
        assertTrue(said.matches("p.yaml:6:25: \"sin\" is no shape: did you mean sine\\? choose from .*random.*"), said);
    }

    @Test void namesAreSmallLetters() {
        assertEquals("p.yaml:6:3: \"Osc 1\" is no name for a module or part: names are lower case letters, digits and _; write osc_1",
                Texts.only(Texts.VOICE.replace("cables:", "  Osc 1: {type: saw}\ncables:")));
        assertEquals("p.yaml:6:3: \"1st\" is no name for a module or part: names are lower case letters, digits and _; write st",
                Texts.only(Texts.VOICE.replace("cables:", "  1st: {type: saw}\ncables:")));
    }

    @Test void theNamesOfSourcesAreReserved() {
        for (String name : new String[] {"note", "out", "cc", "bend", "voices"}) {
            assertEquals("p.yaml:6:3: " + name + " is a reserved name: choose another, such as " + name + "1",
                    Texts.only(Texts.VOICE.replace("cables:", "  " + name + ": {type: saw}\ncables:")));
        }
    }

    @Test void aModuleIsThePatchsOrTheVoices() {
        assertTrue(Texts.module("{type: lfo, per: patch}").perPatch());
        assertEquals("p.yaml:6:23: \"part\" is no per: choose from patch, voice", Texts.aboutModule("{type: lfo, per: part}"));
    }

    @Test void theMixHasNoVoices() {
        assertEquals("p.yaml:7:37: per is for modules of a voice: remove it: the mix has one of each anyway",
                Texts.only(Texts.VOICE + "mix: {modules: {f: {type: svf, per: patch}}, cables: [voices -> f -> out]}\n"));
    }

    @Test void thereIsAnEndToModules() {
        StringBuilder text = new StringBuilder(Texts.VOICE.replace("cables: [osc", "cables: [osc, a0").lines().limit(5)
                .reduce("", (a, b) -> a + b + "\n"));
        for (int i = 0; i < 300; i++) {
            text.append("  a").append(i).append(": {type: saw}\n");
        }
        assertTrue(Texts.said(text.toString()).stream()
                .anyMatch(said -> said.endsWith("more than 256 modules: no machine runs that many for each voice")));
    }
}
