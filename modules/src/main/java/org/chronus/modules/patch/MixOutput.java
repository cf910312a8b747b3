package org.chronus.modules.patch;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Signal;

/** Where the mix ends: it only collects what is cabled to it; lane 0 is left, lane 1 right. */
final class MixOutput extends Module {
    private final Input in = input("in");

    @Override public void generate(int start, int limit) { }

    Signal signal() {
        return in;
    }
}
