package org.chronus.modules.noise;

import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Seed;
import org.chronus.modules.State;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Brown noise, -6 dB per octave: white noise, summed up. The sum leaks below 20 Hz, so that it stays near 0; RMS 0.2, peaks just below 1.
 */
public final class BrownNoise extends Module {
    private static final double CORNER = 20;
    private static final double RMS = 0.2;

    private final Output out = output("out");
    private final Seed seed = seed();
    private final State sum = state();
    private float keep;
    private float take;

    @Override protected void activate() {
        double kept = StrictMath.exp(-2 * Math.PI * CORNER / sampleRate());
        keep = (float) kept;
        // White noise from -1 to 1 has a power of 1/3, and the leak keeps 1 / (1 - kept^2) of it.
        take = (float) (RMS * Math.sqrt(3 * (1 - kept * kept)));
    }

    @Override public void generate(int start, int limit) {
        float[] y = out.data;
        int dy = out.step;
        float kept = keep, taken = take * 0x1p-31f;
        IntVector x = IntVector.fromArray(LANE_INT, seed.data, 0);
        FloatVector s = FloatVector.fromArray(LANE, sum.data, 0);
        for (int i = start; i < limit; i++) {
            x = x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHL, 13));
            x = x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHR, 17));
            x = x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHL, 5));
            s = s.mul(kept).add(((FloatVector) x.convert(VectorOperators.I2F, 0)).mul(taken));
            s.intoArray(y, i * dy);
        }
        x.intoArray(seed.data, 0);
        s.intoArray(sum.data, 0);
    }
}
