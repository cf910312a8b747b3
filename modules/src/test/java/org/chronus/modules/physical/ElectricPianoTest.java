package org.chronus.modules.physical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElectricPianoTest {
    static final List<Supplier<ElectricPiano>> BOTH = List.of(Tine::new, Reed::new);

    private static final int STRIKES = 12;
    private static final double RATE = 48_000, C3 = 130.8128;
    /** Of key velocities 120 and 40, by the device's curve. */
    private static final double HARD = 0.89, SOFT = 0.1;

    /** Eight modes, and keys that are struck in some lane every few frames. */
    @ParameterizedTest
    @FieldSource("BOTH")
    void keepsTheHouseRules(Supplier<ElectricPiano> maker) {
        ModuleContract.of(maker).costing(80).check();
    }

    @ParameterizedTest
    @ValueSource(doubles = {28, 40, 52, 69, 88, 100})
    void isInTuneToOneCent(double note) {
        double hertz = 440 * Math.pow(2, (note - 69) / 12);
        for (Supplier<ElectricPiano> maker : BOTH) {
            float[] wave = key(maker, note).set("velocity", SOFT).set("time", 20).render(150_000);
            assertEquals(0, 1_200 * Math.log(Partials.near(wave, hertz, RATE) / hertz) / Math.log(2), 1);
        }
    }

    @Test void aHardTineHasTwelvePartialsAndMore() {
        float[] wave = key(Tine::new, 48).set("velocity", HARD).render(48_000);
        assertTrue(partials(wave) >= 12, partials(wave) + " partials");
        assertTrue(partials(key(Reed::new, 48).set("velocity", HARD).render(48_000)) >= 9);
    }

    @ParameterizedTest
    @FieldSource("BOTH")
    void barksAtVelocity(Supplier<ElectricPiano> maker) {
        float[] hard = key(maker, 48).set("velocity", HARD).render(48_000), soft = key(maker, 48).set("velocity", SOFT).render(48_000);
        assertTrue(Spectrum.of(hard, RATE).centroid() > 1.3 * Spectrum.of(soft, RATE).centroid());
        double louder = Waves.decibels(Waves.rms(hard) / Waves.rms(soft));
        assertTrue(louder > 8 && louder < 20, louder + " dB");
        assertTrue(third(hard) > third(soft) + 15);
    }

    @ParameterizedTest
    @FieldSource("BOTH")
    void aNearPickupBarksMore(Supplier<ElectricPiano> maker) {
        assertTrue(third(key(maker, 48).set("distance", 0.1).render(48_000)) > third(key(maker, 48).set("distance", 0.9).render(48_000)) + 6);
    }

    @Test void beforeTheAxisTheTineSoundsAnOctaveHigher() {
        float[] wave = key(Tine::new, 48).set("symmetry", 0).set("velocity", 0.3).render(48_000);
        assertTrue(Waves.amplitudeAt(2 * C3, wave, RATE) > 10 * Waves.amplitudeAt(C3, wave, RATE));
    }

    @Test void theTineRingsLongAndItsBellShort() {
        float[] wave = key(Tine::new, 60).set("velocity", SOFT).render(STRIKES * 24_000);
        assertEquals(9, 60 * 1.5 / decay(wave, 261.63, 0.2, 1.7), 2.5);
        float[] bell = key(Tine::new, 60).set("velocity", SOFT).set("bell", 2).set("hardness", 1).render(STRIKES * 24_000);
        assertTrue(decay(bell, 261.63 * 7.11, 0.05, 0.45) > 15);
    }

    @ParameterizedTest
    @FieldSource("BOTH")
    void theDamperStopsIt(Supplier<ElectricPiano> maker) {
        float[] wave = key(maker, 60).set("gate", time -> time < 0.5 ? 1 : 0).set("velocity", SOFT).set("hammer", 0).render(48_000);
        assertEquals(48, decay(wave, 261.63, 0.5, 0.7), 4);
    }

    @ParameterizedTest
    @FieldSource("BOTH")
    void theHammerIsHeardFaintly(Supplier<ElectricPiano> maker) {
        float[] without = key(maker, 84).set("hammer", 0).render(9_600), with = key(maker, 84).set("hammer", 1).render(9_600);
        float[] noise = new float[without.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = with[i] - without[i];
        }
        double level = Waves.decibels(Waves.peak(noise) / Waves.peak(with));
        assertTrue(level > -36 && level < -8, level + " dB");
    }

    @ParameterizedTest
    @FieldSource("BOTH")
    void foldsNothingAboveSixtyDecibelsBelow(Supplier<ElectricPiano> maker) {
        for (double note : new double[] {72, 84, 93}) {
            double hertz = 440 * Math.pow(2, (note - 69) / 12);
            float[] wave = key(maker, note).set("velocity", 1).set("bell", 0).set("hammer", 0).set("time", 60).render(48_000);
            double alias = Spectrum.of(wave, RATE).loudestAlias(hertz, 15_000);
            assertTrue(alias < -60, note + ": " + alias + " dB");
        }
    }

    @ParameterizedTest
    @FieldSource("BOTH")
    void strikesVaryAndRepeatThemselves(Supplier<ElectricPiano> maker) {
        float[] wave = again(maker);
        double least = 1e9, most = 0;
        for (int strike = 0; strike < STRIKES; strike++) {
            double level = Waves.rms(Waves.part(wave, strike * 24_000, strike * 24_000 + 9_600));
            least = Math.min(least, level);
            most = Math.max(most, level);
        }
        assertTrue(Waves.decibels(most / least) > 0.1 && Waves.decibels(most / least) < 2, Waves.decibels(most / least) + " dB");
        assertArrayEquals(wave, again(maker));
    }

    private static float[] again(Supplier<ElectricPiano> maker) {
        return key(maker, 60).set("gate", time -> time % 0.5 < 0.2 ? 1 : 0).set("release", 0.05).render(STRIKES * 24_000);
    }

    /** How many are less than 60 dB below the strongest, from the first on. */
    private static int partials(float[] wave) {
        double strongest = 0;
        for (int partial = 1; partial < 24; partial++) {
            strongest = Math.max(strongest, Waves.amplitudeAt(partial * C3, Waves.part(wave, 2_000, 18_000), RATE));
        }
        int count = 0;
        for (int partial = 1; partial < 24; partial++) {
            count += Waves.amplitudeAt(partial * C3, Waves.part(wave, 2_000, 18_000), RATE) > strongest * Waves.factor(-60) ? 1 : 0;
        }
        return count;
    }

    private static double third(float[] wave) {
        float[] part = Waves.part(wave, 2_000, 18_000);
        return Waves.decibels(Waves.amplitudeAt(3 * C3, part, RATE) / Waves.amplitudeAt(C3, part, RATE));
    }

    private static double decay(float[] wave, double hertz, double from, double to) {
        int first = (int) (from * RATE), second = (int) (to * RATE);
        return Waves.decibels(Waves.amplitudeAt(hertz, Waves.part(wave, first, first + 3_000), RATE)
                / Waves.amplitudeAt(hertz, Waves.part(wave, second, second + 3_000), RATE));
    }

    private static Rig key(Supplier<ElectricPiano> maker, double note) {
        return Rig.of(maker.get()).set("gate", 1).set("pitch", note);
    }
}
