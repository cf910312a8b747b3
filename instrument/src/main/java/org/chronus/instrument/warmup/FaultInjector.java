package org.chronus.instrument.warmup;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Unit;

/**
 * Passes its input on, or, when told to, what is not a number; with a port of every kind. The warm-up leads the engine through its cures
 * with it, and it needs no compiled kernel to be quick.
 */
class FaultInjector extends Module {
    private final Input in = input("in");
    private final Input mood = input("mood").range(0, 1).means("above 0.5: not a number");
    private final Input level = input("level").range(0, 2).normally(1).smoothed(0.005).means("factor");
    private final Input tone = input("tone").range(20, 20_000, Unit.HERTZ).normally(1_000).logarithmic().smoothed(0.005).means("nothing");
    private final Input time = input("time").range(0.001, 10, Unit.SECONDS).normally(1).logarithmic().held().means("nothing");
    private final Output output = output("out");
    private final Output other = output("other");

    @Override public void generate(int start, int limit) {
        float add = mood.data[start * mood.step] > 0.5f ? Float.NaN : 0;
        float[] x = in.data, gain = level.data, y = output.data, z = other.data;
        for (int i = start; i < limit; i++) {
            for (int lane = 0; lane < LANES; lane++) {
                y[i * output.step + lane] = x[i * in.step + lane] * gain[i * level.step + lane] + add;
                z[i * other.step + lane] = x[i * in.step + lane];
            }
        }
    }
}
