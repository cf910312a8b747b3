package org.chronus.modules.testkit;

import static org.chronus.modules.Module.LANES;

import org.chronus.modules.Module;

/** A restart makes a lane as good as new, whatever was there before, and leaves the other lanes alone. */
final class RestartRule implements Rule {
    private static final int LATER = 4;

    @Override public void check(ModuleUnderTest subject) {
        Stimulus stimulus = Stimulus.random(subject.fresh(), 8, 6);
        startsAnew(subject, stimulus);
        if (subject.lanesAreVoices()) {
            leavesTheOthersAlone(subject, stimulus);
        }
    }

    private static void startsAnew(ModuleUnderTest subject, Stimulus stimulus) {
        Module used = subject.fresh();
        Recording.of(used, Stimulus.random(used, 20, 7));
        for (int lane = 0; lane < LANES; lane++) {
            used.restart(lane, 1);
        }
        String difference = Recording.of(subject.fresh(), stimulus).difference(Recording.of(used, stimulus), subject.heard());
        if (!difference.isEmpty()) {
            throw subject.failure("a restarted one instead of a new one changed " + difference);
        }
    }

    private static void leavesTheOthersAlone(ModuleUnderTest subject, Stimulus stimulus) {
        Recording undisturbed = Recording.of(subject.fresh(), stimulus);
        for (int restarted : new int[] {0, LANES - 1}) {
            Module module = subject.fresh();
            Recording recording = Recording.blank(module, stimulus);
            for (int block = 0; block < stimulus.blocks(); block++) {
                if (block == LATER) {
                    module.restart(restarted, 2);
                }
                recording.record(module, stimulus, block);
            }
            String difference = undisturbed.difference(recording, lane -> lane != restarted);
            if (!difference.isEmpty()) {
                throw subject.failure("restarting lane " + restarted + " changed " + difference);
            }
        }
    }
}
