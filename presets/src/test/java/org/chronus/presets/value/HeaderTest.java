package org.chronus.presets.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.Texts;
import org.chronus.presets.preset.Transition;
import org.chronus.presets.text.ReadResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {
    @Test void theVersionIsOne() {
        assertEquals("p.yaml:1:10: this version of the language is unknown: write \"chronus: 1\", or use a newer Chronus for a newer file",
                Texts.only(Texts.VOICE.replace("chronus: 1", "chronus: 2")));
    }

    @Test void theVersionIsThere() {
        assertEquals("p.yaml:1:1: the version is missing: begin with \"chronus: 1\"", Texts.only(Texts.VOICE.replace("chronus: 1\n", "name: A\n")));
    }

    @Test void anUnknownKeyIsNearAnother() {
        assertEquals("p.yaml:7:1: a preset has no \"transistion\": did you mean transition?", Texts.only(Texts.VOICE + "transistion: cut\n"));
    }

    @Test void wordsOfOtherInstrumentsAreUnderstood() {
        assertEquals("p.yaml:7:1: a preset has no \"volume\": did you mean level?", Texts.only(Texts.VOICE + "volume: 1\n"));
        assertEquals("p.yaml:7:1: a preset has no \"bpm\": did you mean tempo?", Texts.only(Texts.VOICE + "bpm: 1\n"));
    }

    @Test void theFileNamesAPresetThatDoesNot() {
        assertEquals("glide-lead", Texts.reader().read(Texts.VOICE, "a/b/glide-lead.yaml").value().name());
    }

    @Test void aNameIsNotEmpty() {
        assertEquals("p.yaml:7:7: this is no name: a name is one line of 1 to 100 characters", Texts.only(Texts.VOICE + "name: \" \"\n"));
    }

    @Test void transitionHoldAndSilenceAreRead() {
        Preset preset = Texts.good(Texts.VOICE + "transition: crossfade\nhold: 1500 ms\nsilent: yes\n");
        assertEquals(Transition.CROSSFADE, preset.transition());
        assertEquals(1.5, preset.holdSeconds());
        assertTrue(preset.silent());
    }

    @Test void anUnknownTransitionListsAll() {
        assertEquals("p.yaml:7:13: \"fade\" is no transition: choose from ring, crossfade, cut", Texts.only(Texts.VOICE + "transition: fade\n"));
    }

    @Test void yesAndNoAreTheOnlyAnswers() {
        assertEquals("p.yaml:7:9: \"perhaps\" is no silent: choose from yes, no", Texts.only(Texts.VOICE + "silent: perhaps\n"));
    }

    @Tag("L13")
    @ParameterizedTest
    @CsvSource({"yes, true", "true, true", "'\"yes\"', true", "no, false", "false, false", "'\"no\"', false"})
    void yesIsYesAndNoIsNo(String answer, boolean meaning) {
        assertEquals(meaning, Texts.good(Texts.VOICE + "silent: " + answer + "\n").silent());
    }

    @Tag("L13")
    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "1", "\"0\"", "off", "on", "No", "null", "~", "[]"})
    void whatIsNeitherIsNotTakenForYes(String answer) {
        ReadResult<Preset> reading = Texts.read(Texts.VOICE + "silent: " + answer + "\n");
        assertTrue(reading.found().isEmpty(), "it is refused");
        assertTrue(reading.problems().getFirst().toString().startsWith("p.yaml:7:9: "), reading.problems().toString());
    }

    @Test void theTempoHasBounds() {
        assertEquals("p.yaml:7:8: 5 is out of range: tempo is 10 .. 1000, not 5.", Texts.only(Texts.VOICE + "tempo: 5 bpm\n"));
    }

    @Test void theTempoCountsWhereverItStands() {
        String text = Texts.VOICE.replace("{type: adsr}", "{type: adsr, attack: 1 beat}");
        assertEquals(1, Texts.part(text + "tempo: 60\n").graph().modules().get(1).values().get("attack"));
        assertEquals(60, Texts.read(text + "tempo: 60\n").value().plan().tempo());
        assertEquals(0.5f, Texts.part(text).graph().modules().get(1).values().get("attack"));
    }

    @Test void aBankIsNoPreset() {
        assertEquals("p.yaml:1:1: this is a bank: give a preset, or one of its programs",
                Texts.only("chronus: 1\nbank: Gig\nprograms: {0: a.yaml}\n"));
    }
}
