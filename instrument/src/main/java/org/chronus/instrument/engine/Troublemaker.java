package org.chronus.instrument.engine;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;

/** Passes its input on, or, when told to, what is not a number: so that a rehearsal can lead the engine through its cures. */
final class Troublemaker extends Module {
    private final Input in = input("in");
    private final Input mood = input("mood").range(0, 1).means("above 0.5: not a number");
    private final Output output = output("out");

    @Override public void generate(int start, int limit) {
        float add = mood.data[start * mood.step] > 0.5f ? Float.NaN : 0;
        for (int i = start * LANES; i < limit * LANES; i++) {
            output.data[i] = in.data[i / LANES * in.step + i % LANES] + add;
        }
    }
}
