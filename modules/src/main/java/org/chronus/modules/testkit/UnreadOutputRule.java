package org.chronus.modules.testkit;

import java.util.List;

import org.chronus.modules.Module;
import org.chronus.modules.Output;

/** An output that nothing reads, which is one scratch line with step 0 for all of them, changes nothing in the others. */
final class UnreadOutputRule implements Rule {
    private static final int BLOCKS = 6;

    @Override public void check(ModuleUnderTest subject) {
        Stimulus stimulus = Stimulus.random(subject.fresh(), BLOCKS, 3);
        Recording all = Recording.of(subject.fresh(), stimulus);
        List<Output> outputs = subject.fresh().outputs();
        for (int read = 0; outputs.size() > 1 && read < outputs.size(); read++) {
            compare(subject, stimulus, all, read);
        }
    }

    private static void compare(ModuleUnderTest subject, Stimulus stimulus, Recording all, int read) {
        Module module = subject.fresh();
        Recording one = Recording.blank(module, stimulus);
        float[] line = new float[Module.LANES];
        for (int block = 0; block < stimulus.blocks(); block++) {
            one.recordOnly(read, line, module, stimulus, block);
        }
        String difference = all.difference(one, read, subject.heard());
        if (!difference.isEmpty()) {
            throw subject.failure("with no reader for the other outputs " + difference);
        }
    }
}
