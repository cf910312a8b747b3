package org.chronus.modules.modulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LowFrequencyOscillatorTest {
    @Test void keepsTheHouseRules() {
        ModuleContract.of(LowFrequencyOscillator::new).costing(20).check();
    }

    @ParameterizedTest
    @CsvSource({"sine, 0, 1, 0, -1", "triangle, 0, 1, 0, -1", "saw, -1, -0.5, 0, 0.5", "square, 1, 1, -1, -1"})
    void beginsItsCycleWithTheVoice(String shape, double start, double quarter, double half, double threeQuarters) {
        float[] wave = Rig.of(new LowFrequencyOscillator()).choose("shape", shape).set("rate", 1).render(48_000);
        assertEquals(start, wave[0], 1e-3);
        assertEquals(quarter, wave[12_000], 1e-3);
        assertEquals(half, wave[24_010], 2e-3);
        assertEquals(threeQuarters, wave[36_000], 1e-3);
    }

    @Test void phaseSaysWhereItBegins() {
        assertEquals(1, Rig.of(new LowFrequencyOscillator()).set("phase", 0.25).render(1)[0], 1e-6);
        assertEquals(-1, Rig.of(new LowFrequencyOscillator()).set("phase", 0.75).render(1)[0], 1e-6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.5, 5, 50})
    void rateIsInCyclesPerSecond(double hertz) {
        int frames = (int) (48_000 / hertz * 3.5);
        float[] wave = Rig.of(new LowFrequencyOscillator()).set("rate", hertz).render(frames);
        int rises = 0;
        for (int i = 1; i < frames; i++) {
            rises += wave[i - 1] < 0 && wave[i] >= 0 ? 1 : 0;
        }
        assertEquals(3, rises);
    }

    @Test void unipolarIsTheSameFromZeroToOne() {
        float[] both = Rig.of(new LowFrequencyOscillator()).render(4_800);
        float[] up = Rig.of(new LowFrequencyOscillator()).render("unipolar", 0, 4_800);
        for (int i = 0; i < both.length; i++) {
            assertEquals(both[i] * 0.5f + 0.5f, up[i]);
        }
    }

    @Test void randomTakesANewValueAtEachCycle() {
        float[] wave = Rig.of(new LowFrequencyOscillator()).choose("shape", "random").set("rate", 10).render(48_000);
        for (int cycle = 0; cycle < 9; cycle++) {
            assertEquals(wave[cycle * 4_800 + 10], wave[cycle * 4_800 + 4_790]);
            assertNotEquals(wave[cycle * 4_800 + 10], wave[cycle * 4_800 + 4_810]);
        }
    }

    @Test void smoothRandomNeverJumps() {
        float[] wave = Rig.of(new LowFrequencyOscillator()).choose("shape", "smooth-random").set("rate", 10).render(480_000);
        assertTrue(Waves.steepestStep(wave) <= 2 * 1.5 * 10 / 48_000.0 + 1e-6);
        assertEquals(0.5, Waves.rms(wave), 0.1);
        assertTrue(Waves.peak(wave) > 0.9);
    }
}
