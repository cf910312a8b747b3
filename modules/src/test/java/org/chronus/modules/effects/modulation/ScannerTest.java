package org.chronus.modules.effects.modulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.effects.Sounds;
import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Spectrum;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScannerTest {
    private static final int RATE = 48_000;

    /** Reads two taps in every frame, at places that jump. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(Scanner::new).inMix().costing(100).check();
    }

    @Test void dryIsExactlyDry() {
        float[] signal = Waves.sine(440, 0.7, 4_800, RATE);
        assertArrayEquals(signal, Rig.of(new Scanner()).inMix().set("in", signal).set("mix", 0).render(4_800));
    }

    /** A triangle of 1.05 ms both ways in a cycle: 2 x 1.05 ms x 7.25 Hz. */
    @ParameterizedTest
    @CsvSource({"0.3333, 8.8", "0.6667, 17.6", "1, 26.4"})
    void swaysThePitchByItsDepth(double depth, double cents) {
        float[] heard = Rig.of(new Scanner()).inMix().set("in", Waves.sine(600, 0.5, 2 * RATE, RATE)).set("depth", depth).set("mix", 1)
                .render(2 * RATE);
        double least = 1e9, most = 0;
        for (int from = RATE; from < 2 * RATE - 2_000; from += 50) {
            double hertz = Sounds.frequency(heard, from, from + 1_600, RATE);
            least = Math.min(least, hertz);
            most = Math.max(most, hertz);
        }
        assertEquals(cents, 1_200 * Math.log(most / 600) / Math.log(2), 0.15 * cents);
        assertEquals(-cents, 1_200 * Math.log(least / 600) / Math.log(2), 0.15 * cents);
    }

    @Test void vibratoKeepsTheMeanPitchAndChorusTheMono() {
        Rig rig = Rig.of(new Scanner()).inMix().set("in", Waves.sine(600, 0.5, 3 * RATE, RATE)).set("mix", 1);
        assertEquals(600, Sounds.frequency(rig.render(3 * RATE), RATE, 3 * RATE - 2, RATE), 0.3);
        assertArrayEquals(rig.render("out", 0, RATE), rig.render("out", 1, RATE));
    }

    @Test void scansAtItsRate() {
        float[] heard = Rig.of(new Scanner()).inMix().set("in", Waves.sine(1_000, 0.5, 12 * RATE, RATE)).render(12 * RATE);
        Spectrum spectrum = Spectrum.of(heard, RATE);
        assertTrue(spectrum.amplitudeNear(1_007.25) > 0.03 && spectrum.amplitudeNear(1_003.6) < 0.001);
    }
}
