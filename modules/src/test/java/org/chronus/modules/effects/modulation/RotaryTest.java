package org.chronus.modules.effects.modulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.chronus.modules.effects.Sounds;
import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotaryTest {
    private static final int RATE = 48_000;

    /** Two rotors with two microphones each, which read at a place of their own in every frame. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(Rotary::new).inMix().costing(200).check();
    }

    @Test void dryIsExactlyDry() {
        float[] signal = Waves.sine(440, 0.7, 4_800, RATE);
        assertArrayEquals(signal, Rig.of(new Rotary()).inMix().set("in", signal).set("mix", 0).render(4_800));
    }

    @ParameterizedTest
    @CsvSource({"0, 3000, 40", "1, 3000, 423", "0, 300, 36", "1, 300, 357"})
    void hornAndDrumTurnAtTheirSpeeds(double speed, double hertz, double perMinute) {
        float[] heard = tone(hertz).set("speed", speed).set("balance", hertz > 800 ? 1 : -1).render(12 * RATE);
        float[] level = envelope(heard);
        double strongest = 0, at = 0;
        for (double rpm = 20; rpm < 600; rpm += 0.5) {
            double amplitude = Waves.amplitudeAt(rpm / 60, level, 1_000);
            if (amplitude > strongest) {
                strongest = amplitude;
                at = rpm;
            }
        }
        assertEquals(perMinute, at, 1.5);
    }

    @Test void theHornSwaysThePitchByTwoAndAHalfPerCent() {
        float[] heard = tone(3_000).set("speed", 1).set("balance", 1).render(2 * RATE);
        double least = 1e9, most = 0;
        for (int from = RATE; from < 2 * RATE - 1_000; from += 100) {
            double hertz = Sounds.frequency(heard, from, from + 600, RATE);
            least = Math.min(least, hertz);
            most = Math.max(most, hertz);
        }
        double swing = 2 * Math.PI * 423 / 60 * 0.19 / 343;
        assertEquals(swing, most / 3_000 - 1, 0.002);
        assertEquals(swing, 1 - least / 3_000, 0.002);
    }

    @Test void theHornSpeedsUpFasterThanTheDrum() {
        assertEquals(0.7, turnsOnTheWay(1, 3_000, 40, 423), 0.08);
        assertEquals(2, turnsOnTheWay(-1, 300, 36, 357), 0.2);
    }

    @Test void theBrakeStopsIt() {
        float[] heard = tone(3_000).set("speed", 1).set("brake", time -> time < 0.1 ? 0 : 1).render(8 * RATE);
        float[] level = envelope(heard), end = Waves.part(level, level.length - 500, level.length);
        assertEquals(1, Waves.peak(end) / Waves.mean(end), 0.01);
    }

    /** To the back and again: 0.52 m, and from the mouth, which faces the microphone, to where it would face the wall: 0.38 m. */
    @Test void theCabinetReturnsWhatTheHornDoesNotSendToTheMicrophone() {
        float[] click = Waves.sine(3_000, 0.5, 16, RATE), open = stopped(click, 0), closed = stopped(click, 0.5);
        float[] returned = new float[open.length];
        for (int i = 0; i < open.length; i++) {
            returned[i] = closed[i] - open[i];
        }
        assertEquals((0.52 + 0.38) / 343 * RATE, place(returned) - place(open), 1.5);
        assertEquals(-12, Waves.decibels(Waves.peak(returned) / Waves.peak(open)), 1.5);
    }

    private static float[] stopped(float[] click, double cabinet) {
        float[] signal = Arrays.copyOf(click, 4_800);
        return Rig.of(new Rotary()).inMix().set("in", signal).set("width", 0).set("balance", 1).set("brake", 1).set("cabinet", cabinet).render(4_800);
    }

    /** Where the middle of its power is. */
    private static double place(float[] wave) {
        double sum = 0, places = 0;
        for (int i = 0; i < wave.length; i++) {
            sum += wave[i] * wave[i];
            places += i * wave[i] * wave[i];
        }
        return places / sum;
    }

    @Test void isAsLoudAsTheInput() {
        for (double hertz : new double[] {100, 500, 2_000, 5_000}) {
            double gain = Waves.rms(Waves.part(tone(hertz).set("speed", 1).render(3 * RATE), RATE, 3 * RATE)) / (0.5 * Math.sqrt(0.5));
            assertEquals(0, Waves.decibels(gain), 2, hertz + " Hz");
        }
    }

    @Test void isWideAndLosesLittleInMono() {
        Rig rig = Rig.of(new Rotary()).inMix().set("in", Sounds.soft(4 * RATE)).set("speed", 1);
        float[] left = rig.render("out", 0, 4 * RATE), right = rig.render("out", 1, 4 * RATE);
        double correlation = Waves.correlation(left, right), loss = Sounds.monoLoss(left, right);
        assertTrue(correlation > 0.2 && correlation < 0.9, "correlation " + correlation);
        assertTrue(loss < 3, "mono loses " + loss);
        assertEquals(0, Waves.decibels(Waves.rms(left) / Waves.rms(right)), 0.3);
    }

    private static Rig tone(double hertz) {
        return Rig.of(new Rotary()).inMix().set("in", Waves.sine(hertz, 0.5, 12 * RATE, RATE)).set("width", 0);
    }

    /** The time constant of the way from slow to fast, from how many turns are missing at its end. */
    private static double turnsOnTheWay(int balance, double hertz, double slow, double fast) {
        double turn = 2, end = 12;
        float[] moved = envelope(tone(hertz).set("balance", balance).set("speed", time -> time < turn ? 0 : 1).render(12 * RATE));
        double turns = 0;
        float mean = (float) Waves.mean(moved);
        for (int i = (int) (turn * 1_000) + 1; i < moved.length; i++) {
            turns += moved[i - 1] < mean && moved[i] >= mean ? 1 : 0;
        }
        return ((end - turn) * fast / 60 - turns) / ((fast - slow) / 60);
    }

    /** The peak level at a thousand steps per second, without the ripple of the tone. */
    private static float[] envelope(float[] wave) {
        float[] level = new float[wave.length / 48];
        for (int i = 0; i < level.length; i++) {
            int from = Math.max(0, i * 48 - 200);
            level[i] = (float) Waves.rms(Waves.part(wave, from, from + 480));
        }
        return level;
    }
}
