package org.chronus.modules.physical;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.State;

/**
 * Modes of vibration, a lane for each voice: each is a rotation that decays (M. Mathews and J. Smith, "Methods for synthesizing very high Q
 * parametrically well behaved two pole filters", 2003). Built by the loader, run on the audio thread.
 */
final class ModeBank {
    static final float LOG_1000 = 6.9077554f;

    /** What drives them, frame by frame. */
    final float[] force = new float[BLOCK * LANES];
    /** What they add up to. */
    final float[] sum = new float[BLOCK * LANES];
    /** What each takes of the force. */
    final float[][] weight;
    /** For {@link #tune}: frequency in Hz, and 6.9 / (frames until -60 dB). */
    final float[] hertz = new float[LANES], loss = new float[LANES];

    private static final float HIGHEST = 0.46f;

    private final State[] real, imaginary;
    private final float[][] less, turn;
    private final float[] kept = new float[LANES];

    /** As many modes as states, an even number. */
    ModeBank(State[] real, State[] imaginary) {
        this.real = real;
        this.imaginary = imaginary;
        weight = new float[real.length][LANES];
        less = new float[real.length][LANES];
        turn = new float[real.length][LANES];
    }

    /** A mode is as {@link #hertz} and {@link #loss} say; one that is too high for the rate is silent. */
    void tune(int mode, float rate) {
        FloatVector one = FloatVector.broadcast(LANE, 1f), highest = one.mul(HIGHEST * (float) Math.PI);
        FloatVector h = FloatVector.fromArray(LANE, hertz, 0).mul((float) Math.PI / rate).min(highest).max(0f), z = h.mul(h);
        FloatVector sine = z.mul(-1 / 39_916_800f).add(1 / 362_880f).mul(z).add(-1 / 5_040f).mul(z).add(1 / 120f).mul(z).add(-1 / 6f).mul(z)
                .add(1f).mul(h);
        FloatVector cosine = z.mul(1 / 479_001_600f).add(-1 / 3_628_800f).mul(z).add(1 / 40_320f).mul(z).add(-1 / 720f).mul(z).add(1 / 24f).mul(z)
                .add(-0.5f).mul(z).add(1f);
        FloatVector x = FloatVector.fromArray(LANE, loss, 0);
        // 1 - exp(-x)
        FloatVector fall = x.mul(-1 / 24f).add(1 / 6f).mul(x).add(-0.5f).mul(x).add(1f).mul(x).min(one).max(0f), left = one.sub(fall);
        VectorMask<Float> beyond = h.compare(VectorOperators.GE, highest);
        sine.mul(sine).mul(2f).mul(left).add(fall).blend(one, beyond).intoArray(less[mode], 0);
        sine.mul(cosine).mul(2f).mul(left).blend(0f, beyond).intoArray(turn[mode], 0);
    }

    /** So much is lost besides, as {@link #loss} says, in lanes whose key is up. */
    void damp(float[] more, float[] held) {
        FloatVector one = FloatVector.broadcast(LANE, 1f), x = FloatVector.fromArray(LANE, more, 0).max(0f).min(one);
        FloatVector up = one.sub(FloatVector.fromArray(LANE, held, 0));
        one.sub(x.sub(x.mul(x).mul(0.5f)).mul(up)).intoArray(kept, 0);
    }

    /** Writes {@link #sum}. */
    void ring(int modes, int start, int limit) {
        for (int i = start; i < limit; i++) {
            FloatVector.zero(LANE).intoArray(sum, i * LANES);
        }
        for (int mode = 0; mode < modes; mode += 2) {
            pair(mode, start, limit);
        }
    }

    /** Two modes side by side, so that one need not wait for itself. */
    private void pair(int mode, int start, int limit) {
        FloatVector one = FloatVector.broadcast(LANE, 1f), q = FloatVector.fromArray(LANE, kept, 0), rest = one.sub(q);
        // 1 - (1 - a) q, to the bit a if q is 1
        FloatVector a = FloatVector.fromArray(LANE, less[mode], 0).mul(q).add(rest), s = FloatVector.fromArray(LANE, turn[mode], 0).mul(q);
        FloatVector b = FloatVector.fromArray(LANE, less[mode + 1], 0).mul(q).add(rest), r = FloatVector.fromArray(LANE, turn[mode + 1], 0).mul(q);
        FloatVector v = FloatVector.fromArray(LANE, weight[mode], 0), w = FloatVector.fromArray(LANE, weight[mode + 1], 0);
        FloatVector x1 = FloatVector.fromArray(LANE, real[mode].data, 0), y1 = FloatVector.fromArray(LANE, imaginary[mode].data, 0);
        FloatVector x2 = FloatVector.fromArray(LANE, real[mode + 1].data, 0), y2 = FloatVector.fromArray(LANE, imaginary[mode + 1].data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector f = FloatVector.fromArray(LANE, force, i * LANES);
            FloatVector x = x1.sub(x1.mul(a).add(y1.mul(s))).add(f.mul(v)), u = x2.sub(x2.mul(b).add(y2.mul(r))).add(f.mul(w));
            y1 = y1.add(x1.mul(s).sub(y1.mul(a)));
            y2 = y2.add(x2.mul(r).sub(y2.mul(b)));
            x1 = x;
            x2 = u;
            FloatVector.fromArray(LANE, sum, i * LANES).add(y1.add(y2)).intoArray(sum, i * LANES);
        }
        x1.intoArray(real[mode].data, 0);
        y1.intoArray(imaginary[mode].data, 0);
        x2.intoArray(real[mode + 1].data, 0);
        y2.intoArray(imaginary[mode + 1].data, 0);
    }
}
