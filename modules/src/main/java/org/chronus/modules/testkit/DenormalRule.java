package org.chronus.modules.testkit;

import static org.chronus.modules.Module.BLOCK;

import java.util.Locale;

import org.chronus.modules.Module;

/**
 * What rings out ends in zeros, and not in denormal numbers, with which many processors need forty times the time: after sound near their limit a
 * module makes none in six seconds of silence but in passing, and is not slower at the end than while it sounded.
 */
final class DenormalRule implements Rule {
    private static final float NEAR = 1e-30f;
    private static final int LOUD = 64, ROUNDS = 4, ATTEMPTS = 10;
    private static final double SECONDS = 6, SHARE = 0.02, SLOWER = 3;

    @Override public void check(ModuleUnderTest subject) {
        if (subject.fresh().inputs().isEmpty()) {
            return;
        }
        double slower = Double.POSITIVE_INFINITY;
        for (int attempt = 0; attempt < ATTEMPTS && slower > SLOWER; attempt++) {
            slower = Math.min(slower, ringOut(subject));
        }
        if (slower > SLOWER) {
            throw subject.failure(String.format(Locale.ROOT, "it needs %.1f times the time once it rings out", slower));
        }
    }

    /** How many times the time it needs in the end: the least of some rounds each, so that a busy machine does not matter. */
    private static double ringOut(ModuleUnderTest subject) {
        Module module = subject.fresh();
        Stimulus loud = Stimulus.random(module, LOUD, 21), rest = TailRule.rest(loud);
        Recording recording = Recording.blank(module, loud);
        long before = least(module, recording, loud);
        Recording.of(module, TailRule.scaled(loud, NEAR));
        int blocks = (int) (SECONDS * ModuleUnderTest.RATE / BLOCK), denormal = 0;
        for (int block = 0; block < blocks; block++) {
            recording.record(module, rest, block % LOUD);
            denormal += recording.isDenormal(block % LOUD, subject.heard()) ? 1 : 0;
        }
        if (denormal > SHARE * blocks) {
            throw subject.failure("it makes denormal numbers in " + denormal + " of " + blocks + " silent blocks: a State is flushed by itself");
        }
        return (double) least(module, recording, rest) / before;
    }

    private static long least(Module module, Recording recording, Stimulus stimulus) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            for (int block = 0; block < LOUD; block++) {
                recording.record(module, stimulus, block);
            }
            least = Math.min(least, System.nanoTime() - begin);
        }
        return least;
    }
}
