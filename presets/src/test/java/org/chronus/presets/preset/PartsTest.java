package org.chronus.presets.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.IntStream;

import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.modules.patch.plan.PatchPlan.Priority;
import org.chronus.modules.patch.plan.PatchPlan.Restrike;
import org.chronus.modules.patch.plan.PatchPlan.VoiceMode;
import org.chronus.modules.patch.plan.PatchPlan.VoicesPlan;
import org.chronus.modules.patch.plan.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {
    private static String split(String bassKeys, String rest) {
        return """
                chronus: 1
                parts:
                  bass: {%s, modules: {osc: {type: saw}}, cables: [osc -> out]}
                  lead: {modules: {osc: {type: saw}}, cables: [osc -> out]}
                """.formatted(bassKeys) + rest;
    }

    private static String voices(String description) {
        return Texts.VOICE + "voices: {" + description + "}\n";
    }

    @Test void sixteenVoicesAreNormal() {
        assertEquals(new VoicesPlan(VoiceMode.POLY, 16, Restrike.NEW, 0, Priority.LAST, 2, 2), Texts.part(Texts.VOICE).voices());
    }

    @Test void voicesAreReadAsWritten() {
        assertEquals(new VoicesPlan(VoiceMode.POLY, 256, Restrike.NEW, 0.1f, Priority.LOWEST, 2, 12),
                Texts.part(voices("mode: poly, count: 256, glide: 100 ms, priority: lowest, bend: [2 st, 12 st]")).voices());
        assertEquals(new VoicesPlan(VoiceMode.MONO, 1, Restrike.NEW, 0, Priority.LAST, 12, 12), Texts.part(voices("mode: mono, bend: 1 oct"))
                .voices());
        assertEquals(12, Texts.part(voices("bend: [2 st, -12 st]")).voices().bendDown());
    }

    @Test void thereAreOneTo256Voices() {
        assertEquals("p.yaml:7:17: 0 is out of range: count is 1 .. 256, not 0.", Texts.only(voices("count: 0")));
        assertEquals("p.yaml:7:17: 257 is out of range: count is 1 .. 256, not 257.", Texts.only(voices("count: 257")));
        assertEquals("p.yaml:7:17: count is a whole number: write 2", Texts.only(voices("count: 2.5")));
    }

    @Test void aSinglePlayerHasOneVoice() {
        assertEquals("p.yaml:7:29: a mono part has one voice: remove count, or write mode: poly", Texts.only(voices("mode: mono, count: 4")));
    }

    @Test void anUnknownModeListsAll() {
        assertEquals("p.yaml:7:16: \"mon\" is no mode: did you mean mono? choose from poly, mono, legato", Texts.only(voices("mode: mon")));
    }

    @Test void polyphonyIsACount() {
        assertEquals("p.yaml:7:10: voices has no \"polyphony\": did you mean count?", Texts.only(voices("polyphony: 4")));
        assertEquals("p.yaml:7:9: voices needs keys with values: write for example voices: {mode: poly, count: 16}",
                Texts.only(Texts.VOICE + "voices: 8\n"));
    }

    @Test void aBendHasTwoEnds() {
        assertEquals("p.yaml:7:16: bend has two ends, up and down: write for example [2 st, 12 st]", Texts.only(voices("bend: [2 st]")));
    }

    @ParameterizedTest @CsvSource({"C4 .., 60, 127", ".. B3, 0, 59", "C2 .. B4, 36, 71", "C4..C4, 60, 60", "F#3, 54, 54", "Bb3 .. 72, 58, 72",
        ".., 0, 127", "C-1 .. G9, 0, 127"})
    void keysAreARange(String keys, int lowest, int highest) {
        PartPlan bass = Texts.part(split("keys: " + keys, ""));
        assertEquals(List.of(lowest, highest), List.of(bass.lowestKey(), bass.highestKey()));
    }

    @Test void keysMayBeSeveral() {
        PartPlan hats = Texts.part(split("keys: \"F#2, G#2, A2 .. B2\"", ""));
        assertEquals(List.of(42, 44, 45, 46, 47), IntStream.range(0, 128).filter(hats.keys()::has).boxed().toList());
        assertEquals(List.of(42, 47, 42, 44, 47), List.of(hats.lowestKey(), hats.highestKey(), hats.keys().nearest(43), hats.keys().nearest(44),
                hats.keys().nearest(100)));
        assertEquals("p.yaml:3:16: \"\" is no range of keys: write for example C4 .., .. B3 or C2 .. B4", Texts.only(split("keys: 'C4, '", "")));
    }

    @Test void keysEndAtG9() {
        assertEquals("p.yaml:3:16: C2 .. G#9 is out of range: keys are C-1 .. G9 (0 .. 127)", Texts.only(split("keys: C2 .. G#9", "")));
    }

    @Test void theLowerKeyComesFirst() {
        assertEquals("p.yaml:3:16: the range C4 .. C2 is empty: write the lower key first: C2 .. C4", Texts.only(split("keys: C4 .. C2", "")));
    }

    @Test void keysAreNoSentence() {
        assertEquals("p.yaml:3:16: \"C4 to C5\" is no range of keys: write for example C4 .., .. B3 or C2 .. B4",
                Texts.only(split("keys: C4 to C5", "")));
    }

    @Test void aPartHasItsOwnChannelPitchLevelAndPedals() {
        PartPlan bass = Texts.part(split("channel: 16, transpose: -1 oct, level: 50 %, pedals: no", ""));
        assertEquals(15, bass.channel());
        assertEquals(-12, bass.transpose());
        assertEquals(0.5f, bass.level());
        assertFalse(bass.pedals());
    }

    @Test void channelsAreOneToSixteen() {
        assertEquals("p.yaml:3:19: 0 is out of range: channel is 1 .. 16, not 0.", Texts.only(split("channel: 0", "")));
    }

    @Test void theMixCallsPartsByName() {
        assertEquals(List.of(new Source.PartOutput("bass"), new Source.PartOutput("lead")),
                Texts.good(split("level: 1", "mix: {cables: [bass * 0.5 -> out, lead -> out]}\n")).plan().mix().cables().stream()
                        .map(cable -> cable.sources().getFirst()).toList());
    }

    @Test void aPartMissingInTheMixIsSuspicious() {
        assertEquals("p.yaml:5:6: in the mix the part lead reaches no output: cable it: lead -> out",
                Texts.onlyWarning(split("level: 1", "mix: {cables: [bass -> out]}\n")));
    }

    @Test void aPartHasNoPortsInTheMix() {
        assertEquals("p.yaml:5:16: bass has no ports in the mix: write bass", Texts.only(split("level: 1", "mix: {cables: [bass.out -> out]}\n")));
    }

    @Test void partsStandInThePlaceOfModules() {
        assertEquals("p.yaml:5:1: modules beside parts: move it into one of the parts", Texts.only(split("level: 1", "modules: {}\n")));
    }

    @Test void thereIsAPart() {
        assertEquals("p.yaml:2:8: parts is empty: describe one, or remove parts", Texts.only("chronus: 1\nparts: {}\n"));
    }

    @Test void aPartIsNotCalledVoices() {
        assertEquals("p.yaml:3:3: voices is a reserved name: choose another, such as voices1",
                Texts.only(split("level: 1", "").replace("bass:", "voices:")));
    }

    @Test void aPartHasKnownKeys() {
        assertEquals("p.yaml:3:10: a part has no \"key\": did you mean keys?", Texts.only(split("key: C4", "")));
    }

    @Test void everyPartReachesOut() {
        assertEquals("p.yaml:4:47: nothing reaches out: cable the last module to it, such as \"osc -> out\"",
                Texts.only(split("level: 1", "").replaceFirst("(?s)(lead: .*)\\[osc -> out\\]", "$1[]")));
    }

    @Test void theMixAndTheVoicesShareNoNames() {
        assertEquals("p.yaml:7:17: amp is there twice, in the mix and among the voices: rename one",
                Texts.only(Texts.VOICE + "mix: {modules: {amp: {type: vca, gain: 1}}, cables: [voices -> amp -> out]}\n"));
    }
}
