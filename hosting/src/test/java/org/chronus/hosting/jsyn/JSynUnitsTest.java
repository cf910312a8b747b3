package org.chronus.hosting.jsyn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.ModuleShape;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.Unit;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;

/** JSyn's units sound and behave as in JSyn; with {@code -Djsyn.jar=PATH}, those of the real one. */
class JSynUnitsTest {
    private static final int RATE = 48_000;

    private static Rig rig(String unit) {
        return Rig.of(Units.make(unit));
    }

    @Test void aSineAt440HertzHasItsPitchAndLevel() {
        float[] sine = rig("SineOscillator").set("frequency", 440).set("amplitude", 0.5).render(RATE);
        assertEquals(0.5, Waves.amplitudeAt(440, sine, RATE), 1e-4);
        assertEquals(0.5 / Math.sqrt(2), Waves.rms(sine), 1e-4, "and nothing else");
    }

    @Test void theFrameRateIsThatOfThePatch() {
        float[] sine = rig("SineOscillator").rate(96_000).set("frequency", 1_000).render(96_000);
        assertEquals(1, Waves.amplitudeAt(1_000, sine, 96_000), 1e-3);
    }

    @Test void everyLaneHasAUnitOfItsOwn() {
        Module module = Units.make("SineOscillator");
        Rig rig = Rig.of(module).set("frequency", 440).set("frequency", 1, time -> 880);
        assertEquals(1, Waves.amplitudeAt(440, rig.render("out", 0, RATE), RATE), 1e-3);
        assertEquals(1, Waves.amplitudeAt(880, rig.render("out", 1, RATE), RATE), 1e-3);
    }

    @Test void aFilterIsThreeDecibelsDownAtItsFrequency() {
        Rig rig = rig("FilterLowPass").set("frequency", 1_000).set("q", Math.sqrt(0.5));
        assertEquals(-3, Waves.decibels(rig.gainAt(1_000)), 0.1);
        assertEquals(-24, Waves.decibels(rig.gainAt(4_000)), 0.6);
    }

    @Test void whatTakesFramesTwoByTwoComesEightFramesLate() {
        assertEquals(8, Units.make("FilterLowPass").latency());
        assertEquals(0, Units.make("SineOscillator").latency());
        float[] click = new float[8];
        click[5] = 1;
        float[] heard = rig("FilterLowPass").set("in", click).set("frequency", 6_000).render(64);
        assertEquals(13, Waves.firstAtLeast(heard, 0.01));
    }

    @Test void anEnvelopeOpensAtTheFrameOfItsGate() {
        Rig rig = rig("EnvelopeDAHDSR").set("attack", 0.1).set("sustain", 0.5).set("decay", 0.2).set("release", 0.05)
                .set("in", time -> time >= 1_003.0 / RATE && time < 1 ? 1 : 0);
        float[] envelope = rig.render(2 * RATE);
        assertEquals(0, Waves.peak(Waves.part(envelope, 0, 1_003)));
        assertEquals(0.5, envelope[1_003 + 2_400], 0.002, "half-way up the attack");
        assertEquals(0.5, envelope[RATE - 10], 1e-6, "at sustain");
        assertEquals(0, envelope[2 * RATE - 1], 1e-3, "closed");
    }

    @Test void aLaneThatStartsAnewIsAsGoodAsNew() {
        Module module = Units.make("EnvelopeDAHDSR");
        Rig rig = Rig.of(module).set("in", time -> time < 0.2 ? 1 : 0);
        float[] first = rig.render(RATE / 2), second = rig.render(RATE / 2);
        assertArrayEquals(first, second);
    }

    @Test void noiseRepeatsItselfAndIsAnotherInEachLane() {
        Module module = Units.make("WhiteNoise");
        float[] first = Rig.of(module).render("out", 0, 4_096), again = Rig.of(Units.make("WhiteNoise")).render("out", 0, 4_096);
        assertArrayEquals(first, again, "whoever renders it");
        assertEquals(1 / Math.sqrt(3), Waves.rms(first), 0.02);
    }

    @Test void portsAreWhatJSynSays() {
        ModuleShape sine = Units.type("SineOscillator").shape();
        assertEquals(List.of("frequency", "amplitude"), List.copyOf(sine.inputs().keySet()));
        assertEquals(List.of("out"), List.copyOf(sine.outputs().keySet()));
        Input frequency = sine.inputs().get("frequency"), amplitude = sine.inputs().get("amplitude");
        assertEquals(Unit.HERTZ, frequency.unit());
        assertEquals(NoteSignal.OCTAVE, frequency.follows().orElseThrow());
        assertEquals(1, amplitude.normally());
        assertFalse(amplitude.isBounded(), "a signal, as any port that was given no range");
        Input q = Units.type("FilterLowPass").shape().inputs().get("q"), cutoff = Units.type("FilterLowPass").shape().inputs().get("frequency");
        assertEquals(0.1, q.minimum());
        assertEquals(10, q.maximum());
        assertEquals(1, q.normally());
        assertEquals(6_000, cutoff.maximum());
        assertEquals(400, cutoff.normally());
        assertTrue(cutoff.isLogarithmic());
        assertTrue(Units.type("EnvelopeDAHDSR").shape().inputs().get("in").isGate());
        assertTrue(Units.type("Pan").shape().isStereo());
    }

    @Test void aVariableIsAPortUnlessTheUnitSetsItItself() {
        assertFalse(Units.type("SineOscillator").shape().inputs().containsKey("phase"));
        float[] one = rig("FilterOnePole").set("in", time -> 1).set("a0", 0.25).set("b1", 0).render(64);
        assertEquals(0.25, one[10], 1e-6);
    }

    @Test void aDelayIsGivenRoom() {
        Module module = Units.make("Delay");
        module.texts().getFirst().set("100");
        float[] click = {1};
        assertEquals(100, Waves.firstAtLeast(Rig.of(module).set("in", click).render(200), 0.9));
        module.texts().getFirst().set("a lot");
        assertThrows(IllegalStateException.class, () -> module.prepare(RATE, 2));
    }

    @Test void aCircuitIsPlayedByItsHiddenGate() {
        assertTrue(Units.type("SubtractiveSynthVoice").shape().inputs().get("gate").isGate());
        float[] tone = rig("SubtractiveSynthVoice").set("frequency", 220).set("gate", time -> time < 0.5 ? 1 : 0).set("ampRelease", 0.1).render(RATE);
        assertTrue(Waves.amplitudeAt(220, Waves.part(tone, 4_800, 24_000), RATE) > 0.1);
        assertEquals(0, Waves.peak(Waves.part(tone, RATE - 4_800, RATE)), 1e-3);
    }

    @Test void whatHasNoSoundToGiveIsNamed() {
        Map<String, String> left = Units.jar().left();
        assertEquals("it has no output of sound", left.get("jsyn:LineOut"));
        assertEquals("it has no output of sound", left.get("jsyn:Circuit"));
    }
}
