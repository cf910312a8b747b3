package org.chronus.modules.physical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModalTest {
    private static final double RATE = 48_000;

    /** Sixteen modes, and keys that strike in some lane every few frames. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(Modal::new).costing(120).check();
    }

    @ParameterizedTest
    @EnumSource(Body.class)
    void eachModeIsWhereItBelongs(Body body) {
        float[] wave = struck(57).choose("body", body.name().toLowerCase(Locale.ROOT)).set("beating", 0).set("time", 20).set("damping", 0)
                .set("brightness", 1).render(150_000);
        double strongest = Waves.peak(wave);
        for (int mode = 0; mode < 6; mode++) {
            double hertz = 220 * body.ratio(mode);
            if (Waves.amplitudeAt(hertz, wave, RATE) > 0.003 * strongest) {
                assertEquals(0, 1_200 * Math.log(Partials.near(wave, hertz, RATE) / hertz) / Math.log(2), 1, body + " " + mode);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"MARIMBA, 8", "VIBRAPHONE, 7", "GLOCKENSPIEL, 7"})
    void aBarTwistsBesideItsBending(Body body, int first) {
        float[] wave = struck(57).choose("body", body.name().toLowerCase(Locale.ROOT)).set("beating", 0).set("time", 20).set("damping", 0)
                .set("brightness", 1).set("position", 0.5).render(150_000);
        double fundamental = Waves.amplitudeAt(220, wave, RATE);
        for (int mode = first; mode < body.modes(); mode++) {
            double level = Waves.amplitudeAt(220 * body.ratio(mode), wave, RATE) / fundamental;
            assertTrue(level > 0.3 * body.level(mode) && level < 2 * body.level(mode), body + " " + body.ratio(mode) + ": " + level);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {21, 36, 60, 84, 108})
    void isInTuneToHalfACent(double note) {
        double hertz = 440 * Math.pow(2, (note - 69) / 12);
        float[] wave = struck(note).set("beating", 0).set("time", 20).render(200_000);
        assertEquals(0, 1_200 * Math.log(Partials.near(wave, hertz, RATE) / hertz) / Math.log(2), 0.5);
    }

    @ParameterizedTest
    @CsvSource({"36, 1", "36, 10", "60, 0.3", "60, 3", "60, 30", "84, 2", "96, 10"})
    void decaysBySixtyDecibelsInItsTime(double note, double seconds) {
        double hertz = 440 * Math.pow(2, (note - 69) / 12), span = Math.min(seconds / 2, 4);
        float[] wave = struck(note).set("beating", 0).set("time", seconds).set("damping", 1).set("position", 0.5)
                .render((int) ((span + 0.6) * RATE));
        assertEquals(seconds, 60 * span / decay(wave, hertz, 0.2, 0.2 + span), 0.01 * seconds);
    }

    @Test void dampingAtOneGivesEveryModeAsManyCycles() {
        float[] wave = struck(48).choose("body", "string").set("beating", 0).set("damping", 1).set("time", 4).render(96_000);
        assertEquals(4 * decay(wave, 130.81, 0.2, 0.8), decay(wave, 4 * 130.81, 0.2, 0.8), 1);
    }

    @Test void pairsBeatAtTheirRate() {
        float[] wave = struck(69).set("beating", 2).set("time", 30).set("position", 0.5).render(96_000);
        double strong = level(wave, 0), weak = level(wave, 0.25), again = level(wave, 0.5);
        assertTrue(strong > 2.5 * weak && again > 2.5 * weak, strong + ", " + weak + ", " + again);
    }

    @Test void aStiffStringIsSharpByItsCoefficient() {
        float[] wave = struck(45).choose("body", "string").set("beating", 0).set("inharmonicity", 0.001)
                .set("damping", 0).set("time", 20).render(150_000);
        double tenth = 110 * 10 * Math.sqrt((1 + 0.001 * 100) / (1 + 0.001));
        assertEquals(0, 1_200 * Math.log(Partials.near(wave, tenth, RATE) / tenth) / Math.log(2), 1);
    }

    @Test void theReleaseStopsIt() {
        float[] wave = struck(60).set("beating", 0).set("gate", time -> time < 0.5 ? 1 : 0).set("release", 0.3).render(48_000);
        assertEquals(60, decay(wave, 261.63, 0.5, 0.8), 2);
    }

    @Test void aHardStrikeIsLouderAndBrighter() {
        float[] soft = struck(60).set("velocity", 0.25).render(16_384), hard = struck(60).set("velocity", 0.9).render(16_384);
        assertEquals(11, Waves.decibels(Waves.rms(hard) / Waves.rms(soft)), 3);
        double brighter = Spectrum.of(hard, RATE).centroid() / Spectrum.of(soft, RATE).centroid();
        assertTrue(brighter > 1.3, "by " + brighter);
    }

    @Test void isAsLoudInAllRegisters() {
        for (double note : new double[] {28, 40, 52, 64, 76, 88, 100}) {
            assertEquals(-9.5, Waves.decibels(Waves.peak(struck(note).render(9_600))), 5, "note " + note);
        }
    }

    @Test void strikesVaryWithinTwoDecibelsAndRepeatThemselves() {
        float[] wave = again().render(96_000);
        double least = 1e9, most = 0;
        for (int strike = 0; strike < 4; strike++) {
            double level = Waves.rms(Waves.part(wave, strike * 24_000, strike * 24_000 + 9_600));
            least = Math.min(least, level);
            most = Math.max(most, level);
        }
        assertTrue(Waves.decibels(most / least) > 0.1 && Waves.decibels(most / least) < 2.5, Waves.decibels(most / least) + " dB");
        assertArrayEquals(wave, again().render(96_000));
    }

    private static Rig again() {
        return struck(72).set("gate", time -> time % 0.5 < 0.2 ? 1 : 0).set("release", 0.05);
    }

    private static double level(float[] wave, double seconds) {
        int from = (int) (seconds * RATE);
        return Waves.amplitudeAt(440, Waves.part(wave, from, from + 2_400), RATE);
    }

    /** By how many dB a frequency decays from one time to the other. */
    private static double decay(float[] wave, double hertz, double from, double to) {
        int length = (int) Math.max(RATE * 0.05, 20 * RATE / hertz), first = (int) (from * RATE), second = (int) (to * RATE);
        return Waves.decibels(Waves.amplitudeAt(hertz, Waves.part(wave, first, first + length), RATE)
                / Waves.amplitudeAt(hertz, Waves.part(wave, second, second + length), RATE));
    }

    private static Rig struck(double note) {
        return Rig.of(new Modal()).set("gate", 1).set("pitch", note);
    }
}
