package org.chronus.modules.modulators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.junit.jupiter.api.Test;

class SampleHoldTest {
    @Test void keepsTheHouseRules() {
        ModuleContract.check(SampleHold::new);
    }

    @Test void keepsWhatItMetAtTheRiseOfTheGate() {
        float[] kept = Rig.of(new SampleHold()).set("in", time -> time)
                .set("gate", time -> Math.round(time * 48_000) % 480 < 240 ? 1 : 0).render(4_800);
        for (int i = 0; i < kept.length; i++) {
            assertEquals(i / 480 * 0.01, kept[i], 1e-6);
        }
    }
}
