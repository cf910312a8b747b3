package org.chronus.presets.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.chronus.modules.patch.plan.PlayerPlan;
import org.chronus.modules.patch.plan.PlayerPlan.Arpeggiator;
import org.chronus.modules.patch.plan.PlayerPlan.Chord;
import org.chronus.modules.patch.plan.PlayerPlan.Order;
import org.chronus.modules.patch.plan.PlayerPlan.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What presets say of players; the first player begins in line 8, column 5. */
class PlayersReadingTest {
    private static String players(String... each) {
        return Texts.VOICE + "players:\n  - " + String.join("\n  - ", each) + "\n";
    }

    private static List<PlayerPlan> read(String... each) {
        return Texts.part(players(each)).notePlayers();
    }

    private static void said(String message, String player) {
        assertEquals("p.yaml:8:" + message, Texts.only(players(player)));
    }

    @Test void thereAreNoneUnlessWritten() {
        assertEquals(List.of(), Texts.part(Texts.VOICE).notePlayers());
        assertEquals(List.of(), Texts.part(Texts.VOICE + "players: []\n").notePlayers());
    }

    @Test void theyAreReadInTheirOrder() {
        assertEquals(List.of(new Scale(2, List.of(0, 2, 4, 5, 7, 9, 11)), new Chord(List.of(0, 4, 7, -12)),
                new Arpeggiator(Order.UP_DOWN, 2, 0.25, true, 0.8, 0.2, true)),
                read("{type: scale, root: D, notes: [0, 2, 4, 5, 7, 9, 11]}", "{type: chord, notes: [0, 4, 7, -12]}",
                        "{type: arpeggiator, order: up_down, octaves: 2, step: 0.25 beat, gate: 80 %, swing: 0.2, latch: yes}"));
    }

    @Test void anArpeggiatorIsInSixteenthsUpUnlessWritten() {
        assertEquals(List.of(new Arpeggiator(Order.UP, 1, 0.25, true, 0.5, 0, false)), read("{type: arpeggiator}"));
    }

    @Test void aStepInBeatsIsInThePresetsTempo() {
        assertEquals(List.of(new Arpeggiator(Order.UP, 1, 0.5, true, 0.5, 0, false)),
                Texts.part("tempo: 60 bpm\n" + players("{type: arpeggiator, step: 0.5 beat}")).notePlayers());
        assertEquals(List.of(new Arpeggiator(Order.UP, 1, 0.1, false, 0.5, 0, false)), read("{type: arpeggiator, step: 100 ms}"));
    }

    @Test void aPartHasItsOwnAndAnInstrumentMayHaveSome() {
        Preset preset = Texts.good("""
                chronus: 1
                parts:
                  low:  {players: [{type: chord, notes: [0, 7]}], modules: {osc: {type: saw}}, cables: [osc -> out]}
                  high: {modules: {osc: {type: saw}}, cables: [osc -> out]}
                """);
        assertEquals(List.of(1, 0), preset.plan().parts().stream().map(part -> part.notePlayers().size()).toList());
        assertEquals(preset.plan().parts().getFirst().notePlayers(), preset.adjusted(0.5, 1).plan().parts().getFirst().notePlayers());
    }

    @Test void playersStandInAPartOfAPresetWithParts() {
        assertTrue(Texts.said("""
                chronus: 1
                players: [{type: chord, notes: [0, 7]}]
                parts:
                  low: {modules: {osc: {type: saw}}, cables: [osc -> out]}
                """).contains("p.yaml:2:1: players beside parts: move it into one of the parts"));
    }

    @Test void playersAreAList() {
        assertEquals("p.yaml:7:10: players is a list: write for example players: [{type: arpeggiator, step: 0.25 beat}]",
                Texts.only(Texts.VOICE + "players: arpeggiator\n"));
        said("5: a player needs keys with values: write for example players: [{type: arpeggiator, step: 0.25 beat}]", "arpeggiator");
    }

    @Test void aPlayerHasAType() {
        said("5: a player has no type: choose from arpeggiator, chord, scale", "{order: up}");
        said("12: \"arp\" is no player: did you mean arpeggiator? choose from arpeggiator, chord, scale", "{type: arp}");
        said("12: \"delay\" is no player: choose from arpeggiator, chord, scale", "{type: delay}");
    }

    @ParameterizedTest @CsvSource({"rate, step", "hold, latch", "direction, order", "octave, octaves", "shuffle, swing"})
    void anUnknownSettingIsSuggested(String word, String meant) {
        said("25: an arpeggiator has no \"" + word + "\": did you mean " + meant + "?", "{type: arpeggiator, " + word + ": 1}");
    }

    @Test void aWrongWordIsSuggested() {
        said("32: \"up-down\" is no order: did you mean up_down? choose from up, down, up_down, played, random, chord",
                "{type: arpeggiator, order: up-down}");
        said("32: \"maybe\" is no latch: choose from yes, no", "{type: arpeggiator, latch: maybe}");
    }

    @ParameterizedTest @CsvSource({"1/16, 0.25", "1/8, 0.5", "1/8T, 0.3333", "1/4., 1.5", "3/16, 0.75"})
    void aNoteValueIsSaidInBeats(String value, String beats) {
        said("31: " + value + " is a note value: write " + beats + " beat", "{type: arpeggiator, step: " + value + "}");
    }

    @Test void numbersKeepToTheirRanges() {
        said("34: 5 is out of range: octaves is 1 .. 4, not 5.", "{type: arpeggiator, octaves: 5}");
        said("31: 1 ms is out of range: step is 10 ms .. 60 s, not 1 ms. Did you mean 1 s?", "{type: arpeggiator, step: 1 ms}");
        said("31: 180 % is out of range: gate is 0.01 .. 1, not 180 %.", "{type: arpeggiator, gate: 180 %}");
        said("32: 80 % is out of range: swing is 0 .. 0.75, not 80 %.", "{type: arpeggiator, swing: 80 %}");
        said("27: 12 is out of range: a note is 0 .. 11, not 12.", "{type: scale, notes: [12]}");
        said("27: 49 is out of range: a note is -48 .. 48, not 49.", "{type: chord, notes: [49]}");
    }

    @Test void notesAreListedWholeAndOnce() {
        said("5: a chord memory has no notes: write for example notes: [0, 4, 7]", "{type: chord}");
        said("5: a scale lock has no notes: write for example notes: [0, 2, 4, 5, 7, 9, 11]", "{type: scale, root: C}");
        said("26: notes is empty: write for example notes: [0, 4, 7]", "{type: chord, notes: []}");
        said("26: notes is a list: write for example notes: [0, 4, 7]", "{type: chord, notes: 7}");
        said("27: a note is a whole number: write 4", "{type: chord, notes: [3.6]}");
        said("30: 4 stands there twice: remove one", "{type: chord, notes: [4, 4]}");
    }

    @Test void aRootIsANoteWithoutAnOctave() {
        said("25: \"H\" is no root: write for example root: C, F# or Bb", "{type: scale, root: H, notes: [0]}");
        said("25: \"C4\" is no root: write for example root: C, F# or Bb", "{type: scale, root: C4, notes: [0]}");
        assertEquals(List.of(new Scale(10, List.of(0))), read("{type: scale, root: Bb, notes: [0]}"));
    }

    @Test void thereAreEightAtMost() {
        String[] nine = new String[9];
        Arrays.fill(nine, "{type: arpeggiator}");
        assertEquals("p.yaml:16:5: more than 8 players: remove some", Texts.only(players(nine)));
    }
}
