package org.chronus.presets.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.chronus.modules.patch.plan.PatchPlan.ControllerPlan;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.junit.jupiter.api.Test;

class ControllersTest {
    private static final String VOICE = """
            chronus: 1
            modules: {osc: {type: saw}, filter: {type: svf}, vib: {type: lfo}}
            cables: [osc -> filter -> out, vib -> osc.tune]
            mix: {modules: {echo: {type: delay}}, cables: [voices -> echo -> out]}
            controllers:
            """;
    private static final String PARTS = """
            chronus: 1
            parts:
              bass: {modules: {osc: {type: saw}}, cables: [osc -> out], controllers: {5: {to: osc.tune}, 91: {to: echo.mix}}}
              lead: {modules: {osc: {type: saw}}, cables: [osc -> out]}
            mix: {modules: {echo: {type: delay}}, cables: [voices -> echo -> out]}
            controllers:
            """;

    private static Map<Integer, List<ControllerPlan>> controllers(String line) {
        return Texts.part(VOICE + "  " + line + "\n").controllers();
    }

    private static String about(String line) {
        return Texts.only(VOICE + "  " + line + "\n");
    }

    @Test void aControllerMovesThroughItsRange() {
        assertEquals(Map.of(74, List.of(new ControllerPlan(Texts.input("filter.cutoff"), 150, 9_000, false))),
                controllers("74: {to: filter.cutoff, range: [150 Hz, 9 kHz]}"));
    }

    @Test void theWholeRangeIsNormal() {
        assertEquals(Map.of(74, List.of(new ControllerPlan(Texts.input("filter.cutoff"), 20, 20_000, false))),
                controllers("74: {to: filter.cutoff}"));
    }

    @Test void aRangeMayRunDown() {
        assertEquals(Map.of(71, List.of(new ControllerPlan(Texts.input("filter.damping"), 1.4f, 0.1f, true))),
                controllers("71: {to: filter.damping, range: [1.4, 0.1], keep: yes}"));
    }

    @Test void aRangeInBeatsIsMarked() {
        assertEquals(Map.of(91, List.of(new ControllerPlan(Texts.input("echo.time"), 0.25f, 1, false, true))),
                controllers("91: {to: echo.time, range: [0.5 beat, 2 beat]}"));
        assertEquals("p.yaml:6:30: a range is half in beats: write both ends in beat, or neither",
                about("91: {to: echo.time, range: [20 ms, 2 beat]}"));
    }

    @Test void oneControllerMovesSeveralPorts() {
        assertEquals(2, controllers("91: [{to: echo.mix}, {to: echo.feedback}]").get(91).size());
    }

    @Test void aControllerIsANumberUpTo127() {
        assertEquals("p.yaml:6:3: \"128\" is no controller: write its number, 0 to 127", about("128: {to: filter.cutoff}"));
        assertEquals("p.yaml:6:3: \"cc.1\" is no controller: write its number, 0 to 127", about("cc.1: {to: filter.cutoff}"));
    }

    @Test void aWrongPortIsNearAnother() {
        assertEquals("p.yaml:6:12: filter (svf) has no input \"cutof\": did you mean cutoff?", about("74: {to: filter.cutof}"));
        assertEquals("p.yaml:6:12: filter (svf) has no input \"resonance\": did you mean damping?", about("74: {to: filter.resonance}"));
    }

    @Test void aWrongModuleIsNearAnother() {
        assertEquals("p.yaml:6:12: there is no module \"filtre\": did you mean filter?", about("74: {to: filtre.cutoff}"));
    }

    @Test void aPortHasItsModule() {
        assertEquals("p.yaml:6:12: \"cutoff\" is no port: write module.port, such as filter.cutoff", about("74: {to: cutoff}"));
    }

    @Test void aChoiceCannotBeMoved() {
        assertEquals("p.yaml:6:12: shape of vib is chosen when the preset is built: no controller can set it", about("74: {to: vib.shape}"));
    }

    @Test void aRangeLiesWithinThePorts() {
        assertEquals("p.yaml:6:35: 12 Hz is out of range: cutoff is 20 Hz .. 20 kHz, not 12 Hz. Did you mean 12 kHz?",
                about("74: {to: filter.cutoff, range: [12 Hz, 9 kHz]}"));
    }

    @Test void aRangeHasTwoEnds() {
        assertEquals("p.yaml:6:34: a range has two ends: write for example range: [20 Hz, 20 kHz]; a decimal takes a point",
                about("74: {to: filter.cutoff, range: [150,5 Hz, 9 kHz]}"));
    }

    @Test void anAudioInputNeedsARange() {
        assertEquals("p.yaml:6:12: filter.in has no range of its own: give one, such as range: [0, 1]", about("74: {to: filter.in}"));
        assertEquals(1, controllers("74: {to: filter.in, range: [0, 1]}").size());
    }

    @Test void aControllerLeadsSomewhere() {
        assertEquals("p.yaml:6:7: controller 74 leads nowhere: write for example 74: {to: filter.cutoff, range: [150 Hz, 9 kHz]}",
                about("74: {range: [0, 1]}"));
    }

    @Test void aControllerHasKnownKeys() {
        assertEquals("p.yaml:6:8: a controller has no \"target\": did you mean to?",
                Texts.said(VOICE + "  74: {target: filter.cutoff}\n").getLast());
    }

    @Test void aPortIsSetOnceByAController() {
        assertEquals("p.yaml:6:34: controller 74 sets filter.cutoff twice: remove one", about("74: [{to: filter.cutoff}, {to: filter.cutoff}]"));
    }

    @Test void aPartsControllersAreItsOwn() {
        List<PartPlan> parts = Texts.good(PARTS + "  1: {to: lead.osc.tune}\n").plan().parts();
        assertEquals(Texts.input("osc.tune"), parts.getFirst().controllers().get(5).getFirst().target());
        assertEquals(Texts.input("osc.tune"), parts.getLast().controllers().get(1).getFirst().target());
        assertTrue(!parts.getLast().controllers().containsKey(5) && !parts.getFirst().controllers().containsKey(1));
    }

    @Test void theMixListensToEveryPart() {
        for (PartPlan part : Texts.good(PARTS + "  1: {to: echo.time}\n").plan().parts()) {
            assertEquals(Texts.input("echo.time"), part.controllers().get(1).getFirst().target());
            assertEquals(Texts.input("echo.mix"), part.controllers().get(91).getFirst().target());
        }
    }

    @Test void amongSeveralPartsOneIsNamed() {
        assertEquals("p.yaml:7:11: there is no module \"osc\": did you mean bass.osc.tune?", Texts.only(PARTS + "  1: {to: osc.tune}\n"));
        assertEquals("p.yaml:7:11: there is no part \"led\": did you mean lead?", Texts.only(PARTS + "  1: {to: led.osc.tune}\n"));
    }
}
