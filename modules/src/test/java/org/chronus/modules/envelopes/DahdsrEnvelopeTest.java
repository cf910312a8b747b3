package org.chronus.modules.envelopes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DahdsrEnvelopeTest {
    private static final double RATE = 48_000;

    @Test void keepsTheHouseRules() {
        ModuleContract.of(DahdsrEnvelope::new).costing(200).check();
    }

    @Test void itsStagesComeInTheirTimes() {
        float[] level = Rig.of(new DahdsrEnvelope()).set("gate", time -> time < 0.5 ? 1 : 0).set("delay", 0.1).set("attack", 0.05).set("hold", 0.1)
                .set("decay", 0.2).set("sustain", 0.5).set("release", 0.1).render(48_000);
        assertEquals(0, Waves.peak(Waves.part(level, 0, 4_800)), 0, "nothing in the delay");
        assertEquals(0.5, level[4_800 + 1_200], 1e-3, "half way up a straight attack");
        assertEquals(1, level[4_800 + 2_400], 1e-6, "the peak");
        assertEquals(1, level[4_800 + 2_400 + 4_799], 1e-6, "the hold");
        assertEquals(0.5 + 0.5e-3, level[4_800 + 2_400 + 4_800 + 9_600], 2e-4, "a thousandth of the decay is left");
        assertEquals(0.5, level[23_999], 1e-3, "sustain");
        assertEquals(0.5e-3, level[24_000 + 4_800], 2e-5, "a thousandth of the release is left");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-4, 0, 4})
    void theCurveBendsTheAttackAndNotItsTime(double curve) {
        float[] level = Rig.of(new DahdsrEnvelope()).set("gate", 1).set("attack", 0.1).set("curve", curve).render(9_600);
        double half = curve == 0 ? 0.5 : Math.expm1(-curve / 2) / Math.expm1(-curve);
        assertEquals(half, level[2_399], 2e-3);
        assertEquals(4_800, Waves.firstAtLeast(level, 0.999_99f) + 1, 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.12, 0.2, 0.4})
    void aRetriggerNeverSteps(double seconds) {
        float[] level = Rig.of(new DahdsrEnvelope()).set("gate", time -> time < seconds || time > seconds + 0.01 ? 1 : 0).set("attack", 0.05)
                .set("hold", 0.05).set("decay", 0.1).set("sustain", 0.6).set("release", 0.1).render(48_000);
        assertTrue(Waves.steepestStep(level) < 1.1 * Math.log(1_000) / 4_800, () -> "steps by " + Waves.steepestStep(level));
    }

    @Test void aLongAttackIsExactInTheEnd() {
        float[] level = Rig.of(new DahdsrEnvelope()).set("gate", 1).set("attack", 20).render((int) (20.1 * RATE));
        assertEquals(20 * RATE, Waves.firstAtLeast(level, 1) + 1, 2);
        assertTrue(Waves.steepestStep(level) < 2e-6);
    }
}
