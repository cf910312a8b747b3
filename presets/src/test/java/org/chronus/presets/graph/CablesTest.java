package org.chronus.presets.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.presets.preset.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CablesTest {
    @Test void aBareNameIsOutThenIn() {
        assertEquals(List.of(Texts.cable("filter.in", 1, "osc.out")), Texts.cables("osc -> filter"));
    }

    @Test void sourcesAddUpAndChainsGoOn() {
        assertEquals(List.of(Texts.cable("filter.in", 1, "osc.out"), Texts.cable("filter.in", 0.6f, "osc2.out"),
                Texts.cable("pan.in", 1, "filter.out")),
                Texts.cables("osc, osc2 * 0.6 -> filter -> pan"));
    }

    @Test void sourcesMultiply() {
        assertEquals(List.of(Texts.cable("filter.in", -0.5f, "osc.out", "env.out", "note.velocity", "cc.11", "bend")),
                Texts.cables("osc * env * note.velocity * cc.11 * bend * -0.5 -> filter"));
    }

    @Test void otherOutputsAreNamed() {
        assertEquals(List.of(Texts.cable("pan.in", 1, "filter.high")), Texts.cables("filter.high -> pan.in"));
    }

    @Test void outIsBothSides() {
        assertEquals(List.of(Texts.cable("out.left", 1, "osc.out"), Texts.cable("out.right", 1, "osc.out")), Texts.cables("osc -> out"));
    }

    @Test void panGoesToItsSides() {
        assertEquals(List.of(Texts.cable("pan.in", 1, "osc.out"), Texts.cable("out.left", 1, "pan.left"), Texts.cable("out.right", 1, "pan.right")),
                Texts.cables("osc -> pan -> out"));
        assertEquals(List.of(Texts.cable("out.left", 0.5f, "pan.left", "env.out"), Texts.cable("out.right", 0.5f, "pan.right", "env.out")),
                Texts.cables("pan * env * 0.5 -> out"));
    }

    @Test void elsewherePanNeedsItsSideNamed() {
        assertEquals("p.yaml:13:5: pan (pan) has no output \"out\": name one: pan.left, pan.right", Texts.aboutCable("pan -> osc.tune"));
    }

    @ParameterizedTest @CsvSource({
        "filter.cutoff, 1.5 oct, 1.5, true", "filter.cutoff, 12 st, 1, true", "filter.cutoff, -600 ct, -0.5, true",
        "filter.cutoff, 200 Hz, 200, false", "filter.cutoff, 2 kHz, 2000, false", "filter.cutoff, 300, 300, false",
        "note.pitch, 45 ct, 0.45, false", "note.pitch, 2 st, 2, false", "note.pitch, 1 oct, 12, false", "note.pitch, 7, 7, false",
        "osc.tune, -50 ct, -0.5, false", "env.attack, 20 ms, 0.02, false", "env.attack, 1 beat, 0.5, false", "env.sustain, 20 %, 0.2, false",
        "filter.damping, -0.3, -0.3, false", "out.left, 50 %, 0.5, false", "filter, 100 %, 1, false"})
    void amountsAreInTheUnitOfTheTarget(String target, String amount, float value, boolean octaves) {
        CablePlan cable = Texts.cables("vib * " + amount + " -> " + target).getLast();
        assertEquals(value, cable.amount(), 1e-5f);
        assertEquals(octaves, cable.octaves());
    }

    @Test void audioMayBeGivenInDecibels() {
        assertEquals(0.5012f, Texts.cables("osc * -6 dB -> filter").getFirst().amount(), 1e-4f);
    }

    @Test void aFewHertzAreProbablyOctaves() {
        assertEquals("p.yaml:13:11: this adds 2 Hz to cutoff: did you mean 2 oct? If not, write 2 Hz", Texts.aboutCable("env * 2 -> filter.cutoff"));
        assertEquals("p.yaml:13:5: this adds 1 Hz to cutoff: did you mean 1 oct? If not, write 1 Hz", Texts.aboutCable("env -> filter.cutoff"));
    }

    @Test void anAmountHasTheRightUnit() {
        assertEquals("p.yaml:13:11: wrong unit beat: cutoff takes oct, st or ct, or kHz, Hz, bpm", Texts.aboutCable("env * 2 beat -> filter.cutoff"));
        assertEquals("p.yaml:13:11: wrong unit ms: cutoff takes oct, st or ct, or kHz, Hz, bpm", Texts.aboutCable("env * 2 ms -> filter.cutoff"));
        assertEquals("p.yaml:13:11: wrong unit Hz: tune is in ct, st, oct", Texts.aboutCable("env * 2 Hz -> osc.tune"));
        assertEquals("p.yaml:13:11: wrong unit kHz: in takes a bare number, dB or %", Texts.aboutCable("osc * 2 kHz -> filter"));
        assertEquals("p.yaml:13:11: wrong unit octaves: write oct", Texts.aboutCable("env * 2 octaves -> filter.cutoff"));
    }

    @Test void anAmountIsFinite() {
        assertEquals("p.yaml:13:11: 1e99 is not a finite number: write for example 0.5", Texts.aboutCable("env * 1e99 -> filter"));
        assertEquals("p.yaml:13:11: .inf is not a finite number: write for example 0.5", Texts.aboutCable("env * .inf -> filter"));
        assertEquals("p.yaml:13:11: -inf is not a finite number: write for example 0.5", Texts.aboutCable("env * -inf -> filter"));
    }

    @Test void anAmountStandsLastAndAlone() {
        assertEquals("p.yaml:13:5: the number 0.5 is no source: an amount stands last: source * 0.5", Texts.aboutCable("0.5 * env -> filter"));
        assertEquals("p.yaml:13:11: the number 2 is no source: an amount stands last: source * 2", Texts.aboutCable("env * 2 * 3 -> filter"));
        assertEquals("p.yaml:13:5: the number 1 is no source: an amount stands last: source * 1", Texts.aboutCable("1 -> filter"));
    }

    @Test void aDecimalCommaIsExplained() {
        assertEquals("p.yaml:13:12: a decimal comma: write 0.6 with a point", Texts.aboutCable("osc2 * 0,6 -> filter"));
        assertEquals("p.yaml:6:10: a decimal comma: write a point in the number", Texts.only(Texts.VOICE.replace("[osc ->", "[osc * 0,5 ->")));
    }

    @Test void aCableHasAnArrow() {
        assertTrue(Texts.aboutCable("osc filter").startsWith("p.yaml:13:5: a cable has no ->: write it as source -> target;"));
    }

    @Test void aCableHasTwoEnds() {
        assertEquals("p.yaml:13:11: a word is missing in a cable: write for example osc * 0.5 -> filter", Texts.aboutCable("osc ->"));
        assertEquals("p.yaml:13:10: a word is missing in a cable: write for example osc * 0.5 -> filter", Texts.aboutCable("osc, -> filter"));
        assertEquals("p.yaml:13:12: a word is missing in a cable: write for example osc * 0.5 -> filter", Texts.aboutCable("osc *  -> filter"));
    }

    @Test void cablesAreAListOfTexts() {
        assertEquals("p.yaml:13:5: a cable is one value, not a list or map: write lines such as \"- osc -> filter\"",
                Texts.aboutCable("osc: filter"));
        assertEquals("p.yaml:3:9: cables is a list: write lines such as \"- osc -> filter\"",
                Texts.said("chronus: 1\nmodules: {osc: {type: saw}}\ncables: osc -> out\n").getFirst());
    }

    @Test void aWrongModuleIsNearAnother() {
        assertEquals("p.yaml:13:5: there is no module \"osc3\": did you mean osc?", Texts.aboutCable("osc3 -> filter"));
        assertEquals("p.yaml:13:12: there is no module \"filtre\": did you mean filter?", Texts.aboutCable("osc -> filtre"));
    }

    @Test void aModuleMayBeCalledByItsType() {
        assertEquals("p.yaml:13:12: there is no module \"svf\": did you mean filter?", Texts.aboutCable("osc -> svf"));
        assertEquals("p.yaml:13:12: there is no module \"lpf\": did you mean filter?", Texts.aboutCable("osc -> lpf"));
    }

    @Test void aWrongInputIsNearAnother() {
        assertEquals("p.yaml:13:12: filter (svf) has no input \"freq\": did you mean cutoff?", Texts.aboutCable("osc -> filter.freq"));
    }

    @Test void aWrongOutputIsNearAnother() {
        assertEquals("p.yaml:13:5: filter (svf) has no output \"hihg\": did you mean high?", Texts.aboutCable("filter.hihg -> pan"));
        assertEquals("p.yaml:13:5: filter (svf) has no output \"lowpass\": there are band, high, notch, out",
                Texts.aboutCable("filter.lowpass -> pan"));
    }

    @Test void anInputIsNoSource() {
        assertEquals("p.yaml:13:5: filter.cutoff is an input: its outputs are filter.out, filter.band, filter.high, filter.notch",
                Texts.aboutCable("filter.cutoff -> pan"));
    }

    @Test void anOscillatorHasNoIn() {
        assertEquals("p.yaml:13:12: osc (saw) has no input \"in\": name one: osc.pitch, osc.tune", Texts.aboutCable("vib -> osc"));
    }

    @Test void onlyModulesStandBetweenArrows() {
        assertEquals("p.yaml:13:12: \"filter.in\" stands between two arrows: only a module may, by its bare name: "
                + "end the cable here and begin another",
                Texts.aboutCable("osc -> filter.in -> pan"));
        assertTrue(Texts.aboutCable("osc -> out -> pan").startsWith("p.yaml:13:12: \"out\" stands between two arrows"));
    }

    @Test void outIsATarget() {
        assertEquals("p.yaml:13:5: out is a target: it stands at the end of a cable", Texts.aboutCable("out -> filter"));
        assertEquals("p.yaml:13:12: there is no out.middle: write out, out.left or out.right", Texts.aboutCable("osc -> out.middle"));
    }

    @Test void ofANoteOnlyThePitchIsATarget() {
        assertEquals("p.yaml:13:12: note.gate cannot be cabled to: of a note only note.pitch can", Texts.aboutCable("vib -> note.gate"));
    }

    @Test void aNoteHasSevenOutputs() {
        assertEquals("p.yaml:13:5: there is no note.vel: did you mean note.velocity?", Texts.aboutCable("note.vel -> filter"));
        assertEquals("p.yaml:13:5: note alone is no source: name one: note.pitch, note.octave, note.gate, note.velocity, note.release, "
                + "note.pressure, note.timbre, note.random, note.alternate", Texts.aboutCable("note -> filter"));
    }

    @Test void controllersEndAt127() {
        assertEquals(List.of(Texts.cable("filter.in", 1, "cc.127")), Texts.cables("cc.127 -> filter"));
        assertEquals("p.yaml:13:5: \"cc.128\" is no controller: write cc.0 to cc.127, for example cc.1", Texts.aboutCable("cc.128 -> filter"));
        assertEquals("p.yaml:13:5: \"cc\" is no controller: write cc.0 to cc.127, for example cc.1", Texts.aboutCable("cc -> filter"));
        assertEquals("p.yaml:13:12: cc.1 is a source: only modules, note.pitch and out can be cabled to", Texts.aboutCable("osc -> cc.1"));
    }

    @Test void theBenderIsOne() {
        assertEquals("p.yaml:13:5: bend has no ports: write bend", Texts.aboutCable("bend.up -> filter"));
    }

    @Test void voicesAreForTheMix() {
        assertEquals("p.yaml:13:5: voices is known in the mix only: move this cable to the mix", Texts.aboutCable("voices -> filter"));
    }

    @Test void theMixHasNoNotes() {
        assertEquals("p.yaml:7:25: the mix has no notes: move this cable to the voices",
                Texts.only(Texts.VOICE + "mix: {cables: [voices * note.velocity -> out]}\n"));
    }

    @Test void theMixHasOneOut() {
        assertEquals("p.yaml:7:26: the mix has no out.left: write out: in the mix a signal is left and right at once",
                Texts.only(Texts.VOICE + "mix: {cables: [voices -> out.left]}\n"));
    }

    @Test void theMixDoesNotReachIntoVoices() {
        assertEquals("p.yaml:7:26: there is no module \"amp\" in the mix: there is out",
                Texts.only(Texts.VOICE + "mix: {cables: [voices -> amp]}\n"));
    }

    @Test void controllersReachTheMix() {
        assertEquals(List.of(Texts.cable("out", 1, "voices", "cc.7")),
                Texts.good(Texts.VOICE + "mix: {cables: [voices * cc.7 -> out]}\n").plan().mix().cables());
    }

    @Test void aCableIsNoBook() {
        assertEquals("p.yaml:13:5: a cable of more than 32000 characters: write several cables",
                Texts.aboutCable("osc,".repeat(10_000) + "osc -> filter"));
    }

    @Test void thereIsAnEndToFactors() {
        assertEquals("p.yaml:13:5: more than 16 factors: multiply some of them in a module", Texts.aboutCable("env * ".repeat(16) + "osc -> filter"));
    }

    @Test void thereIsAnEndToCables() {
        assertEquals("p.yaml:13:16361: more than 4096 cables: remove some", Texts.aboutCable("osc,".repeat(5_000) + "osc -> filter"));
    }
}
