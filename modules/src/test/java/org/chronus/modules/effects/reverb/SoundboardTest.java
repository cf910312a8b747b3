package org.chronus.modules.effects.reverb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundboardTest {
    /** Twelve strings, and fifteen all-passes of which each waits for the one before it, frame by frame. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(Soundboard::new).inMix().sharing().costing(400).check();
    }

    @ParameterizedTest
    @ValueSource(doubles = {55, 220, 880, 3_520, 10_000})
    void monoHearsNothingOfTheSides(double hertz) {
        float[] mono = sum(sine(hertz).set("width", 1), 1), plain = sum(sine(hertz).set("width", 0), 1);
        assertEquals(0, Waves.decibels(Waves.rms(mono) / Waves.rms(plain)), 0.05);
    }

    @Test void theBassStaysInTheMiddle() {
        for (double hertz : new double[] {40, 65, 82}) {
            assertTrue(sides(hertz) < -25, sides(hertz) + " dB at " + hertz + " Hz");
        }
        for (double hertz : new double[] {500, 800, 2_000, 6_000}) {
            assertEquals(-4, sides(hertz), 4, hertz + " Hz");
        }
    }

    @Test void noPartialLeansFarToASide() {
        for (double hertz = 200; hertz < 8_000; hertz *= 1.06) {
            float[] left = settled(sine(hertz).render("out", 0, 24_000)), right = settled(sine(hertz).render("out", 1, 24_000));
            assertEquals(0, Waves.decibels(Waves.rms(left) / Waves.rms(right)), 5, hertz + " Hz");
        }
    }

    @Test void stringsRingAlongWhileThePedalIsDown() {
        double open = after(tone(220).set("pedal", 1)), shut = after(tone(220).set("pedal", 0));
        double lifted = after(tone(220).set("pedal", time -> time < 0.6 ? 1 : 0));
        assertTrue(open > -60 && shut < -110 && lifted < -110, open + ", " + shut + " and " + lifted + " dB");
    }

    @Test void theyRingAtThePartialsOfTheKeysAlone() {
        double key = Waves.decibels(Waves.rms(tail(tone(220)))), between = Waves.decibels(Waves.rms(tail(tone(226.5))));
        assertTrue(key > between + 10, key + " and " + between);
    }

    /** A second after a tone of half a second. */
    private static float[] tail(Rig rig) {
        return Waves.part(rig.render(72_000), 48_000, 72_000);
    }

    private static Rig tone(double hertz) {
        return rig().set("pedal", 1).set("in", time -> time < 0.5 ? 0.3 * Math.sin(2 * Math.PI * hertz * time) : 0);
    }

    private static double after(Rig rig) {
        return Waves.decibels(Waves.rms(tail(rig)) + 1e-9);
    }

    /** Side against middle in dB. */
    private static double sides(double hertz) {
        return Waves.decibels(Waves.rms(sum(sine(hertz), -1)) / Waves.rms(sum(sine(hertz), 1)));
    }

    private static float[] sum(Rig rig, int sign) {
        float[] left = rig.render("out", 0, 24_000), right = rig.render("out", 1, 24_000);
        for (int i = 0; i < left.length; i++) {
            left[i] = (left[i] + sign * right[i]) / 2;
        }
        return settled(left);
    }

    private static float[] settled(float[] wave) {
        return Waves.part(wave, 12_000, 24_000);
    }

    private static Rig sine(double hertz) {
        return rig().set("width", 0.7).set("in", time -> 0.3 * Math.sin(2 * Math.PI * hertz * time));
    }

    private static Rig rig() {
        return Rig.of(new Soundboard()).inMix();
    }
}
