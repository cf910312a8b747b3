package org.chronus.modules.modulators;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;

class SlewTest {
    @Test void keepsTheHouseRules() {
        ModuleContract.check(Slew::new);
    }

    @Test void risesAndFallsInTheirOwnTimes() {
        float[] level = Rig.of(new Slew()).set("in", time -> time < 0.5 ? 1 : 0).set("rise", 0.1).set("fall", 0.2).render(48_000);
        assertEquals(4_800, Waves.firstAtLeast(level, 1), 48);
        assertEquals(0.5, level[24_000 + 4_800], 0.01);
        assertEquals(0, level[24_000 + 9_700]);
    }

    @Test void zeroFollowsAtOnce() {
        float[] signal = Waves.sine(1_000, 1, 480, 48_000);
        assertArrayEquals(signal, Rig.of(new Slew()).set("in", signal).set("rise", 0).set("fall", 0).render(480));
    }
}
