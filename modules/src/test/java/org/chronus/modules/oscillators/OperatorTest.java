package org.chronus.modules.oscillators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorTest {
    private static final int FRAMES = 96_000;

    /** A sine, an envelope, and a limit with two divisions. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(Operator::new).costing(100).check();
    }

    private static Rig rig(double hertz) {
        return Rig.of(new Operator()).set("pitch", Pitches.of(hertz)).set("gate", 1);
    }

    /** One that modulates, at a level in cycles. */
    private static float[] modulation(double hertz, double ratio, double cycles, double feedback, float[] by) {
        return rig(hertz).set("ratio", ratio).set("level", cycles).set("feedback", feedback).set("phase", by).render("modulation", 0, FRAMES);
    }

    private static double alias(float[] wave, double hertz, double limit) {
        Spectrum spectrum = Spectrum.of(wave, 48_000);
        return spectrum.loudestAlias(hertz, limit) + Waves.decibels(spectrum.amplitudeNear(hertz));
    }

    /** Bessel functions of the first kind by their integral. */
    private static double bessel(int n, double x) {
        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            double t = Math.PI * (i + 0.5) / 20_000;
            sum += Math.cos(n * t - x * Math.sin(t)) / 20_000;
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1.5, 4})
    void sidebandsAreBesselFunctionsOfTheIndex(double index) {
        float[] wave = rig(200).set("ratio", 30).set("phase", modulation(200, 1, index / (2 * Math.PI), 0, new float[0])).render(FRAMES);
        Spectrum spectrum = Spectrum.of(wave, 48_000);
        for (int n = 0; n <= 6; n++) {
            double expected = Math.abs(bessel(n, index));
            if (expected > 0.003) {
                assertEquals(0, Waves.decibels(spectrum.amplitudeNear(6_000 + 200 * n) / expected), 0.1, "sideband " + n);
                assertEquals(0, Waves.decibels(spectrum.amplitudeNear(6_000 - 200 * n) / expected), 0.1, "sideband -" + n);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"C4, 261.63", "C5, 523.25", "C6, 1046.5", "C7, 2093", "C8, 4186"})
    void noKeyHasAliasesAboveSixtyDecibels(String key, double hertz) {
        for (double ratio : new double[] {1, 2, 3, 7, 14}) {
            for (double cycles : new double[] {0.1, 0.5, 2}) {
                double alias = alias(rig(hertz).set("phase", modulation(hertz, ratio, cycles, 0, new float[0])).render(FRAMES), hertz, 24_000);
                assertTrue(alias < -60, () -> key + ", ratio " + ratio + ", " + cycles + " cycles: " + alias + " dB");
            }
        }
    }

    /** What little of the third folds to above 20 kHz is not heard. */
    @ParameterizedTest
    @ValueSource(doubles = {261.63, 1_046.5, 2_093, 4_186})
    void noStackHasAliasesAboveSixtyDecibels(double hertz) {
        for (double cycles : new double[] {0.2, 1}) {
            float[] second = modulation(hertz, 1, cycles, 0, modulation(hertz, 3, cycles, 0, new float[0]));
            double alias = alias(rig(hertz).set("phase", second).render(FRAMES), hertz, 20_000);
            assertTrue(alias < -60, () -> cycles + " cycles: " + alias + " dB");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {55, 261.63, 1_046.5, 2_093, 4_186})
    void feedbackGrowsToASawtoothWithoutAliases(double hertz) {
        double before = 0;
        for (double feedback : new double[] {0.25, 0.5, 1}) {
            float[] wave = rig(hertz).set("feedback", feedback).render(FRAMES);
            double alias = alias(wave, hertz, 24_000);
            assertTrue(alias < -60, () -> feedback + ": " + alias + " dB");
            Spectrum spectrum = Spectrum.of(wave, 48_000);
            double second = spectrum.amplitudeNear(2 * hertz);
            assertTrue(second > before, "the second harmonic grows");
            before = second;
        }
    }

    @Test void theIndexIsWholeOnTheLowerHalfOfTheKeyboard() {
        for (double hertz : new double[] {55, 110, 261.63}) {
            assertEquals(1, Waves.peak(Waves.part(modulation(hertz, 1, 1, 0, new float[0]), 4_800, 48_000)), 1e-3);
        }
    }

    @Test void aFixedFrequencyTakesThePlaceOfTheNotes() {
        assertEquals(123, Spectrum.of(rig(440).set("fixed", 123).render(FRAMES), 48_000).strongest(), 0.01);
        assertEquals(440, Spectrum.of(rig(440).render(FRAMES), 48_000).strongest(), 0.01);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.3, 1", "1, 0.3, 0.3", "0.5, 0.3, 0.65", "1, 1, 1"})
    void velocityMakesItsShareOfTheLevel(double sensitivity, double velocity, double level) {
        float[] wave = rig(1_000).set("sensitivity", sensitivity).set("velocity", velocity).render(FRAMES);
        assertEquals(level, Spectrum.of(wave, 48_000).amplitudeNear(1_000), 1e-3);
    }

    @ParameterizedTest
    @CsvSource({"261.6256, -6, 0", "1046.5, -6, -12", "523.25, 3, 3", "65.4, -6, 6.02", "4186, -10, -40"})
    void keyLevelIsInDecibelsPerOctave(double hertz, double slope, double expected) {
        float[] wave = rig(hertz).set("keylevel", slope).render(FRAMES);
        assertEquals(expected, Waves.decibels(Spectrum.of(wave, 48_000).amplitudeNear(hertz)), 0.05);
    }

    /** Level of a second and a bit of the envelope, from the peaks of a high sine around that time. */
    private static double levelAt(Rig rig, double seconds) {
        int at = (int) (seconds * 48_000);
        return Waves.peak(Waves.part(rig.set("fixed", 6_000).render(at + 48), at, at + 48));
    }

    @Test void breaksAndSlopesToSustain() {
        Rig rig = rig(440).set("attack", 0.1).set("decay", 0.2).set("break", 0.5).set("slope", 1).set("sustain", 0.2);
        assertEquals(0.5, levelAt(rig, 0.05), 0.01);
        assertEquals(0.98, levelAt(rig, 0.1), 0.03);
        assertEquals(0.5 + 0.5 * Math.sqrt(0.001), levelAt(rig, 0.2), 0.01);
        assertEquals(0.5, levelAt(rig, 0.299), 0.01);
        assertEquals(0.2 + 0.3 * Math.sqrt(0.001), levelAt(rig, 0.8), 0.01);
        assertEquals(0.2, levelAt(rig, 1.5), 0.01);
    }

    @Test void withoutASlopeItDecaysStraightToSustain() {
        Rig rig = rig(440).set("decay", 2).set("sustain", 0);
        for (double seconds : new double[] {0.5, 1, 1.9}) {
            assertEquals(-30 * seconds, Waves.decibels(levelAt(rig, seconds + 0.001)), 0.3);
        }
    }

    @Test void timesShortenUpTheKeyboard() {
        for (double hertz : new double[] {130.81, 261.63, 1_046.5}) {
            Rig rig = rig(hertz).set("decay", 2).set("sustain", 0).set("keytime", 0.5);
            double shorter = Math.pow(2, 0.5 * Math.log(hertz / 261.6256) / Math.log(2));
            assertEquals(-15 * shorter, Waves.decibels(levelAt(rig, 0.501)), 0.3);
        }
    }

    @Test void releasesInItsTimeAndIsStruckAgainWithoutAStep() {
        Rig rig = rig(440).set("gate", time -> time < 0.1 || time > 0.15 ? 1 : 0).set("release", 0.3).set("attack", 0.05);
        assertEquals(-5, Waves.decibels(levelAt(rig, 0.125)), 0.4);
        float[] wave = rig.set("fixed", 100).render(19_200);
        assertTrue(Waves.steepestStep(wave) < 2 * Math.PI * 100 / 48_000 + 1.5 / (0.05 * 48_000));
        assertEquals(1, Waves.peak(Waves.part(wave, 14_400, 19_200)), 0.01);
    }
}
