package org.chronus.modules.effects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;

class DcBlockerTest {
    @Test void keepsTheHouseRules() {
        ModuleContract.check(DcBlocker::new);
    }

    @Test void takesDirectCurrentAway() {
        float[] wave = Rig.of(new DcBlocker()).set("in", 1).render(96_000);
        assertTrue(Math.abs(wave[95_999]) < 1e-5);
    }

    @Test void isThreeDecibelsDownAtFiveHertz() {
        assertEquals(-3, Waves.decibels(Rig.of(new DcBlocker()).gainAt(5)), 0.3);
        assertEquals(0, Waves.decibels(Rig.of(new DcBlocker()).gainAt(40)), 0.1);
    }
}
