package com.example.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chronus.modules.testkit.ModuleContract;
import org.chronus.modules.testkit.Rig;
import org.junit.jupiter.api.Test;

class FoldTest {
    @Test void keepsTheContractOfModules() {
        ModuleContract.check(Fold::new);
    }

    @Test void whatFitsStaysAsItIs() {
        assertEquals(0.75f, Rig.of(new Fold()).set("in", 0.75).render(64)[10], 1e-6);
    }

    @Test void whatGoesBeyondIsReflected() {
        assertEquals(0.5f, Rig.of(new Fold()).set("in", 0.75).set("drive", 2).render(64)[10], 1e-6);
        assertEquals(-0.5f, Rig.of(new Fold()).set("in", 0.5).set("drive", 7).render(64)[10], 1e-6);
    }
}
