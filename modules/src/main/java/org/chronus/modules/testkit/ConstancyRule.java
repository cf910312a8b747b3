package org.chronus.modules.testkit;

/** A port that is constant (step 0) sounds, to the bit, like one that varies but happens to stay where it is. */
final class ConstancyRule implements Rule {
    @Override public void check(ModuleUnderTest subject) {
        Stimulus varied = Stimulus.random(subject.fresh(), 6, 2);
        Stimulus still = varied, constant = varied;
        for (int port = 0; port < varied.ports().size(); port++) {
            if (varied.isConstant(port)) {
                continue;
            }
            String symbol = varied.ports().get(port).symbol();
            compare(subject, symbol, varied.hold(port, false), varied.hold(port, true));
            still = still.hold(port, false);
            constant = constant.hold(port, true);
        }
        compare(subject, "everything", still, constant);
    }

    private static void compare(ModuleUnderTest subject, String what, Stimulus still, Stimulus constant) {
        String difference = Recording.of(subject.fresh(), still).difference(Recording.of(subject.fresh(), constant), subject.heard());
        if (!difference.isEmpty()) {
            throw subject.failure("while " + what + " stays, step 0 in the place of a signal changed " + difference);
        }
    }
}
