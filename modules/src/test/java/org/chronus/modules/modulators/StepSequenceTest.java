package org.chronus.modules.modulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.chronus.modules.testkit.measure.Waves;
import org.junit.jupiter.api.Test;

class StepSequenceTest {
    private static Rig four() {
        return Rig.of(new StepSequence()).set("rate", 10).set("length", 4).set("step1", 1).set("step2", -1).set("step3", 0.5).set("step4", 0);
    }

    @Test void keepsTheHouseRules() {
        ModuleContract.of(StepSequence::new).costing(400).check();
    }

    @Test void itGoesRoundAtItsRate() {
        float[] steps = four().render(48_000);
        double[] expected = {1, -1, 0.5, 0};
        for (int step = 0; step < 10; step++) {
            assertEquals(expected[step % 4], steps[step * 4_800 + 2], 1e-6, "begin of step " + step);
            assertEquals(expected[step % 4], steps[step * 4_800 + 4_797], 1e-6, "end of step " + step);
        }
    }

    @Test void theGateIsOpenInTheFirstHalfOfEachStep() {
        float[] gates = four().render("gate", 0, 9_600);
        assertEquals(1, gates[2_398], 0);
        assertEquals(0, gates[2_402], 0);
        assertEquals(1, gates[4_802], 0);
        assertEquals(0.5, Waves.mean(gates), 1e-3);
    }

    @Test void aGlideHasAThousandthLeftInItsTime() {
        float[] steps = four().set("glide", 0.05).render(9_600);
        assertEquals(-1 + 2e-3, steps[4_800 + 2_400], 1e-4);
        assertTrue(Waves.steepestStep(steps) < 0.01);
    }

    @Test void itKeepsToTheSongForAnHour() {
        StepSequence sequence = new StepSequence();
        Rig rig = Rig.of(sequence).set("rate", 3).set("length", 4).set("step1", 1);
        rig.render(64);
        sequence.locate(3 * 3_600);
        assertEquals(0, 3 * 3_600 % 4);
        float[] line = new float[org.chronus.modules.Module.LANES * org.chronus.modules.Module.BLOCK];
        sequence.outputs().getFirst().data = line;
        sequence.generate(0, 1);
        assertEquals(1, line[0], 1e-6);
    }
}
