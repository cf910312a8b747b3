package org.chronus.modules.envelopes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.junit.jupiter.api.Test;

class SegmentEnvelopeTest {
    @Test void keepsTheHouseRules() {
        ModuleContract.of(SegmentEnvelope::new).costing(400).check();
    }

    private static Rig three() {
        return Rig.of(new SegmentEnvelope()).set("time1", 0.1).set("level1", 1).set("time2", 0.1).set("level2", -0.5)
                .set("time4", 0.1).set("level4", 0.25);
    }

    @Test void itGoesFromSegmentToSegmentAndStaysAtTheLast() {
        float[] level = three().set("gate", 1).render(48_000);
        assertEquals(0.5, level[2_399], 1e-3);
        assertEquals(1, level[4_799], 1e-5);
        assertEquals(-0.5, level[9_599], 1e-5);
        assertEquals(0.25, level[14_399], 1e-5, "a segment without a time is left out");
        assertEquals(0.25, level[47_999], 1e-5);
    }

    @Test void itWaitsWhileTheGateIsHeld() {
        float[] level = three().set("sustain", 2).set("gate", time -> time < 0.5 ? 1 : 0).render(48_000);
        assertEquals(-0.5, level[23_999], 1e-5);
        assertEquals(0.25, level[24_000 + 4_799], 1e-4);
    }

    @Test void aReleaseBeforeTheWaitGoesOnFromWhereItIs() {
        float[] level = three().set("sustain", 2).set("gate", time -> time < 0.05 ? 1 : 0).render(48_000);
        assertEquals(0.5, level[2_399], 1e-3);
        assertEquals((0.5 + 0.25) / 2, level[4_799], 2e-3);
        assertEquals(0.25, level[7_199], 1e-4);
    }

    @Test void itGoesRoundInALoopWhileTheGateIsHeld() {
        float[] level = three().set("sustain", 2).set("loop", 1).set("gate", time -> time < 0.95 ? 1 : 0).render(72_000);
        for (int round = 0; round < 4; round++) {
            assertEquals(1, level[4_799 + round * 9_600], 1e-4, "round " + round);
            assertEquals(-0.5, level[9_599 + round * 9_600], 1e-4, "round " + round);
        }
        assertEquals(0.25, level[71_999], 1e-4);
    }

    @Test void aCurveIsFastFirst() {
        float[] level = Rig.of(new SegmentEnvelope()).set("gate", 1).set("time1", 0.1).set("level1", 1).set("curve1", 3).render(9_600);
        assertEquals(Math.expm1(-1.5) / Math.expm1(-3), level[2_399], 2e-3);
        assertEquals(1, level[4_800], 1e-4);
    }
}
