package org.chronus.modules.noise;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Seed;
import org.chronus.modules.State;

/**
 * Pink noise, -3 dB per octave within 0.5 dB from 40 Hz to 16 kHz; RMS 0.2, peaks just below 1.
 *
 * <p>1 / sqrt(s) is the integral over all a of 1 / (pi sqrt(a) (s + a)): white noise through one-pole low-passes at frequencies a in equal
 * ratios, each weighted by 1 / sqrt(a), comes to within a quarter of a dB of it when they are a factor of 7 apart. The low-passes
 * that would lie above the highest are one constant.
 */
public final class PinkNoise extends Module {
    private static final int POLES = 5;
    private static final double LOWEST = 2;
    private static final double APART = 7;
    private static final double LEVEL = 10.9;
    private static final double LEVEL_RATE = 48_000;

    private final Output out = output("out");
    private final Seed seed = seed();
    private final State first = state();
    private final State second = state();
    private final State third = state();
    private final State fourth = state();
    private final State fifth = state();
    private final float[] keep = new float[POLES];
    private final float[] take = new float[POLES];
    private float direct;

    @Override protected void activate() {
        // A second of noise has the same power at any rate: the more frames, the less of it falls into the octaves that are heard.
        double level = LEVEL * Math.sqrt(sampleRate() / LEVEL_RATE), hertz = LOWEST;
        for (int pole = 0; pole < POLES; pole++) {
            double kept = StrictMath.exp(-2 * Math.PI * hertz / sampleRate());
            keep[pole] = (float) kept;
            take[pole] = (float) (level * (1 - kept) / Math.sqrt(hertz));
            hertz *= APART;
        }
        // Near half the rate a digital low-pass lets more through than its model; found by trial from 44.1 to 192 kHz.
        double top = Math.max(0, 1 - LEVEL_RATE / 2 / sampleRate());
        direct = (float) (top * level / Math.sqrt(hertz) / (1 - 1 / Math.sqrt(APART)));
    }

    @Override public void generate(int start, int limit) {
        float[] y = out.data;
        int dy = out.step;
        float k1 = keep[0], k2 = keep[1], k3 = keep[2], k4 = keep[3], k5 = keep[4];
        float t1 = take[0], t2 = take[1], t3 = take[2], t4 = take[3], t5 = take[4];
        IntVector x = IntVector.fromArray(LANE_INT, seed.data, 0);
        FloatVector s1 = FloatVector.fromArray(LANE, first.data, 0), s2 = FloatVector.fromArray(LANE, second.data, 0);
        FloatVector s3 = FloatVector.fromArray(LANE, third.data, 0), s4 = FloatVector.fromArray(LANE, fourth.data, 0);
        FloatVector s5 = FloatVector.fromArray(LANE, fifth.data, 0);
        for (int i = start; i < limit; i++) {
            x = x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHL, 13));
            x = x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHR, 17));
            x = x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHL, 5));
            FloatVector white = ((FloatVector) x.convert(VectorOperators.I2F, 0)).mul(0x1p-31f);
            s1 = s1.mul(k1).add(white.mul(t1));
            s2 = s2.mul(k2).add(white.mul(t2));
            s3 = s3.mul(k3).add(white.mul(t3));
            s4 = s4.mul(k4).add(white.mul(t4));
            s5 = s5.mul(k5).add(white.mul(t5));
            s1.add(s2).add(s3.add(s4)).add(s5.add(white.mul(direct))).intoArray(y, i * dy);
        }
        x.intoArray(seed.data, 0);
        s1.intoArray(first.data, 0);
        s2.intoArray(second.data, 0);
        s3.intoArray(third.data, 0);
        s4.intoArray(fourth.data, 0);
        s5.intoArray(fifth.data, 0);
    }
}
