package org.chronus.presets.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.chronus.presets.preset.Texts;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;
import org.junit.jupiter.api.Test;

class BankReaderTest {
    private static final String HEAD = "chronus: 1\nbank: Gig\n";

    /** Knows every preset but those with "missing" in their names. */
    private final BankReader reader = new BankReader((reference, bank) -> reference.contains("missing")
            ? ReadResult.refused(reference, "there is no such preset", "did you mean another?")
            : ReadResult.of(PresetFile.of(reference, Texts.VOICE)));

    private Bank good(String text) {
        ReadResult<Bank> reading = reader.read(text, "b.yaml");
        assertEquals(List.of(), reading.problems());
        return reading.value();
    }

    private String only(String text) {
        List<Problem> problems = reader.read(text, "b.yaml").problems();
        assertEquals(1, problems.size(), problems::toString);
        return problems.getFirst().toString();
    }

    @Test void aSetListIsReadAsItIsWritten() throws IOException {
        Bank bank = good(Texts.resource("gig.yaml"));
        assertEquals("Friday gig", bank.name());
        assertEquals(1, bank.first());
        assertEquals(Optional.of(new BankEntry("stage-tine.yaml", 1, 0)), bank.find(0, 0));
        assertEquals(Optional.of(new BankEntry("choir.yaml", 1, 0)), bank.find(3, 0));
        assertEquals(bank.find(3, 0), bank.find(3 * 128, 0), "sent by CC 0 alone");
        assertEquals(Optional.empty(), bank.find(0, 5));
        assertEquals(Optional.empty(), bank.find(7, 0));
    }

    @Test void aProgramMayBeSofterAndLower() throws IOException {
        BankEntry entry = good(Texts.resource("gig.yaml")).find(0, 1).orElseThrow();
        assertEquals(0.794, entry.levelFactor(), 1e-3);
        assertEquals(-12, entry.transposeSemitones());
    }

    @Test void programsAreInOrder() {
        Bank bank = good(HEAD + "programs: {9: a.yaml, 2: b.yaml, 40: c.yaml}\n");
        assertEquals(List.of(2, 9, 40), List.copyOf(bank.programs(0).keySet()));
        assertEquals(9, bank.programs(0).higherKey(2));
    }

    @Test void aSetHasItsOwnOrder() {
        Bank bank = good(HEAD + "first: 1\nprograms: {1: a.yaml, 5: b.yaml}\nbanks: {3: {2: c.yaml}}\nset: [5, 1, {bank: 3, program: 2}, 5]\n");
        assertEquals(List.of(new ProgramAddress(0, 4), new ProgramAddress(0, 0), new ProgramAddress(3, 1), new ProgramAddress(0, 4)),
                bank.order());
    }

    @Test void withoutASetTheOrderIsThatOfTheFirstBank() {
        Bank bank = good(HEAD + "programs: {9: a.yaml, 2: b.yaml}\nbanks: {3: {0: c.yaml}}\n");
        assertEquals(List.of(new ProgramAddress(0, 2), new ProgramAddress(0, 9)), bank.order());
    }

    @Test void aSetHasOnlyWhatThereIs() {
        String bank = HEAD + "programs: {0: a.yaml}\n";
        assertEquals("b.yaml:4:10: there is no program 7: list it under programs, or take it out of the set", only(bank + "set: [0, 7]\n"));
        assertEquals("b.yaml:4:7: there is no program 0 in bank 2: list it under programs, or take it out of the set",
                only(bank + "set: [{bank: 2, program: 0}]\n"));
        assertEquals("b.yaml:4:7: this place of the set has no program: write for example set: [3, 0, {bank: 2, program: 5}]",
                only(bank + "set: [{bank: 2}]\n"));
        assertEquals("b.yaml:4:6: the set is empty: list its programs, or leave it out", only(bank + "set: []\n"));
        assertTrue(only(bank + "set: 0\n").contains("write for example set: [3, 0,"));
    }

    @Test void programsEndAt127() {
        assertEquals("b.yaml:3:12: there is no program \"128\": programs are 0 .. 127 here (first: 0)", only(HEAD + "programs: {128: a.yaml}\n"));
        assertEquals("b.yaml:4:12: there is no program \"0\": programs are 1 .. 128 here (first: 1)",
                only(HEAD + "first: 1\nprograms: {0: a.yaml}\n"));
        assertEquals("b.yaml:3:12: there is no program \"one\": programs are 0 .. 127 here (first: 0)", only(HEAD + "programs: {one: a.yaml}\n"));
    }

    @Test void aKeyboardCountsFromZeroOrOne() {
        assertEquals("b.yaml:3:8: 2 is out of range: first is 0 .. 1, not 2.", only(HEAD + "first: 2\nprograms: {2: a.yaml}\n"));
    }

    @Test void aProgramIsThereOnce() {
        assertEquals("b.yaml:3:23: 0 is there twice: it is in line 3 already: remove or rename one",
                only(HEAD + "programs: {0: a.yaml, 0: b.yaml}\n"));
        assertEquals("b.yaml:3:23: program 00 of bank 0 is there twice: remove one", only(HEAD + "programs: {0: a.yaml, 00: b.yaml}\n"));
        assertEquals("b.yaml:4:13: program 0 of bank 0 is there twice: remove one", only(HEAD + "programs: {0: a.yaml}\nbanks: {0: {0: b.yaml}}\n"));
    }

    @Test void aMissingPresetIsToldAtItsPlace() {
        assertEquals("b.yaml:3:15: \"missing.yaml\": there is no such preset: did you mean another?", only(HEAD + "programs: {0: missing.yaml}\n"));
    }

    @Test void oneMissingPresetDoesNotTakeTheOthersAway() {
        ReadResult<Bank> reading = reader.read(HEAD + "programs: {0: missing.yaml, 1: a.yaml}\n", "b.yaml");
        assertFalse(reading.isGood());
        assertEquals(List.of(1), List.copyOf(reading.value().programs(0).keySet()));
    }

    @Test void everythingIsToldAtOnce() {
        String text = HEAD + "frist: 1\nprograms: {0: missing, 200: a, 1: {preset: b, gain: 1}}\nbanks: {20000: {0: c}}\n";
        assertEquals(List.of(3, 4, 5), reader.read(text, "b.yaml").problems().stream().map(Problem::line).distinct().toList());
    }

    @Test void aHashTakesTheRestOfAFileName() {
        assertEquals("b.yaml:4:11: \"#2.yaml\" is taken for a comment: if it belongs to the name, put all of it in quotes: \"lead #2.yaml\"",
                only(HEAD + "programs:\n  0: lead #2.yaml\n"));
    }

    @Test void aColonNeedsASpace() {
        assertEquals("b.yaml:4:5: a space is missing after the colon: write \"0: a.yaml\"", only(HEAD + "programs:\n  0:a.yaml\n"));
    }

    @Test void aProgramHasAPreset() {
        assertEquals("b.yaml:3:12: program 0 has no preset: write {preset: stage-tine.yaml}", only(HEAD + "programs: {0: {level: -2 dB}}\n"));
        assertEquals("b.yaml:3:12: program 0 has no preset: write {preset: stage-tine.yaml}", only(HEAD + "programs: {0: {}}\n"));
    }

    @Test void aBankHasPrograms() {
        assertEquals("b.yaml:1:1: the bank is empty: list its programs, write for example 0: stage-tine.yaml", only(HEAD));
        assertEquals("b.yaml:3:11: programs needs keys with values: write for example 0: stage-tine.yaml", only(HEAD + "programs: [a.yaml]\n"));
    }

    @Test void banksEndAt16383() {
        assertEquals("b.yaml:3:9: there is no bank \"16384\": banks are 0 .. 16383", only(HEAD + "banks: {16384: {0: a}}\n"));
    }

    @Test void aPresetIsNoBank() {
        ReadResult<Bank> reading = reader.read(Texts.VOICE, "b.yaml");
        assertNull(reading.value());
        assertEquals("b.yaml:1:1: this is a preset: a bank has programs: a map from numbers to presets", reading.problems().getFirst().toString());
    }

    @Test void aBankIsToldFromAPreset() throws IOException {
        assertTrue(BankReader.isBank(Texts.resource("gig.yaml")));
        assertFalse(BankReader.isBank(Texts.resource("glide-lead.yaml")));
    }
}
