package org.chronus.modules.effects.dynamics;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * Compressor: feed-forward, with the level, the knee and the ballistics in the logarithmic domain (D. Giannoulis, M. Massberg and J. Reiss,
 * "Digital dynamic range compressor design: a tutorial and analysis", 2012; its smooth, branching detector). Works in octaves of amplitude,
 * 6.02 dB each. In a mix both sides are compressed alike.
 */
public final class Compressor extends Module {
    private static final float FAINTEST = 1e-6f, DEEPEST = 100f;
    /** Adding it leaves the whole part in the last bits. */
    private static final float TO_INTEGER = 0x1.8p23f;

    private final Input in = input("in");
    private final Input side = input("side").means("side chain: what it listens to; the input itself if nothing is cabled");
    private final Input threshold = input("threshold").range(0.001, 1, Unit.GAIN).normally(0.1).logarithmic().smoothed(0.02)
            .means("level above which it compresses");
    private final Input ratio = input("ratio").range(1, 100).normally(4).logarithmic().smoothed(0.02)
            .means("dB more at the input for each at the output");
    private final Input attack = input("attack").range(0.0001, 0.5, Unit.SECONDS).normally(0.01).logarithmic().held()
            .means("until 63 % of the compression is there");
    private final Input release = input("release").range(0.005, 5, Unit.SECONDS).normally(0.15).logarithmic().held()
            .means("until 63 % of it is gone");
    private final Input knee = input("knee").range(1, 16, Unit.GAIN).normally(2).logarithmic().held()
            .means("how wide the bend around the threshold is: 1 (0 dB) is hard");
    private final Input makeup = input("makeup").range(0.1, 32, Unit.GAIN).normally(1).logarithmic().smoothed(0.02)
            .means("factor on what is compressed");
    private final Input mix = input("mix").range(0, 1, Unit.SHARE).normally(1).smoothed(0.02).means("0 dry, 1 the compressed sound alone");
    private final Output out = output("out");
    private final State reduction = state();
    private final Key key = new Key();

    @Override protected void activate() {
        key.link(width());
    }

    @Override public void generate(int start, int limit) {
        key.listen(in, side, start, limit);
        reduce(start, limit);
        float[] x = in.data, g = key.level, u = makeup.data, m = mix.data, y = out.data;
        int dx = in.step, du = makeup.step, dm = mix.step, dy = out.step;
        for (int i = start; i < limit; i++) {
            FloatVector dry = FloatVector.fromArray(LANE, x, i * dx);
            FloatVector wet = dry.mul(FloatVector.fromArray(LANE, g, i * LANES)).mul(FloatVector.fromArray(LANE, u, i * du));
            dry.add(wet.sub(dry).mul(FloatVector.fromArray(LANE, m, i * dm))).intoArray(y, i * dy);
        }
    }

    /** From the level in the key to the gain, in the same place. */
    private void reduce(int start, int limit) {
        float[] level = key.level, t = threshold.data, r = ratio.data;
        int dt = threshold.step, dr = ratio.step;
        FloatVector one = FloatVector.broadcast(LANE, 1f), zero = FloatVector.zero(LANE), deepest = FloatVector.broadcast(LANE, DEEPEST);
        FloatVector up = one.div(FloatVector.fromArray(LANE, attack.data, 0).mul(sampleRate()).add(1f));
        FloatVector down = one.div(FloatVector.fromArray(LANE, release.data, 0).mul(sampleRate()).add(1f));
        FloatVector faintest = FloatVector.broadcast(LANE, FAINTEST);
        // log2 v is the exponent and log2 (1 + f) of the rest, f + f (1 - f) Q(f), to 7e-6.
        FloatVector k = FloatVector.fromArray(LANE, knee.data, 0);
        IntVector kneeBits = k.reinterpretAsInts();
        FloatVector kf = kneeBits.and(0x7FFFFF).or(0x3F800000).reinterpretAsFloats().sub(1f);
        FloatVector wide = ((FloatVector) kneeBits.lanewise(VectorOperators.LSHR, 23).sub(127).convert(VectorOperators.I2F, 0)).add(kf)
                .add(kf.mul(one.sub(kf)).mul(kf.mul(0.02627275f).sub(0.09838652f).mul(kf).add(0.1848611f).mul(kf).sub(0.27672793f).mul(kf)
                        .add(0.4426594f))).add(1e-4f);
        FloatVector half = wide.mul(0.5f), perWidth = one.div(wide.add(wide));
        FloatVector held = FloatVector.fromArray(LANE, reduction.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector v = FloatVector.fromArray(LANE, level, i * LANES);
            // The level over the threshold as one logarithm.
            v = v.blend(faintest, v.compare(VectorOperators.LT, faintest)).div(FloatVector.fromArray(LANE, t, i * dt));
            IntVector bits = v.reinterpretAsInts();
            FloatVector f = bits.and(0x7FFFFF).or(0x3F800000).reinterpretAsFloats().sub(1f);
            FloatVector q = f.mul(0.02627275f).sub(0.09838652f).mul(f).add(0.1848611f).mul(f).sub(0.27672793f).mul(f).add(0.4426594f);
            FloatVector over = ((FloatVector) bits.lanewise(VectorOperators.LSHR, 23).sub(127).convert(VectorOperators.I2F, 0)).add(f)
                    .add(f.mul(one.sub(f)).mul(q));
            // A parabola within the knee, a straight line beyond.
            FloatVector bent = over.add(half), straight = over.sub(half);
            bent = bent.blend(zero, bent.compare(VectorOperators.LT, zero));
            bent = bent.blend(wide, bent.compare(VectorOperators.GT, wide));
            straight = straight.blend(zero, straight.compare(VectorOperators.LT, zero));
            FloatVector wanted = bent.mul(bent).mul(perWidth).add(straight).mul(one.sub(one.div(FloatVector.fromArray(LANE, r, i * dr))));
            held = held.add(wanted.sub(held).mul(down.blend(up, wanted.compare(VectorOperators.GT, held))));
            // 2^-held: the whole part goes to the exponent, the rest through a series.
            FloatVector e = held.blend(deepest, held.compare(VectorOperators.GT, deepest)).neg();
            FloatVector rounded = e.add(TO_INTEGER), rest = e.sub(rounded.sub(TO_INTEGER));
            FloatVector p = rest.mul(1.3333558e-3f).add(9.6181291e-3f).mul(rest).add(5.5504109e-2f).mul(rest).add(0.24022651f).mul(rest)
                    .add(0.69314718f).mul(rest).add(1f);
            p.reinterpretAsInts().add(rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats()
                    .intoArray(level, i * LANES);
        }
        held.intoArray(reduction.data, 0);
    }
}
