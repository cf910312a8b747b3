package org.chronus.modules.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;

import org.chronus.modules.Module;
import org.chronus.modules.ModuleType;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.GraphPlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.modules.patch.plan.PatchPlan.VoicesPlan;
import org.junit.jupiter.api.Test;

/** What owns foreign memory gives it back once, at the end of its patch. */
class PatchCloseTest {
    private final ModuleType type = new ModuleType("owner", "owns something", Owner::new);
    private int activated;
    private int released;
    private int failsAt = Integer.MAX_VALUE;
    private boolean throwsAtRelease;

    private final class Owner extends Module {
        private Owner() {
            input("in");
            output("out");
        }

        @Override protected void activate() {
            if (++activated == failsAt) {
                throw new IllegalStateException("no more memory");
            }
        }

        @Override protected void release() {
            released++;
            if (throwsAtRelease) {
                throw new IllegalStateException("it is gone already");
            }
        }

        @Override public void generate(int start, int limit) { }
    }

    private ModulePlan owner(String id, boolean perPatch) {
        return new ModulePlan(id, type, perPatch, Map.of(), Map.of());
    }

    private PartPlan part(String id) {
        GraphPlan graph = new GraphPlan(List.of(owner("own", false), owner("shared", true)),
                List.of(Words.cable("own.in", 1, false, "shared.out"), Words.cable("out.left", 1, false, "own.out")));
        return new PartPlan(id, VoicesPlan.NORMAL, 0, 127, -1, 0, 1, true, graph, Map.of());
    }

    private Patch build() {
        GraphPlan mix = new GraphPlan(List.of(owner("effect", false)),
                List.of(Words.cable("effect.in", 1, false, "voices"), Words.cable("out", 1, false, "effect.out")));
        return new Patch(new PatchPlan(List.of(part("low"), part("high")), mix, 1), 48_000);
    }

    /** Of each part: one for each group of voices, and the shared one; then the effect. */
    private static int owners(Patch patch) {
        return patch.parts().stream().mapToInt(part -> part.voices() / Module.LANES + 1).sum() + 1;
    }

    @Test void everyModuleIsReleasedOnce() {
        Patch patch = build();
        assertEquals(owners(patch), activated);
        assertEquals(0, released);
        patch.close();
        assertEquals(activated, released);
        patch.close();
        assertEquals(activated, released);
    }

    @Test void aModuleThatThrowsDoesNotKeepTheOthers() {
        Patch patch = build();
        throwsAtRelease = true;
        IllegalStateException first = assertThrows(IllegalStateException.class, patch::close);
        assertEquals(activated, released);
        assertEquals(activated - 1, first.getSuppressed().length);
        patch.close();
        assertEquals(activated, released);
    }

    @Test void aPatchThatCannotBeBuiltReleasesWhatWasMade() {
        Patch whole = build();
        int all = owners(whole);
        whole.close();
        for (int fails = 1; fails <= all; fails++) {
            activated = 0;
            released = 0;
            failsAt = fails;
            assertEquals("no more memory", assertThrows(IllegalStateException.class, this::build).getMessage());
            assertEquals(fails, released);
        }
    }
}
