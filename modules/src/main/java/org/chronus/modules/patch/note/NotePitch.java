package org.chronus.modules.patch.note;

import java.util.Arrays;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Signal;
import org.chronus.modules.Unit;

/**
 * The pitch of every voice of a group: its key, the common bend, its own bend, and what is cabled to {@code note.pitch}. A glide is a
 * straight line in semitones. While nothing moves the pitch is a constant, and what follows from it is computed once per block.
 */
public final class NotePitch extends Module {
    private static final float MIDDLE_C = 60, RETUNE_SECONDS = 0.005f;

    private final Input added = input("pitch").range(-96, 96, Unit.SEMITONES);
    private final Output pitch = output("pitch");
    private final Output octave = output("octave");
    private final Signal bend;
    private final Signal own;
    private final float[] pitchBlock = new float[BLOCK * LANES];
    private final float[] octaveBlock = new float[BLOCK * LANES];
    private final float[] pitchLine = new float[LANES];
    private final float[] octaveLine = new float[LANES];
    private final float[] key = new float[LANES];
    private final float[] distance = new float[LANES];
    private final float[] remaining = new float[LANES];
    private final float[] perFrame = new float[LANES];
    /** Frames until no voice glides any more. */
    private int gliding;

    /**
     * @param bend in semitones, the same for all voices
     * @param own  in semitones, one for each
     */
    public NotePitch(Signal bend, Signal own) {
        this.bend = bend;
        this.own = own;
        Arrays.fill(key, MIDDLE_C);
    }

    /** [audio] A new key for one voice, in semitones, reached from another after some frames (0: at once). */
    public void tune(int lane, float semitones, float from, int frames) {
        key[lane] = semitones;
        distance[lane] = frames == 0 ? 0 : from - semitones;
        remaining[lane] = frames;
        perFrame[lane] = frames == 0 ? 0 : 1f / frames;
        gliding = Math.max(gliding, frames);
    }

    /** [audio] Another key for one voice, reached from where it is within milliseconds, or in the time that its glide has left. */
    public void retune(int lane, float semitones) {
        tune(lane, semitones, position(lane), Math.max((int) remaining[lane], Math.round(RETUNE_SECONDS * sampleRate())));
    }

    /** [audio] Where a voice's glide is now, in semitones, without bend. */
    public float position(int lane) {
        return key[lane] + distance[lane] * (remaining[lane] * perFrame[lane]);
    }

    @Override public void generate(int start, int limit) {
        boolean constant = bend.step == 0 && own.step == 0 && added.step == 0 && gliding == 0;
        pitch.data = constant ? pitchLine : pitchBlock;
        octave.data = constant ? octaveLine : octaveBlock;
        pitch.step = constant ? 0 : LANES;
        octave.step = constant ? 0 : LANES;
        run(pitch.data, octave.data, pitch.step, start, constant ? start + 1 : limit);
        gliding = Math.max(0, gliding - (limit - start));
    }

    private void run(float[] p, float[] o, int step, int start, int limit) {
        float[] a = added.data, b = bend.data, c = own.data;
        int da = added.step, db = bend.step, dc = own.step;
        FloatVector goal = FloatVector.fromArray(LANE, key, 0), way = FloatVector.fromArray(LANE, distance, 0);
        FloatVector left = FloatVector.fromArray(LANE, remaining, 0), share = FloatVector.fromArray(LANE, perFrame, 0);
        for (int i = start; i < limit; i++) {
            FloatVector v = left.mul(share).mul(way).add(goal)
                    .add(FloatVector.fromArray(LANE, b, i * db)).add(FloatVector.fromArray(LANE, c, i * dc))
                    .add(FloatVector.fromArray(LANE, a, i * da));
            v.intoArray(p, i * step);
            v.sub(MIDDLE_C).mul(1 / 12f).intoArray(o, i * step);
            left = left.sub(1f);
            left = left.blend(0f, left.lt(0f));
        }
        left.intoArray(remaining, 0);
    }
}
