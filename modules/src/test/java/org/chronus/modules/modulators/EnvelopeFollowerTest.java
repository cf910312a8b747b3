package org.chronus.modules.modulators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;

class EnvelopeFollowerTest {
    private static final int RATE = 48_000;

    @Test void keepsTheHouseRules() {
        ModuleContract.of(EnvelopeFollower::new).costing(20).check();
    }

    @Test void attackAndReleaseTakeTheirTime() {
        float[] level = Rig.of(new EnvelopeFollower()).set("in", time -> time < 0.5 ? 0.8 : 0).set("attack", 0.02).set("release", 0.2)
                .render(RATE);
        assertEquals(0.632 * 0.8, level[(int) (0.02 * RATE)], 0.005);
        assertEquals(0.8, level[RATE / 2 - 1], 1e-4);
        assertEquals(0.368 * 0.8, level[(int) (0.7 * RATE)], 0.005);
    }

    @Test void followsThePeaksOfATone() {
        float[] level = Rig.of(new EnvelopeFollower()).set("in", Waves.sine(440, 0.5, RATE, RATE)).set("attack", 0).render(RATE);
        assertEquals(0.5, Waves.peak(level), 0.001);
        assertEquals(0.5, Waves.mean(Waves.part(level, RATE / 2, RATE)), 0.01);
    }

    @Test void followsTheRootOfTheMeanSquare() {
        float[] level = Rig.of(new EnvelopeFollower()).choose("detector", "rms").set("in", Waves.sine(440, 0.5, RATE, RATE)).set("attack", 0.1)
                .set("release", 0.1).render(RATE);
        assertEquals(0.5 * Math.sqrt(0.5), level[RATE - 1], 0.01);
    }
}
