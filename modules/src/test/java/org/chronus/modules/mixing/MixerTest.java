package org.chronus.modules.mixing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.junit.jupiter.api.Test;

class MixerTest {
    /** It reads eight signals where multiply reads two. */
    @Test void keepsTheHouseRules() {
        ModuleContract.of(Mixer::new).costing(15).check();
    }

    @Test void addsFourSignalsAtTheirLevels() {
        float mixed = Rig.of(new Mixer()).set("in1", 1).set("in2", 2).set("in3", 4).set("in4", 8).set("level2", 0.5).set("level3", 0)
                .render(1)[0];
        assertEquals(1 + 1 + 8, mixed);
    }
}
