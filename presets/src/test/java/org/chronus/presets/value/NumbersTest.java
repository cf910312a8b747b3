package org.chronus.presets.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;

import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.presets.preset.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest @CsvSource({
        "svf, cutoff, 700 Hz, 700", "svf, cutoff, 1.2 kHz, 1200", "svf, cutoff, 1.2khz, 1200", "svf, cutoff, 440, 440",
        "svf, cutoff, 6000 bpm, 100", "lfo, rate, 2 beat, 1", "lfo, rate, 0.5 beats, 4", "svf, cutoff, 1e3, 1000", "svf, cutoff, 2.5e-1 kHz, 250",
        "adsr, attack, 20 ms, 0.02", "adsr, attack, 2 s, 2", "adsr, attack, .5, 0.5", "adsr, release, 0.5 min, 30", "adsr, attack, 1 beat, 0.5",
        "adsr, attack, 3 beats, 1.5", "adsr, sustain, 30 %, 0.3", "adsr, sustain, 30%, 0.3", "vca, gain, -6 dB, 0.501187",
        "vca, gain, 200 %, 2", "vca, gain, 0.5, 0.5", "saw, tune, -12 st, -12", "saw, tune, \u221212 st, -12", "saw, tune, 7 ct, 0.07",
        "saw, tune, 1 oct, 12", "saw, pitch, C4, 60", "saw, pitch, C#4, 61", "saw, pitch, Db4, 61", "saw, pitch, C-1, 0", "saw, pitch, a4, 69",
        "saw, pitch, 60.5, 60.5", "svf, damping, +0.5, 0.5"})
    void isInTheUnitOfThePort(String type, String port, String written, float value) {
        assertEquals(value, Texts.module("{type: " + type + ", " + port + ": " + written + "}").values().get(port), Math.abs(value) * 1e-5f);
    }

    @Test void whatIsInBeatsIsMarked() {
        ModulePlan lfo = Texts.module("{type: lfo, rate: 2 beat, phase: 0.5}");
        assertEquals(Set.of("rate"), lfo.inBeats());
        assertEquals(Set.of("time"), Texts.module("{type: delay, time: 0.75 beats, tone: 4 kHz}").inBeats());
        assertEquals(Set.of(), Texts.module("{type: lfo, rate: 120 bpm}").inBeats());
    }

    @Test void aCycleHasALength() {
        assertEquals("p.yaml:6:24: 0 beat is not a finite number: rate is 0.01 Hz .. 50 Hz", Texts.aboutModule("{type: lfo, rate: 0 beat}"));
        assertEquals("p.yaml:6:24: 1000 beat is out of range: rate is 0.01 Hz .. 50 Hz, not 1000 beat.",
                Texts.aboutModule("{type: lfo, rate: 1000 beat}"));
    }

    @Test void twelveHertzWereMeantToBeKilohertz() {
        assertEquals("p.yaml:6:26: 12 Hz is out of range: cutoff is 20 Hz .. 20 kHz, not 12 Hz. Did you mean 12 kHz?",
                Texts.aboutModule("{type: svf, cutoff: 12 Hz}"));
    }

    @Test void fourHundredSecondsWereMeantToBeMilliseconds() {
        assertEquals("p.yaml:6:27: 400 is out of range: attack is 0 s .. 10 s; 400 is 400 s. Did you mean 400 ms?",
                Texts.aboutModule("{type: adsr, attack: 400}"));
    }

    @Test void aNegativeFactorWasMeantToBeDecibels() {
        assertEquals("p.yaml:6:24: -6 is out of range: gain is 0 .. 8 (18.1 dB), not -6. Did you mean -6 dB?",
                Texts.aboutModule("{type: vca, gain: -6}"));
    }

    @Test void aShareOfThirtyWasMeantToBePerCent() {
        assertEquals("p.yaml:6:28: 30 is out of range: sustain is 0 .. 1, not 30. Did you mean 30 %?",
                Texts.aboutModule("{type: adsr, sustain: 30}"));
    }

    @Test void nobodyGuessesWhereNothingFits() {
        assertEquals("p.yaml:6:26: 1 bpm is out of range: cutoff is 20 Hz .. 20 kHz, not 1 bpm. Did you mean 1 kHz?",
                Texts.aboutModule("{type: svf, cutoff: 1 bpm}"));
        assertEquals("p.yaml:6:26: -1 Hz is out of range: cutoff is 20 Hz .. 20 kHz, not -1 Hz.", Texts.aboutModule("{type: svf, cutoff: -1 Hz}"));
    }

    @Test void aTimeIsNoFrequency() {
        assertEquals("p.yaml:6:26: wrong unit ms: cutoff is in kHz, Hz, bpm", Texts.aboutModule("{type: svf, cutoff: 12 ms}"));
    }

    @Test void aPlainNumberHasNoUnit() {
        assertEquals("p.yaml:6:27: wrong unit dB: damping is a number without a unit", Texts.aboutModule("{type: svf, damping: 1 dB}"));
    }

    @Test void semitonesAreWrittenSt() {
        assertEquals("p.yaml:6:24: wrong unit semitones: write st", Texts.aboutModule("{type: saw, tune: 3 semitones}"));
    }

    @Test void notANumberIsRefused() {
        assertEquals("p.yaml:6:26: .nan is not a finite number: write for example 400 Hz", Texts.aboutModule("{type: svf, cutoff: .nan}"));
    }

    @Test void infinityIsRefused() {
        assertEquals("p.yaml:6:26: inf is not a finite number: write for example 400 Hz", Texts.aboutModule("{type: svf, cutoff: inf}"));
        assertEquals("p.yaml:6:24: -inf dB is not a finite number: write for example -6 dB or 0.5", Texts.aboutModule("{type: vca, gain: -inf dB}"));
    }

    @Test void moreThanAFloatHoldsIsRefused() {
        assertEquals("p.yaml:6:26: 1e99 is not a finite number: cutoff is 20 Hz .. 20 kHz", Texts.aboutModule("{type: svf, cutoff: 1e99}"));
        assertEquals("p.yaml:6:24: 1e9 dB is not a finite number: gain is 0 .. 8 (18.1 dB)", Texts.aboutModule("{type: vca, gain: 1e9 dB}"));
        assertEquals("p.yaml:6:22: 1e99 is not a finite number: in is any number that is not astronomic", Texts.aboutModule("{type: svf, in: 1e99}"));
    }

    @Test void aWordIsNoNumber() {
        assertEquals("p.yaml:6:26: \"high\" is not a number: write for example 400 Hz", Texts.aboutModule("{type: svf, cutoff: high}"));
    }

    @Test void nothingIsNoNumber() {
        assertEquals("p.yaml:6:25: cutoff has no value: write for example cutoff: 400 Hz", Texts.aboutModule("{type: svf, cutoff: }"));
    }

    @Test void aListIsNoNumber() {
        assertEquals("p.yaml:6:26: cutoff is one value, not a list or map: write for example cutoff: 400 Hz",
                Texts.aboutModule("{type: svf, cutoff: [1]}"));
    }

    @Test void decimalCommasAreExplained() {
        assertEquals("p.yaml:6:26: a decimal comma: write 0.5 kHz with a point", Texts.aboutModule("{type: svf, cutoff: 0,5 kHz}"));
        assertEquals("p.yaml:7:8: a decimal comma: write -3.5 dB with a point", Texts.only(Texts.VOICE + "level: -3,5 dB\n"));
    }
}
