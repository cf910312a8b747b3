package org.chronus.modules.oscillators;

import org.chronus.modules.Conversion;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.Output;
import org.chronus.modules.Unit;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Additive oscillator: up to 64 sines whose levels follow a slope, and whose places go from harmonics over those of a stiff string, n sqrt(1 + B
 * n^2), to the modes of a bar that is free at both ends (N. Fletcher and T. Rossing, "The Physics of Musical Instruments", 1991). Partials
 * above 18 kHz fade out, so that there are no aliases. Its RMS is 0.5 whatever the levels.
 */
public final class AdditiveOscillator extends Module {
    private static final int PARTIALS = PartialBank.PARTIALS;
    private static final float ROOT_HALF = (float) Math.sqrt(0.5);
    /** 2^x for x from -0.5 to 0.5, to 2e-7: Taylor's series. */
    private static final float E1 = 0.6931472f, E2 = 0.2402265f, E3 = 0.05550411f, E4 = 0.009618129f, E5 = 0.0013333558f, E6 = 0.00015403530f;
    private static final float ROUND = 0x1.8p23f;
    private static final int BIAS = 127, MANTISSA_BITS = 23;
    private static final float DECIBELS_PER_OCTAVE = (float) (20 * Math.log10(2));
    /** Roots of cos(x) cosh(x) = 1; from the third on (n + 1/2) pi. */
    private static final double[] BAR = {4.730041, 7.853205};

    private final Input pitch = input("pitch").range(-24, 136, Unit.NOTE).follows(NoteSignal.PITCH).as(Conversion.FREQUENCY)
            .means("note number, with fraction");
    private final Input tune = input("tune").range(-60, 60, Unit.SEMITONES).smoothed(0.005).as(Conversion.RATIO).means("added to the pitch");
    private final Input partials = input("partials").range(1, PARTIALS).normally(32).held().means("how many; the last one fades in with a fraction");
    private final Input tilt = input("tilt").range(-24, 6).normally(-6).held().means("slope of the levels in dB per octave: -6 as a sawtooth");
    private final Input balance = input("balance").range(-1, 1, Unit.SHARE).held()
            .means("-1 has odd partials only, 0 all, 1 even ones and the first");
    private final Input stretch = input("stretch").range(0, 0.02).held().means("inharmonicity B of a stiff string: 0.0004 in a piano's middle");
    private final Input morph = input("morph").range(0, 1, Unit.SHARE).held().means("from the string (0) to the modes of a bar (1)");
    private final Output out = output("out").means("RMS 0.5");
    private final PartialBank bank = new PartialBank();
    private final float[] octaves = new float[PARTIALS];
    private final float[] barOctaves = new float[PARTIALS];

    @Override protected void activate() {
        for (int n = 1; n <= PARTIALS; n++) {
            double root = n <= BAR.length ? BAR[n - 1] : (n + 0.5) * Math.PI, bar = root * root / (BAR[0] * BAR[0]);
            octaves[n - 1] = (float) (StrictMath.log(n) / StrictMath.log(2));
            barOctaves[n - 1] = (float) (StrictMath.log(bar / n) / StrictMath.log(2));
        }
    }

    @Override protected void reset(int lane) {
        bank.reset(lane);
    }

    @Override public void generate(int start, int limit) {
        if (start == 0 || bank.isFresh()) {
            level();
            spread();
        }
        bank.generate(pitch, tune, sampleRate(), out, start, limit);
    }

    private void level() {
        FloatVector count = FloatVector.fromArray(LANE, partials.data, 0), zero = FloatVector.zero(LANE), one = FloatVector.broadcast(LANE, 1f);
        FloatVector slope = FloatVector.fromArray(LANE, tilt.data, 0).mul(1 / DECIBELS_PER_OCTAVE), b = FloatVector.fromArray(LANE, balance.data, 0);
        FloatVector odd = one.sub(b.blend(zero, b.compare(VectorOperators.LT, zero)));
        FloatVector even = one.add(b.blend(zero, b.compare(VectorOperators.GT, zero)));
        FloatVector power = zero;
        for (int n = 1; n <= PARTIALS; n++) {
            FloatVector x = slope.mul(octaves[n - 1]), whole = x.add(ROUND).sub(ROUND), part = x.sub(whole);
            FloatVector series = part.mul(E6).add(E5).mul(part).add(E4).mul(part).add(E3).mul(part).add(E2).mul(part).add(E1).mul(part).add(1f);
            IntVector exponent = ((IntVector) whole.convert(VectorOperators.F2I, 0)).add(BIAS).lanewise(VectorOperators.LSHL, MANTISSA_BITS);
            FloatVector there = count.sub(n - 1f);
            there = there.blend(one, there.compare(VectorOperators.GT, one)).blend(zero, there.compare(VectorOperators.LT, zero));
            FloatVector level = series.mul(exponent.reinterpretAsFloats()).mul(there);
            if (n > 1) {
                level = level.mul(n % 2 == 0 ? even : odd);
            }
            level.intoArray(bank.levels, (n - 1) * LANES);
            power = power.add(level.mul(level));
        }
        FloatVector scale = FloatVector.broadcast(LANE, ROOT_HALF).div(power.sqrt());
        for (int at = 0; at < PARTIALS * LANES; at += LANES) {
            FloatVector.fromArray(LANE, bank.levels, at).mul(scale).intoArray(bank.levels, at);
        }
    }

    private void spread() {
        FloatVector m = FloatVector.fromArray(LANE, morph.data, 0), b = FloatVector.fromArray(LANE, stretch.data, 0), first = b.add(1f);
        for (int n = 1; n <= PARTIALS; n++) {
            FloatVector x = m.mul(barOctaves[n - 1]), whole = x.add(ROUND).sub(ROUND), part = x.sub(whole);
            FloatVector series = part.mul(E6).add(E5).mul(part).add(E4).mul(part).add(E3).mul(part).add(E2).mul(part).add(E1).mul(part).add(1f);
            IntVector exponent = ((IntVector) whole.convert(VectorOperators.F2I, 0)).add(BIAS).lanewise(VectorOperators.LSHL, MANTISSA_BITS);
            b.mul((float) n * n).add(1f).div(first).sqrt().mul(n).mul(series.mul(exponent.reinterpretAsFloats()))
                    .intoArray(bank.ratios, (n - 1) * LANES);
        }
    }
}
