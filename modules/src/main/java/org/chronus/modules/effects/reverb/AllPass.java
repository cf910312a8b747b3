package org.chronus.modules.effects.reverb;

import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.effects.DelayLine;

/**
 * An all-pass with a delay line (M. R. Schroeder, "Natural sounding artificial reverberation", 1962), whose line others may tap. Built by
 * the loader, run on the audio thread.
 */
final class AllPass {
    /** What circulates in it. */
    final DelayLine line;

    private final int frames;
    private final float gain;
    private final float[] delayed = new float[DelayLine.SCRATCH];
    private final float[] entering = new float[DelayLine.SCRATCH];

    AllPass(int frames, int margin, float gain) {
        this.frames = frames;
        this.gain = gain;
        line = new DelayLine(frames + margin);
    }

    /** In place; no more frames at once than its line holds. */
    void process(float[] wave, int start, int limit) {
        line.tap(line.position(), frames, delayed, start, limit);
        run(wave, start, limit);
    }

    /** The same with a delay for each frame. */
    void process(float[] wave, float[] delays, int start, int limit) {
        line.read(line.position(), delays, delayed, start, limit);
        run(wave, start, limit);
    }

    private void run(float[] wave, int start, int limit) {
        for (int i = start; i < limit; i += LANES) {
            FloatVector old = FloatVector.fromArray(LANE, delayed, i), x = FloatVector.fromArray(LANE, wave, i).sub(old.mul(gain));
            x.intoArray(entering, i);
            old.add(x.mul(gain)).intoArray(wave, i);
        }
        line.write(entering, start, limit);
    }
}
