package org.chronus.presets.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.chronus.presets.preset.Texts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class YamlRulesTest {
    @Test void anEmptyFileIsNoPreset() {
        assertEquals("p.yaml:1:1: the file is empty: begin with \"chronus: 1\"", Texts.only(""));
        assertEquals("p.yaml:1:1: the file is empty: begin with \"chronus: 1\"", Texts.only("# nothing yet\n"));
    }

    @Test void aSentenceIsNoPreset() {
        assertEquals("p.yaml:1:1: this is not a preset: begin with \"chronus: 1\" and a name", Texts.only("hello"));
    }

    @Test void tabsDoNotIndent() {
        assertEquals("p.yaml:3:1: a tab: YAML indents with spaces: write two spaces instead",
                Texts.only("chronus: 1\nmodules:\n\tosc: {type: saw}\n"));
    }

    @Test void aColonNeedsASpace() {
        assertEquals("p.yaml:2:6: a space is missing after the colon: write \"name: Lead\"", Texts.only("chronus: 1\nname:Lead\nlevel: 1\n"));
    }

    @Test void aColonInBracesNeedsASpace() {
        assertEquals("p.yaml:6:25: a space is missing after the colon: write \"cutoff: 700\"", Texts.aboutModule("{type: svf, cutoff:700}"));
    }

    @Test void aColonBelowAKeyNeedsASpace() {
        assertEquals("p.yaml:8:9: a space is missing after the colon: write \"count: 8\"", Texts.only(Texts.VOICE + "voices:\n  count:8\n"));
    }

    @Test void theFirstLineNeedsASpaceToo() {
        assertEquals("p.yaml:1:9: a space is missing after the colon: write \"chronus: 1\"", Texts.only("chronus:1"));
    }

    @Test void everyTabAndColonIsToldAtOnce() {
        assertEquals(2, Texts.said("chronus: 1\nmodules:\n\tosc: {type: saw}\nname:Lead\n").size());
    }

    @Test void anOpenBraceIsFound() {
        assertEquals("p.yaml:3:1: expected ',' or '}', but got <scalar> while parsing a flow mapping: "
                + "check the indentation, brackets and quotes here and in the line above",
                Texts.only("chronus: 1\nmodules: {osc: {type: saw}\ncables: []\n"));
    }

    @Test void anchorsAreRefused() {
        assertEquals("p.yaml:7:7: an anchor (&): presets have none: write it out, or in quotes if it is a text",
                Texts.only(Texts.VOICE + "name: &lead Lead\n"));
    }

    @Test void aliasesAreRefused() {
        assertEquals(List.of("p.yaml:7:7: an anchor (&): presets have none: write it out, or in quotes if it is a text",
                "p.yaml:8:7: an alias (*): presets have none: write it out, or in quotes if it is a text"),
                Texts.said(Texts.VOICE + "name: &a \"5\"\nhold: *a\n").subList(0, 2));
    }

    @Test void tagsAreRefused() {
        assertEquals("p.yaml:7:7: a tag (!): presets have none: remove it, or put the text in quotes",
                Texts.only(Texts.VOICE + "name: !!str Lead\n"));
    }

    @Test void aKeyStandsOnce() {
        assertEquals("p.yaml:8:1: name is there twice: it is in line 7 already: remove or rename one",
                Texts.only(Texts.VOICE + "name: A\nname: B\n"));
    }

    @Test void aFileIsOneDocument() {
        assertEquals("p.yaml:7:1: a second document begins here: write one preset or bank to a file, without ---",
                Texts.only(Texts.VOICE + "---\nchronus: 1\n"));
    }

    @Test void aKeyIsAWord() {
        assertEquals("p.yaml:7:3: a list or map in the place of a key: write a word before the colon", Texts.only(Texts.VOICE + "? [a]\n: b\n"));
    }

    @Test void aPitOfBracketsHasABottom() {
        assertEquals("p.yaml:1:26: nested too deep: a preset needs no more than six levels", Texts.only("[".repeat(5_000)));
    }

    @Test void aMebibyteIsTooMuch() {
        assertEquals("p.yaml: it is larger than 1 MiB: a preset or bank has a few kilobytes; is this the right file?",
                Texts.only("#".repeat((1 << 20) + 1)));
    }

    @Test void controlCharactersAreNoText() {
        assertEquals("p.yaml: it is not a text that can be read: save it as plain UTF-8 text", Texts.only("name: \u0007\n"));
    }

    @Test void aHashTakesTheRestOfAName() {
        assertEquals("p.yaml:7:12: \"#2\" is taken for a comment: if it belongs to the name, put all of it in quotes: \"Lead #2\"",
                Texts.onlyWarning(Texts.VOICE + "name: Lead #2\n"));
    }

    @Test void aHashMayBeginAName() {
        assertEquals("p.yaml:7:6: name has no value: write for example name: Soft lead, in quotes if it has a #",
                Texts.only(Texts.VOICE + "name: #2\n"));
    }

    @Test void aCommentAfterANameIsFine() {
        assertEquals("Lead", Texts.good(Texts.VOICE + "name: Lead # the second\n").name());
        assertEquals("Lead #2", Texts.good(Texts.VOICE + "name: \"Lead #2\" #quoted\n").name());
    }

    @Tag("L13")
    @Test void wordsThatYamlTakesForOthersStayWords() {
        assertEquals("no", Texts.good(Texts.VOICE + "name: no\n").name());
        assertEquals("0:5", Texts.good(Texts.VOICE + "name: 0:5\n").name());
        assertEquals("010", Texts.good(Texts.VOICE + "name: 010\n").name());
    }

    @Test void windowsLineEndsAndByteOrderMarksAreFine() {
        assertEquals("Lead", Texts.good("\uFEFF" + (Texts.VOICE + "name: Lead\n").replace("\n", "\r\n")).name());
    }

    @Test void allErrorsAreToldAtOnceInTheOrderOfTheFile() {
        assertEquals(List.of(1, 3, 4, 6), Texts.read("""
                chronus: 2
                modules:
                  osc: {type: sow}
                  amp: {type: vca, gian: 1}
                cables: [amp -> out]
                leval: 1
                """).problems().stream().map(Problem::line).toList());
    }
}
