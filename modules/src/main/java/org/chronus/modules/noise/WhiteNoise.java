package org.chronus.modules.noise;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Seed;

/**
 * White noise: equally distributed from -1 to 1 (RMS 0.577), from a generator per lane (G. Marsaglia, "Xorshift RNGs", 2003) that repeats
 * itself after a day.
 */
public final class WhiteNoise extends Module {
    private final Output out = output("out").means("-1 to 1");
    private final Seed seed = seed();

    @Override public void generate(int start, int limit) {
        float[] y = out.data;
        int dy = out.step;
        IntVector x = IntVector.fromArray(LANE_INT, seed.data, 0);
        for (int i = start; i < limit; i++) {
            x = x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHL, 13));
            x = x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHR, 17));
            x = x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHL, 5));
            ((FloatVector) x.convert(VectorOperators.I2F, 0)).mul(0x1p-31f).intoArray(y, i * dy);
        }
        x.intoArray(seed.data, 0);
    }
}
