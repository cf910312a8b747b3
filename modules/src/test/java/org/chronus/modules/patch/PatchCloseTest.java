package org.chronus.modules.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;

import org.chronus.modules.Module;
import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.ModuleType;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.PatchPlan.GraphPlan;
import org.chronus.modules.patch.plan.PatchPlan.ModulePlan;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.modules.patch.plan.PatchPlan.VoicesPlan;
import org.junit.jupiter.api.Test;

/** What owns foreign memory gives it back once, at the end of its patch. */
class PatchCloseTest {
    private final ModuleCatalog catalog = ModuleCatalog.load().and(new ModuleType("owner", "owns something", Owner::new));
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

    private static ModulePlan owner(String id, boolean perPatch) {
        return new ModulePlan(id, "owner", perPatch, Map.of(), Map.of());
    }

    private static PartPlan part(String id) {
        GraphPlan graph = new GraphPlan(List.of(owner("own", false), owner("shared", true)),
                List.of(new CablePlan("own.in", List.of("shared.out"), 1, false), new CablePlan("out.left", List.of("own.out"), 1, false)));
        return new PartPlan(id, VoicesPlan.NORMAL, 0, 127, -1, 0, 1, true, graph, Map.of());
    }

    private Patch build() {
        GraphPlan mix = new GraphPlan(List.of(owner("effect", false)),
                List.of(new CablePlan("effect.in", List.of("voices"), 1, false), new CablePlan("out.in", List.of("effect.out"), 1, false)));
        return new Patch(new PatchPlan(List.of(part("low"), part("high")), mix, 1), catalog, 48_000);
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
