package org.chronus.modules.modulators;

import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;
import static org.chronus.modules.Module.LANE_INT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The waveforms of the LFO: from the position in a cycle (0 to 0.5, then -0.5 to 0) to -1 to 1; a kernel for each shape, so that none
 * branches on it. Audio thread.
 */
abstract sealed class LfoWave {
    /** Writes frames {@code start} to {@code limit - 1}, each {@code LANES} wide. */
    abstract void generate(float[] position, float[] wave, int start, int limit);

    /** The kernel for a shape; the random ones run a generator on in {@code seed} and remember the last position in {@code before}. */
    static LfoWave of(LowFrequencyOscillator.Shape shape, int[] seed, float[] before) {
        return switch (shape) {
            case SINE -> new Sine();
            case TRIANGLE -> new Triangle();
            case SAW -> new Saw();
            case SQUARE -> new Square();
            case RANDOM -> new Random(seed, before, 0);
            case SMOOTH_RANDOM -> new Random(seed, before, 1);
        };
    }

    /** sin(pi x) = x (1 - |x|) (1 + |x|) Q(x^2), to 1e-7. */
    private static final class Sine extends LfoWave {
        @Override void generate(float[] position, float[] wave, int start, int limit) {
            for (int i = start * LANES; i < limit * LANES; i += LANES) {
                FloatVector s = FloatVector.fromArray(LANE, position, i), x = s.add(s), z = x.mul(x);
                FloatVector q = z.mul(0.0059732933f).sub(0.074459372f).mul(z).add(0.52378046f).mul(z).sub(2.0260838f).mul(z).add(3.1415913f);
                x.sub(x.mul(z)).mul(q).intoArray(wave, i);
            }
        }
    }

    /** Rises from 0. */
    private static final class Triangle extends LfoWave {
        @Override void generate(float[] position, float[] wave, int start, int limit) {
            for (int i = start * LANES; i < limit * LANES; i += LANES) {
                FloatVector s = FloatVector.fromArray(LANE, position, i), a = s.abs();
                FloatVector height = a.blend(a.neg().add(0.5f), a.compare(VectorOperators.GT, 0.25f)).mul(4f);
                height.blend(height.neg(), s.lt(0f)).intoArray(wave, i);
            }
        }
    }

    /** Rises from -1 to 1. */
    private static final class Saw extends LfoWave {
        @Override void generate(float[] position, float[] wave, int start, int limit) {
            for (int i = start * LANES; i < limit * LANES; i += LANES) {
                FloatVector s = FloatVector.fromArray(LANE, position, i), x = s.add(s);
                x.sub(1f).blend(x.add(1f), s.lt(0f)).intoArray(wave, i);
            }
        }
    }

    /** 1, then -1. */
    private static final class Square extends LfoWave {
        @Override void generate(float[] position, float[] wave, int start, int limit) {
            FloatVector one = FloatVector.broadcast(LANE, 1f);
            for (int i = start * LANES; i < limit * LANES; i += LANES) {
                FloatVector s = FloatVector.fromArray(LANE, position, i);
                one.blend(-1f, s.lt(0f)).intoArray(wave, i);
            }
        }
    }

    /** Values that a generator draws, one for each cycle: it stays there, or goes on to the next along 3 u^2 - 2 u^3. */
    private static final class Random extends LfoWave {
        private final int[] seed;
        private final float[] before;
        private final float share;

        /** @param share of the way to the next value that it goes in a cycle: 0 or 1 */
        Random(int[] seed, float[] before, float share) {
            this.seed = seed;
            this.before = before;
            this.share = share;
        }

        @Override void generate(float[] position, float[] wave, int start, int limit) {
            IntVector now = IntVector.fromArray(LANE_INT, seed, 0);
            FloatVector last = FloatVector.fromArray(LANE, before, 0);
            for (int i = start * LANES; i < limit * LANES; i += LANES) {
                FloatVector s = FloatVector.fromArray(LANE, position, i);
                VectorMask<Float> begins = last.lt(0f).and(s.compare(VectorOperators.GE, 0f));
                IntVector next = now.lanewise(VectorOperators.XOR, now.lanewise(VectorOperators.LSHL, 13));
                next = next.lanewise(VectorOperators.XOR, next.lanewise(VectorOperators.LSHR, 17));
                next = next.lanewise(VectorOperators.XOR, next.lanewise(VectorOperators.LSHL, 5));
                now = now.blend(next, begins.cast(LANE_INT));
                next = now.lanewise(VectorOperators.XOR, now.lanewise(VectorOperators.LSHL, 13));
                next = next.lanewise(VectorOperators.XOR, next.lanewise(VectorOperators.LSHR, 17));
                next = next.lanewise(VectorOperators.XOR, next.lanewise(VectorOperators.LSHL, 5));
                last = s;
                FloatVector from = ((FloatVector) now.convert(VectorOperators.I2F, 0)).mul(0x1p-31f);
                FloatVector to = ((FloatVector) next.convert(VectorOperators.I2F, 0)).mul(0x1p-31f);
                FloatVector u = s.blend(s.add(1f), s.lt(0f)), gone = u.mul(u).mul(u.mul(-2f).add(3f)).mul(share);
                from.add(to.sub(from).mul(gone)).intoArray(wave, i);
            }
            now.intoArray(seed, 0);
            last.intoArray(before, 0);
        }
    }
}
