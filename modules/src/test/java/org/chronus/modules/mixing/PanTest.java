package org.chronus.modules.mixing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PanTest {
    @Test void keepsTheHouseRules() {
        ModuleContract.check(Pan::new);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -0.7, -0.2, 0, 0.5, 1})
    void powerIsTheSameEverywhere(double pan) {
        double left = gain("left", pan), right = gain("right", pan);
        assertEquals(0, 10 * Math.log10(left * left + right * right), 0.001);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 0", "0, 0.70711, 0.70711", "1, 0, 1"})
    void placesTheSound(double pan, double left, double right) {
        assertEquals(left, gain("left", pan), 1e-4);
        assertEquals(right, gain("right", pan), 1e-4);
    }

    private static double gain(String side, double pan) {
        return Rig.of(new Pan()).set("in", 1).set("pan", pan).render(side, 0, 1)[0];
    }
}
