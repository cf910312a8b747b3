package org.chronus.modules.modulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.Module;
import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;

class RandomWalkTest {
    @Test void keepsTheHouseRules() {
        ModuleContract.of(RandomWalk::new).costing(120).check();
    }

    @Test void itBeginsInTheMiddleAndNeverLeavesItsRange() {
        float[] walk = Rig.of(new RandomWalk()).set("rate", 50).set("reach", 1).render(480_000);
        assertEquals(0, walk[0], 0);
        assertTrue(Waves.peak(walk) <= 1);
        assertTrue(Waves.peak(walk) > 0.8, "and uses it");
    }

    @Test void noStepIsLongerThanItsReach() {
        float[] walk = Rig.of(new RandomWalk()).set("rate", 10).set("reach", 0.1).render(480_000);
        assertTrue(Waves.steepestStep(walk) <= 0.2 * 10 / 48_000 * 1.01, () -> "steps by " + Waves.steepestStep(walk));
    }

    @Test void itTurnsAtItsRate() {
        float[] walk = Rig.of(new RandomWalk()).set("rate", 10).set("reach", 0.5).render(480_000);
        int turns = 0;
        for (int i = 2; i < walk.length; i++) {
            turns += Math.abs(walk[i] - 2 * walk[i - 1] + walk[i - 2]) > 1e-6 ? 1 : 0;
        }
        assertEquals(100, turns / 2, 12, "two frames see each turn, and few turns are too slight to see");
    }

    @Test void eachVoiceGoesItsOwnWay() {
        float[] one = Rig.of(new RandomWalk()).set("rate", 20).render("out", 0, 48_000);
        RandomWalk second = new RandomWalk();
        second.prepare(48_000, Module.LANES);
        second.restart(0, 2);
        second.outputs().getFirst().data = new float[Module.BLOCK * Module.LANES];
        second.outputs().getFirst().step = Module.LANES;
        for (int block = 0; block < 100; block++) {
            second.generate(0, Module.BLOCK);
        }
        assertNotEquals(one[100 * Module.BLOCK - 1], second.outputs().getFirst().data[(Module.BLOCK - 1) * Module.LANES]);
    }
}
