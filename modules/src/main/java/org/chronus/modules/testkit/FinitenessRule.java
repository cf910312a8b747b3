package org.chronus.modules.testkit;

import static org.chronus.modules.Module.LANES;

import org.chronus.modules.Module;

/** Numbers come out for all that may go in, and again at once after a lane that read something else was restarted. */
final class FinitenessRule implements Rule {
    private static final float[] POISONS = {Float.NaN, Float.POSITIVE_INFINITY, 1e30f};

    @Override public void check(ModuleUnderTest subject) {
        for (int seed = 8; seed < 12; seed++) {
            Module module = subject.fresh();
            demandNumbers(subject, Recording.of(module, Stimulus.random(module, 40, seed)), "legal inputs gave ");
        }
        int ports = subject.fresh().inputs().size();
        for (float poison : POISONS) {
            for (int port = 0; port < ports; port++) {
                recover(subject, port, poison);
            }
        }
    }

    private static void recover(ModuleUnderTest subject, int port, float poison) {
        Module module = subject.fresh();
        Stimulus clean = Stimulus.random(module, 2, 12);
        Recording.of(module, clean.with(port, 1, poison));
        for (int lane = 0; lane < LANES; lane++) {
            module.restart(lane, 2);
        }
        String what = "after " + poison + " on " + module.inputs().get(port).symbol() + " and a restart: ";
        demandNumbers(subject, Recording.of(module, Stimulus.random(module, 12, 13)), what);
    }

    private static void demandNumbers(ModuleUnderTest subject, Recording recording, String what) {
        String place = recording.notFinite(subject.heard());
        if (!place.isEmpty()) {
            throw subject.failure(what + place);
        }
    }
}
