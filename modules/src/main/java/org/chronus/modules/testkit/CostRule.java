package org.chronus.modules.testkit;

import static org.chronus.modules.Module.BLOCK;

import java.util.Locale;

import org.chronus.modules.Module;
import org.chronus.modules.mixing.Multiplier;

/** A module costs at most so many times what the multiply module does, measured side by side: a boxed vector costs a hundred times. */
final class CostRule implements Rule {
    private static final int ROUNDS = 40;
    private static final int CALLS = 200;
    /** A machine that stands still, or compiles late, spoils one measurement, but hardly so many. */
    private static final int ATTEMPTS = 10;

    @Override public void check(ModuleUnderTest subject) {
        if (subject.allowance() == Double.POSITIVE_INFINITY) {
            return;
        }
        double ratio = ratio(subject);
        for (int attempt = 1; attempt < ATTEMPTS && ratio > subject.allowance(); attempt++) {
            ratio = Math.min(ratio, ratio(subject));
        }
        if (ratio > subject.allowance()) {
            throw subject.failure(String.format(Locale.ROOT, "it costs %.1f times what multiply does; %.0f are allowed",
                    ratio, subject.allowance()));
        }
    }

    /** Its time as a multiple of the multiply module's; the least of many rounds each, so that a busy machine does not matter. */
    double ratio(ModuleUnderTest subject) {
        Module module = subject.fresh();
        Module multiplier = new Multiplier();
        multiplier.prepare(ModuleUnderTest.RATE, subject.width());
        wire(module);
        wire(multiplier);
        long mine = Long.MAX_VALUE, its = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            mine = Math.min(mine, nanos(module));
            its = Math.min(its, nanos(multiplier));
        }
        return (double) mine / its;
    }

    private static void wire(Module module) {
        Stimulus stimulus = Stimulus.random(module, 1, 16);
        Recording.of(module, stimulus);
    }

    private static long nanos(Module module) {
        long began = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            module.generate(0, BLOCK);
        }
        return System.nanoTime() - began;
    }
}
