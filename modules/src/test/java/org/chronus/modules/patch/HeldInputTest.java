package org.chronus.modules.patch;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.ModuleType;
import org.chronus.modules.Output;
import org.chronus.modules.Unit;
import org.junit.jupiter.api.Test;

/** What an input that is read but once, as a note begins, has of the note's signals. */
class HeldInputTest {
    private final PatchRig rig = new PatchRig();

    /** Gives out what it holds. */
    private static final class Holder extends Module {
        private final Input level = input("level").range(0, 1, Unit.SHARE).held();
        private final Output out = output("out");

        @Override public void generate(int start, int limit) {
            for (int i = start; i < limit; i++) {
                System.arraycopy(level.data, 0, out.data, i * out.step, LANES);
            }
        }
    }

    @Test void aVoiceThatIsStruckAgainHoldsItsNewVelocityFromThatFrameOn() {
        Part part = rig.module("holder", new ModuleType("holder", "", Holder::new)).cable("holder.level", 1, "note.velocity")
                .cable("out.left", 1, "holder.out").build();
        part.voice(0).start(0, 60, 60, 0, 0.2f, 1, true);
        assertEquals(0.2f * gain(), rig.left(2)[100], 1e-6);
        rig.patch().begin(0, BLOCK);
        part.voice(0).start(10, 60, 60, 0, 0.9f, 2, false);
        rig.patch().finish(0, BLOCK);
        float[] y = rig.patch().output().data;
        assertEquals(0.2f * gain(), y[9 * LANES], 1e-6);
        assertEquals(0.9f * gain(), y[10 * LANES], 1e-6);
    }

    private static double gain() {
        return Math.sqrt(2) * Math.cos(63 / 126.0 * Math.PI / 2);
    }
}
