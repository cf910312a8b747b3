package org.chronus.presets.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.chronus.presets.preset.Texts;
import org.junit.jupiter.api.Test;

/** What no single line of a preset shows. */
class WholeGraphTest {
    private static String voice(String modules, String cables) {
        return "chronus: 1\nmodules: {osc: {type: saw}, " + modules + "}\ncables: [" + cables + "]\n";
    }

    @Test void somethingReachesOut() {
        assertEquals("p.yaml:3:9: nothing reaches out: cable the last module to it, such as \"filter -> out\"",
                Texts.only(voice("filter: {type: svf}", "osc -> filter")));
        assertEquals("p.yaml:1:1: nothing reaches out: cable the last module to it, such as \"amp -> out\"", Texts.only("chronus: 1\n"));
    }

    @Test void aSilentPresetNeedNot() {
        assertEquals("p.yaml", Texts.good("chronus: 1\nsilent: yes\nmodules: {osc: {type: saw}}\n").origin());
    }

    @Test void aRefusedCableIsNotCalledMissing() {
        assertEquals("p.yaml:3:17: there is no module \"otu\": did you mean out?", Texts.only(voice("filter: {type: svf}", "osc -> otu")));
    }

    @Test void aModuleThatNobodyHearsIsSuspicious() {
        assertEquals("p.yaml:2:29: noise reaches no output: cable it to something that does, or remove it",
                Texts.onlyWarning(voice("noise: {type: white}", "osc -> out")));
    }

    @Test void aVibratoIsHeardInThePitch() {
        Texts.good(voice("vib: {type: lfo}", "osc -> out, vib * 20 ct -> note.pitch"));
    }

    @Test void anAmplifierNeedsAGain() {
        assertEquals("p.yaml:2:29: amp.gain is 0 and nothing is cabled to it: cable an envelope to it, \"env -> amp.gain\", or write gain: 1",
                Texts.only(voice("amp: {type: vca}", "osc -> amp -> out")));
        assertEquals("p.yaml:2:29: amp.gain is 0 and nothing is cabled to it: cable an envelope to it, \"env -> amp.gain\", or write gain: 1",
                Texts.only(voice("amp: {type: vca, gain: 0}", "osc -> amp -> out")));
    }

    @Test void anyGainWillDo() {
        Texts.good(voice("amp: {type: vca, gain: -6 dB}", "osc -> amp -> out"));
        Texts.good(voice("amp: {type: vca}", "osc -> amp -> out, cc.7 -> amp.gain"));
        Texts.good(voice("amp: {type: vca}", "osc -> amp -> out") + "controllers: {7: {to: amp.gain}}\n");
    }

    @Test void aLoopIsCalledByItsModules() {
        assertEquals("p.yaml:3:41: a loop without a feedback module: filter -> drive -> filter: "
                + "lead one of its cables through a module of type feedback, which is 64 frames late",
                Texts.only(voice("filter: {type: svf}, drive: {type: drive}", "osc -> filter -> drive -> out, drive * 0.2 -> filter")));
    }

    @Test void aModuleDoesNotHearItself() {
        assertEquals("p.yaml:3:32: a loop without a feedback module: filter -> filter: "
                + "lead one of its cables through a module of type feedback, which is 64 frames late",
                Texts.only(voice("filter: {type: svf}", "osc -> filter -> out, filter.band * 9 oct -> filter.cutoff")));
    }

    @Test void aFeedbackModuleClosesALoop() {
        Texts.good(voice("filter: {type: svf}, fb: {type: feedback}", "osc -> filter -> out, filter -> fb, fb * 0.5 -> filter"));
    }

    @Test void aVibratoMayDependOnTheNote() {
        Texts.good(voice("vib: {type: lfo}, env: {type: adsr}", "osc -> out, vib * env * note.velocity * 20 ct -> note.pitch"));
        assertEquals("p.yaml:3:22: a loop without a feedback module: note.pitch -> vib -> note.pitch: "
                + "lead one of its cables through a module of type feedback, which is 64 frames late",
                Texts.only(voice("vib: {type: lfo}", "osc -> out, vib * 20 ct -> note.pitch, note.octave * 1 oct -> vib.rate")));
    }

    @Test void whoPlaysAPitchDoesNotBendIt() {
        assertEquals("p.yaml:2:11: a loop without a feedback module: osc -> note.pitch -> osc: "
                + "lead one of its cables through a module of type feedback, which is 64 frames late",
                Texts.only("chronus: 1\nmodules: {osc: {type: saw}}\ncables: [osc -> out, osc * 1 st -> note.pitch]\n"));
        Texts.good("chronus: 1\nmodules: {osc: {type: saw, pitch: C4}}\ncables: [osc -> out, osc * 1 st -> note.pitch]\n");
    }

    @Test void loopsInTheMixAreFoundToo() {
        assertEquals(List.of(true),
                Texts.said(Texts.VOICE + "mix: {modules: {a: {type: svf}, b: {type: svf}}, cables: [voices -> a -> b -> out, b -> a]}\n")
                .stream().map(said -> said.contains("a loop without a feedback module: a -> b -> a:")).toList());
    }

    @Test void aSharedModuleHearsNoNote() {
        assertEquals("p.yaml:3:39: vib is per: patch and cannot hear a single voice's note.velocity: remove per: patch from vib",
                Texts.only(voice("vib: {type: lfo, per: patch}", "osc -> out, vib -> osc.tune, note.velocity * 2 oct -> vib.rate")));
    }

    @Test void aSharedModuleHearsNoVoice() {
        assertEquals("p.yaml:3:34: vib is per: patch and cannot hear a single voice's osc.out: remove per: patch from vib",
                Texts.only(voice("vib: {type: lfo, per: patch}", "osc -> out, vib -> out, osc * 2 oct -> vib.rate")));
    }

    @Test void aSharedModuleFollowsNoNote() {
        assertEquals("p.yaml:2:29: drone is per: patch and cannot hear a single voice's note.pitch: remove per: patch from drone, "
                + "or give it a pitch of its own", Texts.only(voice("drone: {type: saw, per: patch}", "osc -> out, drone -> out")));
        Texts.good(voice("drone: {type: saw, per: patch, pitch: A1}", "osc -> out, drone -> out"));
    }

    @Test void sharedModulesHearEachOtherAndControllers() {
        Texts.good(voice("slow: {type: lfo, per: patch}, vib: {type: lfo, per: patch}",
                "osc -> out, vib -> osc.tune, slow * cc.1 * 2 oct -> vib.rate, bend * 1 oct -> vib.rate"));
    }

    @Test void theMixReachesOut() {
        assertEquals("p.yaml:7:6: in the mix nothing reaches out: cable the last module to it, such as \"f -> out\"",
                Texts.only(Texts.VOICE + "mix: {modules: {f: {type: svf}}, cables: [voices -> f]}\n"));
    }

    @Test void theVoicesReachOutThroughTheMix() {
        assertEquals("p.yaml:7:6: in the mix no part reaches out: begin with a cable such as \"voices -> out\"",
                Texts.only(Texts.VOICE + "mix: {modules: {f: {type: svf}}, cables: [f -> out]}\n"));
    }

    @Test void anEmptyMixJustAddsTheVoices() {
        assertEquals(List.of(), Texts.good(Texts.VOICE + "mix: {cables: []}\n").plan().mix().cables());
    }
}
