package org.chronus.modules.mixing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chronus.modules.Module;
import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.junit.jupiter.api.Test;

class FeedbackTest {
    @Test void keepsTheHouseRules() {
        ModuleContract.check(Feedback::new);
    }

    @Test void givesWhatWasThereOneBlockAgo() {
        float[] late = Rig.of(new Feedback()).set("in", time -> 1 + Math.round(time * 48_000)).render(1_000);
        for (int i = 0; i < late.length; i++) {
            assertEquals(Math.max(0, i - Module.BLOCK + 1), late[i]);
        }
    }
}
