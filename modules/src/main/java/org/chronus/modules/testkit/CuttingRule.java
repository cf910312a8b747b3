package org.chronus.modules.testkit;

import static org.chronus.modules.Module.BLOCK;

import java.util.Arrays;
import java.util.stream.IntStream;

/** However a block is cut into calls, the same bits come out. */
final class CuttingRule implements Rule {
    private static final int[][] CUTS = {{1}, {17}, {32}, {63}, {5, 6, 40}, {16, 32, 48}, IntStream.range(1, BLOCK).toArray()};

    @Override public void check(ModuleUnderTest subject) {
        Stimulus stimulus = Stimulus.random(subject.fresh(), 12, 1);
        Recording whole = Recording.of(subject.fresh(), stimulus);
        for (int[] cuts : CUTS) {
            String difference = whole.difference(Recording.of(subject.fresh(), stimulus, cuts), subject.heard());
            if (!difference.isEmpty()) {
                throw subject.failure("cutting at " + (cuts.length > 3 ? "every frame" : Arrays.toString(cuts)) + " changed " + difference);
            }
        }
    }
}
