package org.chronus.modules.filters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnePoleFilterTest {
    @Test void keepsTheHouseRules() {
        ModuleContract.check(OnePoleFilter::new);
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 1_000, 5_000, 15_000})
    void isThreeDecibelsDownAtCutoff(double hertz) {
        Rig rig = Rig.of(new OnePoleFilter()).set("cutoff", hertz);
        assertEquals(-3.01, Waves.decibels(rig.gainAt(hertz)), 0.05);
        assertEquals(-3.01, Waves.decibels(rig.gainAt("high", hertz)), 0.05);
    }

    @Test void fallsBySixDecibelsPerOctave() {
        Rig rig = Rig.of(new OnePoleFilter()).set("cutoff", 200);
        assertEquals(-6, Waves.decibels(rig.gainAt(1_600) / rig.gainAt(800)), 0.2);
        assertEquals(6, Waves.decibels(rig.gainAt("high", 50) / rig.gainAt("high", 25)), 0.2);
    }

    @Test void bothAddUpToTheInput() {
        float[] signal = Waves.sine(700, 0.5, 4_800, 48_000);
        Rig rig = Rig.of(new OnePoleFilter()).set("in", signal);
        float[] low = rig.render(4_800), high = rig.render("high", 0, 4_800);
        for (int i = 0; i < signal.length; i++) {
            assertEquals(signal[i], low[i] + high[i], 1e-6);
        }
    }
}
