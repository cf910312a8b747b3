package org.chronus.modules.mixing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossfadeTest {
    @Test void keepsTheHouseRules() {
        ModuleContract.check(Crossfade::new);
    }

    @Test void theEndsAreExact() {
        float[] one = Waves.sine(440, 0.7, 4_800, 48_000), other = Waves.sine(330, 0.6, 4_800, 48_000);
        Rig rig = Rig.of(new Crossfade()).set("in1", one).set("in2", other);
        assertArrayEquals(one, rig.set("position", 0).render(4_800));
        assertArrayEquals(other, rig.set("position", 1).render(4_800));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.25, 0.5, 0.8})
    void thePowerStaysTheSame(double position) {
        double first = Rig.of(new Crossfade()).set("in1", 1).set("position", position).render(1)[0];
        double second = Rig.of(new Crossfade()).set("in2", 1).set("position", position).render(1)[0];
        assertEquals(1, first * first + second * second, 1e-5);
        assertEquals(Math.sin(position * Math.PI / 2), second, 1e-5);
    }
}
