package org.chronus.modules.effects.modulation;

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

class FrequencyShifterTest {
    private static final int RATE = 48_000;

    /** Twelve all-passes and two sines. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(FrequencyShifter::new).inMix().costing(60).check();
    }

    @Test void dryIsExactlyDry() {
        float[] signal = Waves.sine(440, 0.7, 4_800, RATE);
        assertArrayEquals(signal, Rig.of(new FrequencyShifter()).inMix().set("in", signal).set("mix", 0).render(4_800));
    }

    @ParameterizedTest
    @CsvSource({"100, 30", "440, 7", "1000, -300", "10000, 2000", "60, 25"})
    void movesAToneAndLeavesNothingOfTheOtherSideband(double hertz, double shift) {
        Rig rig = Rig.of(new FrequencyShifter()).set("in", Waves.sine(hertz, 0.5, 4 * RATE, RATE)).set("shift", shift);
        Spectrum up = Spectrum.of(rig.render(4 * RATE), RATE), down = Spectrum.of(rig.render("down", 0, 4 * RATE), RATE);
        assertEquals(0.5, up.amplitudeNear(hertz + shift), 0.01);
        assertEquals(0.5, down.amplitudeNear(hertz - shift), 0.01);
        assertTrue(Waves.decibels(up.amplitudeNear(hertz - shift) / 0.5) < -60);
        assertTrue(Waves.decibels(up.amplitudeNear(hertz) / 0.5) < -60);
    }
}
