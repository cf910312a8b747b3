package org.chronus.modules.testkit;

import static org.chronus.modules.Module.LANES;

/** What one voice reads changes no bit of another voice. In a mix, left and right may well meet. */
final class IndependenceRule implements Rule {
    @Override public void check(ModuleUnderTest subject) {
        if (!subject.lanesAreVoices()) {
            return;
        }
        Stimulus one = Stimulus.random(subject.fresh(), 8, 4), other = Stimulus.random(subject.fresh(), 8, 5);
        Recording before = Recording.of(subject.fresh(), one);
        for (int changed : new int[] {0, LANES / 2, LANES - 1}) {
            Recording after = Recording.of(subject.fresh(), one.withLane(changed, other));
            String difference = before.difference(after, lane -> lane != changed);
            if (!difference.isEmpty()) {
                throw subject.failure("other inputs in lane " + changed + " changed " + difference);
            }
        }
    }
}
