package org.chronus.instrument.loader;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;

/** Modules that a loader must be able to live with. */
final class LoaderModules {
    private LoaderModules() { }

    /** Its output is its input. */
    static class Wire extends Module {
        private final Input in = input("in");
        private final Output out = output("out");

        @Override public void generate(int start, int limit) {
            for (int i = start * LANES; i < limit * LANES; i++) {
                out.data[i] = in.data[i / LANES * in.step + i % LANES];
            }
        }
    }

    /** Wants more memory than there is. */
    static final class Greedy extends Module {
        private final Input in = input("in");
        private final Output out = output("out");
        private long[][] much;

        @Override protected void activate() {
            much = new long[1_000][Integer.MAX_VALUE - 8];
        }

        @Override public void generate(int start, int limit) {
            out.data[start] = in.data[start * in.step] + much.length;
        }
    }
}
