package org.chronus.modules.patch;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Signal;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Where a voice graph ends: adds its voices to the sums of the part, leaving out what is not a number and lanes that play no note, and
 * measures how loud each one is.
 */
final class VoiceOutput extends Module {
    private final Input left = input("left");
    private final Input right = input("right");
    /** 1 for a lane that plays, else 0. */
    private final float[] playing = new float[LANES];
    /** Sum of |left| + |right| since the last grid line; not a number once a sample was not. */
    private final float[] loudness = new float[LANES];
    private final float[] sumLeft;
    private final float[] sumRight;

    /** @param sumLeft lanes still apart; shared by the groups of a part */
    VoiceOutput(float[] sumLeft, float[] sumRight) {
        this.sumLeft = sumLeft;
        this.sumRight = sumRight;
    }

    void play(int lane, boolean on) {
        playing[lane] = on ? 1 : 0;
    }

    float loudness(int lane) {
        return loudness[lane];
    }

    /** [audio] At a grid line. */
    void measureAnew() {
        FloatVector.zero(LANE).intoArray(loudness, 0);
    }

    /** Nothing: the group calls {@link #add}. */
    @Override public void generate(int start, int limit) { }

    /** [audio] Adds these frames, each times its gain. */
    void add(Signal gains, int start, int limit) {
        float[] l = left.data, r = right.data, g = gains.data;
        int dl = left.step, dr = right.step, dg = gains.step;
        FloatVector zero = FloatVector.zero(LANE), level = FloatVector.fromArray(LANE, loudness, 0);
        VectorMask<Float> on = FloatVector.fromArray(LANE, playing, 0).compare(VectorOperators.GT, 0f);
        for (int i = start; i < limit; i++) {
            FloatVector gain = FloatVector.fromArray(LANE, g, i * dg);
            FloatVector a = zero.blend(FloatVector.fromArray(LANE, l, i * dl).mul(gain), on);
            FloatVector b = zero.blend(FloatVector.fromArray(LANE, r, i * dr).mul(gain), on);
            FloatVector loud = a.abs().add(b.abs());
            level = level.add(loud);
            VectorMask<Float> number = loud.compare(VectorOperators.LT, Float.MAX_VALUE);
            FloatVector.fromArray(LANE, sumLeft, i * LANES).add(zero.blend(a, number)).intoArray(sumLeft, i * LANES);
            FloatVector.fromArray(LANE, sumRight, i * LANES).add(zero.blend(b, number)).intoArray(sumRight, i * LANES);
        }
        level.intoArray(loudness, 0);
    }
}
