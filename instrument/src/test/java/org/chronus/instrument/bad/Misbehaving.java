package org.chronus.instrument.bad;

import java.util.concurrent.locks.LockSupport;

import org.chronus.modules.Choice;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;

/** Passes its input on; while {@code now} is above 0.8, it misbehaves, each lane for itself where it can. */
public final class Misbehaving extends Module {
    /** How. */
    public enum Fault { NAN, INFINITY, BLINK, GROW, THROW, OVERFLOW, MEMORY, HANG, BUILD_THROW, BUILD_HANG }

    private final Input in = input("in");
    private final Input now = input("now").range(0, 1);
    private final Choice<Fault> how = choice("how", Fault.NAN);
    /** Not reset with its voice, so that it is bad but once. */
    private final int[] frames = new int[LANES];
    private final State grown = state();
    private final Output output = output("out");

    @Override protected void activate() {
        if (how.value() == Fault.BUILD_THROW) {
            throw new IllegalStateException("no such file");
        }
        while (how.value() == Fault.BUILD_HANG) {
            LockSupport.parkNanos(1_000_000_000);
        }
    }

    @Override public void generate(int start, int limit) {
        for (int i = start; i < limit; i++) {
            for (int lane = 0; lane < LANES; lane++) {
                boolean bad = now.data[i * now.step + lane] > 0.8f;
                output.data[i * LANES + lane] = in.data[i * in.step + lane] + (bad ? trouble(lane) : 0);
            }
        }
    }

    private float trouble(int lane) {
        switch (how.value()) {
            case NAN:
                return Float.NaN;
            case INFINITY:
                return Float.NEGATIVE_INFINITY;
            case BLINK:
                frames[lane]++;
                return frames[lane] == 100 ? Float.NaN : 0;
            case GROW:
                grown.data[lane] = 1.5f * grown.data[lane] + 1;
                return grown.data[lane];
            case THROW:
                throw new IllegalStateException("out of luck");
            case OVERFLOW:
                return 1 + trouble(lane);
            case MEMORY:
                return new float[Integer.MAX_VALUE].length;
            case HANG:
                while (true) {
                    Thread.onSpinWait();
                }
            default:
                return 0;
        }
    }
}
