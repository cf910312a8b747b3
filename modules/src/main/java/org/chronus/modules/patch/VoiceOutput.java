package org.chronus.modules.patch;

import java.util.Arrays;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Signal;
import org.chronus.modules.patch.cable.StereoLanes;

/**
 * The end of a voice graph: adds its voices to a sum, without what is not a number, and measures how loud each one is.
 * Built by the loader, run on the audio thread.
 */
final class VoiceOutput extends Module {
    private final Input left = input("left");
    private final Input right = input("right");
    private final Signal gainLeft;
    private final Signal gainRight;
    /** Sum of |left| + |right| since the last grid line; not a number once a sample was not. */
    private final float[] loudness = new float[LANES];
    /** The same of the block before. */
    private final float[] lastLoudness = new float[LANES];

    /** The gains of both sides are those of the players: volume, expression and pan. They are no part of the loudness. */
    VoiceOutput(Signal gainLeft, Signal gainRight) {
        this.gainLeft = gainLeft;
        this.gainRight = gainRight;
    }

    float loudness(int lane) {
        return loudness[lane];
    }

    float lastLoudness(int lane) {
        return lastLoudness[lane];
    }

    /** [audio] At a grid line. */
    void resetLoudness() {
        System.arraycopy(loudness, 0, lastLoudness, 0, LANES);
        Arrays.fill(loudness, 0);
    }

    /** Nothing: the group calls {@link #add}. */
    @Override public void generate(int start, int limit) { }

    /** [audio] Adds these frames to a sum, each times its gain, which is 0 for a lane that plays no note, and times that of its side. */
    void addTo(StereoLanes sum, Signal gains, int start, int limit) {
        if (gains.step == 0 && gainLeft.step == 0 && gainRight.step == 0) {
            addSteady(sum, gains.data, start, limit);
        } else {
            addMoving(sum, gains, start, limit);
        }
    }

    /** The usual case: all gains are as they were. To the bit what {@link #addMoving} makes of it. */
    private void addSteady(StereoLanes sum, float[] gains, int start, int limit) {
        float[] l = left.data, r = right.data, sumLeft = sum.left, sumRight = sum.right;
        int dl = left.step, dr = right.step;
        FloatVector gain = FloatVector.fromArray(LANE, gains, 0), level = FloatVector.fromArray(LANE, loudness, 0);
        FloatVector toLeft = FloatVector.fromArray(LANE, gainLeft.data, 0).mul(gain);
        FloatVector toRight = FloatVector.fromArray(LANE, gainRight.data, 0).mul(gain);
        for (int i = start; i < limit; i++) {
            FloatVector a = FloatVector.fromArray(LANE, l, i * dl), b = FloatVector.fromArray(LANE, r, i * dr);
            FloatVector loud = a.abs().add(b.abs()).mul(gain);
            VectorMask<Float> bad = loud.compare(VectorOperators.LT, Float.MAX_VALUE).not();
            level = level.add(loud);
            FloatVector.fromArray(LANE, sumLeft, i * LANES).add(a.blend(0f, bad).mul(toLeft)).intoArray(sumLeft, i * LANES);
            FloatVector.fromArray(LANE, sumRight, i * LANES).add(b.blend(0f, bad).mul(toRight)).intoArray(sumRight, i * LANES);
        }
        level.intoArray(loudness, 0);
    }

    private void addMoving(StereoLanes sum, Signal gains, int start, int limit) {
        float[] l = left.data, r = right.data, g = gains.data, gl = gainLeft.data, gr = gainRight.data;
        float[] sumLeft = sum.left, sumRight = sum.right;
        int dl = left.step, dr = right.step, dg = gains.step, dgl = gainLeft.step, dgr = gainRight.step;
        FloatVector level = FloatVector.fromArray(LANE, loudness, 0);
        for (int i = start; i < limit; i++) {
            FloatVector gain = FloatVector.fromArray(LANE, g, i * dg);
            FloatVector toLeft = FloatVector.fromArray(LANE, gl, i * dgl).mul(gain), toRight = FloatVector.fromArray(LANE, gr, i * dgr).mul(gain);
            FloatVector a = FloatVector.fromArray(LANE, l, i * dl), b = FloatVector.fromArray(LANE, r, i * dr);
            FloatVector loud = a.abs().add(b.abs()).mul(gain);
            VectorMask<Float> bad = loud.compare(VectorOperators.LT, Float.MAX_VALUE).not();
            level = level.add(loud);
            FloatVector.fromArray(LANE, sumLeft, i * LANES).add(a.blend(0f, bad).mul(toLeft)).intoArray(sumLeft, i * LANES);
            FloatVector.fromArray(LANE, sumRight, i * LANES).add(b.blend(0f, bad).mul(toRight)).intoArray(sumRight, i * LANES);
        }
        level.intoArray(loudness, 0);
    }
}
