package org.chronus.modules.filters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateVariableFilterTest {
    private static final double FLAT = Math.sqrt(2);

    /** Four outputs, and a division that every other filter would need too. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(StateVariableFilter::new).costing(20).check();
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 1_000, 5_000, 15_000})
    void isThreeDecibelsDownAtCutoff(double hertz) {
        Rig rig = Rig.of(new StateVariableFilter()).set("cutoff", hertz).set("damping", FLAT);
        assertEquals(-3.01, Waves.decibels(rig.gainAt(hertz)), 0.05);
        assertEquals(-3.01, Waves.decibels(rig.gainAt("high", hertz)), 0.05);
        assertTrue(rig.gainAt(hertz * 1.01) < Math.sqrt(0.5) && rig.gainAt(hertz * 0.99) > Math.sqrt(0.5), "within 1 %");
    }

    @Test void fallsByTwelveDecibelsPerOctave() {
        Rig rig = Rig.of(new StateVariableFilter()).set("cutoff", 200).set("damping", FLAT);
        assertEquals(-12, Waves.decibels(rig.gainAt(1_600) / rig.gainAt(800)), 0.3);
        assertEquals(12, Waves.decibels(rig.gainAt("high", 50) / rig.gainAt("high", 25)), 0.3);
    }

    @Test void resonanceIsOneOverDamping() {
        assertEquals(10, Rig.of(new StateVariableFilter()).set("damping", 0.1).gainAt(1_000), 0.1);
        assertEquals(1, Rig.of(new StateVariableFilter()).set("damping", 1).gainAt("band", 1_000), 0.01);
    }

    @Test void notchTakesTheCutoffAndLeavesTheRest() {
        Rig rig = Rig.of(new StateVariableFilter()).set("damping", FLAT);
        assertTrue(rig.gainAt("notch", 1_000) < 0.001);
        assertEquals(1, rig.gainAt("notch", 50), 0.01);
        assertEquals(1, rig.gainAt("notch", 15_000), 0.01);
    }

    @Test void staysQuietWhileTheCutoffRuns() {
        float[] swept = Rig.of(new StateVariableFilter()).set("in", Waves.sine(100, 0.5, 48_000, 48_000))
                .set("cutoff", time -> 2_000 + 1_500 * Math.sin(2 * Math.PI * 50 * time)).set("damping", FLAT).render(48_000);
        assertTrue(Waves.steepestStep(swept) < 1.5 * 0.5 * 2 * Math.PI * 100 / 48_000);
    }
}
