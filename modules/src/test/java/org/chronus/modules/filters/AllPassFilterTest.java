package org.chronus.modules.filters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllPassFilterTest {
    @Test void keepsTheHouseRules() {
        ModuleContract.of(AllPassFilter::new).costing(15).check();
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 900, 1_000, 1_100, 12_000})
    void leavesEveryLevelAsItIs(double hertz) {
        assertEquals(0, Waves.decibels(Rig.of(new AllPassFilter()).set("damping", 0.5).gainAt(hertz)), 0.01);
    }

    /** Half a cycle is the other sign. */
    @Test void turnsByHalfACycleAtTheCutoff() {
        float[] tone = Waves.sine(1_000, 0.5, 48_000, 48_000), turned = Rig.of(new AllPassFilter()).set("in", tone).render(48_000);
        assertEquals(-1, Waves.correlation(Waves.part(tone, 24_000, 48_000), Waves.part(turned, 24_000, 48_000)), 1e-4);
    }

    @Test void turnsNothingFarBelowAndAWholeCycleFarAbove() {
        for (double hertz : new double[] {10, 20_000}) {
            float[] tone = Waves.sine(hertz, 0.5, 48_000, 48_000);
            float[] turned = Rig.of(new AllPassFilter()).set("in", tone).set("cutoff", 500).render(48_000);
            assertTrue(Waves.correlation(Waves.part(tone, 24_000, 48_000), Waves.part(turned, 24_000, 48_000)) > 0.99, hertz + " Hz");
        }
    }
}
