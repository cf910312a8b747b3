package org.chronus.modules.mixing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.junit.jupiter.api.Test;

class AmplifierTest {
    @Test void keepsTheHouseRules() {
        ModuleContract.check(Amplifier::new);
    }

    @Test void isSilentUntilSomethingOpensIt() {
        assertEquals(0, Rig.of(new Amplifier()).set("in", 1).render(1)[0]);
        assertEquals(0.25f, Rig.of(new Amplifier()).set("in", 0.5).set("gain", 0.5).render(1)[0]);
    }
}
