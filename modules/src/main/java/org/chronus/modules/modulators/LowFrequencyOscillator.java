package org.chronus.modules.modulators;

import java.util.Arrays;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Choice;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Phase;
import org.chronus.modules.Seed;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * Low-frequency oscillator. In a voice it starts with the note; in the shared group it runs on, and with a rate in beats it follows the
 * song position. It is not band-limited.
 */
public final class LowFrequencyOscillator extends Module {
    /** The waves to choose from. */
    public enum Shape { SINE, TRIANGLE, SAW, SQUARE, RANDOM, SMOOTH_RANDOM }

    private static final int HALF = 1 << 31;

    private final Choice<Shape> shape = choice("shape", Shape.SINE).means("the wave; random takes a new value at each cycle");
    private final Input rate = input("rate").range(0.01, 50, Unit.HERTZ).normally(5).logarithmic().means("cycles per second");
    private final Input offset = input("phase").range(0, 1, Unit.SHARE).held().means("where in the cycle it begins");
    private final Output out = output("out").means("-1 to 1");
    private final Output unipolar = output("unipolar").means("the same, 0 to 1");
    private final Phase phase = phase();
    private final Seed seed = seed();
    private final State before = state();
    private final float[] ramp = new float[BLOCK * LANES];
    private final float[] waved = new float[BLOCK * LANES];
    private LfoWave wave = LfoWave.of(Shape.SINE, seed.data, before.data);

    @Override protected void activate() {
        wave = LfoWave.of(shape.value(), seed.data, before.data);
    }

    @Override public void generate(int start, int limit) {
        position(start, limit);
        wave.generate(ramp, waved, start, limit);
        float[] y = out.data, u = unipolar.data;
        int dy = out.step, du = unipolar.step;
        for (int i = start; i < limit; i++) {
            FloatVector v = FloatVector.fromArray(LANE, waved, i * LANES);
            v.intoArray(y, i * dy);
            v.mul(0.5f).add(0.5f).intoArray(u, i * du);
        }
    }

    @Override public void locate(double cycles) {
        Arrays.fill(phase.data, (int) (long) ((cycles - Math.floor(cycles)) * Phase.CYCLE));
    }

    /** Where it is in its cycle: 0 to 0.5, then -0.5 to 0. */
    private void position(int start, int limit) {
        float[] f = rate.data;
        int df = rate.step;
        float perFrame = Phase.CYCLE / sampleRate();
        // From half a cycle on, because a whole one is more than an int can take.
        IntVector from = ((IntVector) FloatVector.fromArray(LANE, offset.data, 0).sub(0.5f).mul(Phase.CYCLE).convert(VectorOperators.F2I, 0))
                .add(HALF);
        IntVector p = IntVector.fromArray(LANE_INT, phase.data, 0);
        for (int i = start; i < limit; i++) {
            ((FloatVector) p.add(from).convert(VectorOperators.I2F, 0)).mul(Phase.TO_CYCLES).intoArray(ramp, i * LANES);
            p = p.add((IntVector) FloatVector.fromArray(LANE, f, i * df).mul(perFrame).convert(VectorOperators.F2I, 0));
        }
        p.intoArray(phase.data, 0);
    }
}
