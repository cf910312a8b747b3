package org.chronus.modules.effects.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
    private static final int RATE = 48_000;

    @Test void keepsTheHouseRules() {
        ModuleContract.of(Gate::new).inMix().costing(20).check();
    }

    @Test void openIsExactlyDry() {
        float[] signal = Waves.sine(440, 0.7, 9_600, RATE), heard = Rig.of(new Gate()).inMix().set("in", signal).render(9_600);
        assertArrayEquals(Waves.part(signal, 1_000, 9_600), Waves.part(heard, 1_000, 9_600));
    }

    @ParameterizedTest
    @CsvSource({"0.012, 1", "0.008, 0"})
    void opensAtItsThreshold(double amplitude, double gain) {
        float[] heard = Rig.of(new Gate()).set("in", Waves.sine(440, amplitude, RATE, RATE)).render(RATE);
        assertEquals(gain * amplitude, Waves.peak(Waves.part(heard, RATE / 2, RATE)), 1e-4);
    }

    @Test void closesSixDecibelsBelow() {
        float[] heard = Rig.of(new Gate()).set("in", time -> time < 0.1 ? 0.02 : time < 0.5 ? 0.006 : 0.004).render(RATE);
        assertEquals(0.006, heard[RATE / 2 - 1], 1e-7);
        assertTrue(heard[RATE - 1] < 1e-4);
    }

    @Test void opensHoldsAndClosesInItsTimes() {
        float[] gain = Rig.of(new Gate()).set("in", 1).set("side", time -> time < 0.1 ? 1 : 1e-6).set("attack", 0.005).set("hold", 0.2)
                .set("release", 0.1).set("threshold", 0.5).render(RATE);
        assertEquals(0.632, gain[(int) (0.005 * RATE)], 0.01);
        // The level that it follows takes 14 ms to fall to a quarter.
        assertEquals(1, gain[(int) (0.31 * RATE)]);
        assertEquals(0.368, gain[(int) (0.1 * RATE + 0.0139 * RATE + 0.3 * RATE)], 0.02);
    }

    @Test void theFloorIsWhatIsLeft() {
        float[] heard = Rig.of(new Gate()).set("in", 0.001).set("floor", 0.25).render(RATE);
        assertEquals(0.00025, heard[RATE - 1], 1e-6);
    }
}
