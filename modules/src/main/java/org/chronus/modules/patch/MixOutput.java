package org.chronus.modules.patch;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Signal;

/**
 * The end of the mix: its input is the sum of what is cabled to it; lane 0 is left, lane 1 right. Built by the loader, run on the audio
 * thread.
 */
final class MixOutput extends Module {
    private final Input in = input("in");

    @Override public void generate(int start, int limit) { }

    Signal signal() {
        return in;
    }
}
