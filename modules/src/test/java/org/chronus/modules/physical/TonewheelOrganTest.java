package org.chronus.modules.physical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TonewheelOrganTest {
    private static final double RATE = 48_000;

    /** Nine wheels, and keys that move in some lane every few frames; the percussion is for all keys. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(TonewheelOrgan::new).sharing().costing(80).check();
    }

    @Test void drawbarsAreTheFeetOfTheOrgan() {
        double[] above = {-12, 7, 0, 12, 19, 24, 28, 31, 36};
        String[] feet = {"d16", "d5_1_3", "d8", "d4", "d2_2_3", "d2", "d1_3_5", "d1_1_3", "d1"};
        for (int bar = 0; bar < feet.length; bar++) {
            float[] wave = key(48).set("d8", 0).set(feet[bar], 8).render(96_000);
            double hertz = Spectrum.of(wave, RATE).strongest();
            assertEquals(above[bar], 12 * Math.log(hertz / 130.8128) / Math.log(2), 0.02, feet[bar]);
        }
    }

    @ParameterizedTest
    @CsvSource({"48, 130.768", "57, 220", "69, 440", "64, 329.6", "95, 1974.857"})
    void turnsAtTheRatiosOfItsGears(double note, double hertz) {
        double strongest = Spectrum.of(key(note).render(131_072), RATE).strongest();
        assertEquals(0, 1_200 * Math.log(strongest / hertz) / Math.log(2), 0.03);
    }

    @Test void theOctavesFoldBackAtBothEnds() {
        assertEquals(65.38, Spectrum.of(key(36).set("d8", 0).set("d16", 8).render(131_072), RATE).strongest(), 0.1);
        assertEquals(65.38, Spectrum.of(key(36).render(131_072), RATE).strongest(), 0.1);
        // C7 with 1' would be C10: it is C8.
        assertEquals(4_189.1, Spectrum.of(key(96).set("d8", 0).set("d1", 8).render(131_072), RATE).strongest(), 1);
    }

    @Test void eachNotchIsThreeDecibels() {
        for (int notch = 1; notch < 8; notch++) {
            double quiet = Waves.rms(key(60).set("d8", notch).render(48_000)), loud = Waves.rms(key(60).set("d8", notch + 1).render(48_000));
            assertEquals(3, Waves.decibels(loud / quiet), 0.1);
        }
        assertEquals(0, Waves.rms(key(60).set("d8", 0).render(4_800)));
    }

    @Test void aWheelHasOnePhaseInAllVoices() {
        // The 4' of a key is the wheel of the 8' of the key an octave above, whenever either was struck.
        float[] low = key(60).set("d8", 0).set("d4", 8).render(96_000);
        float[] high = Rig.of(new TonewheelOrgan()).set("pitch", 72).set("leakage", 0).set("gate", time -> time > 0.7131 ? 1 : 0).render(96_000);
        assertArrayEquals(Waves.part(low, 48_000, 96_000), Waves.part(high, 48_000, 96_000), 1e-4f);
    }

    @Test void aBendIsExact() {
        double strongest = Spectrum.of(key(69.5).set("pitch", time -> time < 0.01 ? 69 : 71).render(131_072), RATE).strongest();
        assertEquals(0, 1_200 * Math.log(strongest / 493.8833) / Math.log(2), 0.2);
    }

    @Test void isNearlyASine() {
        Spectrum spectrum = Spectrum.of(key(60).render(96_000), RATE);
        double first = spectrum.amplitudeNear(261.54);
        assertEquals(-36, Waves.decibels(spectrum.amplitudeNear(3 * 261.54) / first), 4);
        assertTrue(Waves.decibels(spectrum.amplitudeNear(5 * 261.54) / first) < -70);
    }

    @Test void theContactsCloseOneAfterTheOther() {
        float[] all = full(new TonewheelOrgan()).set("spread", 0.01).set("click", 1).render(4_800);
        int first = 0;
        while (all[first] == 0) {
            first++;
        }
        assertTrue(first < 48, "latency of " + first);
        double early = Waves.rms(Waves.part(all, first, first + 96)), late = Waves.rms(Waves.part(all, 1_000, 4_800));
        assertTrue(early < 0.7 * late);
    }

    @Test void clickIsHeardAboveTheWheels() {
        double hard = click(1), soft = click(0);
        assertTrue(hard > soft + 12, hard + " against " + soft + " dB");
    }

    @Test void leakageIsFaint() {
        float[] with = Rig.of(new TonewheelOrgan()).set("gate", 1).set("pitch", 60).set("leakage", 1).render(96_000);
        float[] without = key(60).render(96_000);
        float[] leaked = new float[with.length];
        for (int i = 0; i < leaked.length; i++) {
            leaked[i] = with[i] - without[i];
        }
        assertEquals(-30, Waves.decibels(Waves.rms(leaked) / Waves.rms(without)), 1.5);
    }

    @Test void onlyAKeyAloneStrikesThePercussion() {
        Rig rig = Rig.of(new TonewheelOrgan()).set("d8", 0).set("leakage", 0).set("percussion", 1).set("percussion_decay", 1).set("pitch", 60)
                .set("gate", 0, time -> time < 1.5 ? 1 : 0).set("gate", 1, time -> time > 1 && time < 2 ? 1 : 0)
                .set("gate", 2, time -> time > 2.1 ? 1 : 0).set("gate", 3, time -> 0);
        float[] first = rig.render("out", 0, 120_000), second = rig.render("out", 1, 120_000), third = rig.render("out", 2, 120_000);
        assertEquals(0.25, Waves.peak(Waves.part(first, 0, 2_400)), 0.04);
        assertEquals(-30, Waves.decibels(Waves.rms(Waves.part(first, 24_000, 26_400)) / Waves.rms(Waves.part(first, 400, 1_600))), 2);
        assertTrue(Waves.peak(second) < 1e-3);
        assertEquals(0.25, Waves.peak(third), 0.04);
    }

    @Test void percussionIsTheSecondOrThirdHarmonic() {
        assertEquals(523.1, percussion("second"), 2);
        assertEquals(783.6, percussion("third"), 3);
    }

    private static double percussion(String harmonic) {
        return Spectrum.of(key(60).choose("harmonic", harmonic).set("d8", 0).set("percussion", 1).set("percussion_decay", 10).render(65_536), RATE)
                .strongest();
    }

    private static double click(double hardness) {
        return Spectrum.of(full(new TonewheelOrgan()).set("gate", time -> time > 0.02 ? 1 : 0).set("click", hardness).render(2_048), RATE)
                .band(9_000, 20_000);
    }

    private static Rig full(TonewheelOrgan organ) {
        Rig rig = Rig.of(organ).set("gate", 1).set("pitch", 60).set("leakage", 0);
        for (String foot : new String[] {"d16", "d5_1_3", "d8", "d4", "d2_2_3", "d2", "d1_3_5", "d1_1_3", "d1"}) {
            rig.set(foot, 8);
        }
        return rig;
    }

    private static Rig key(double pitch) {
        return Rig.of(new TonewheelOrgan()).set("gate", 1).set("pitch", pitch).set("leakage", 0);
    }
}
