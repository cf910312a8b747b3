package org.chronus.modules.effects.reverb;

import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;

import jdk.incubator.vector.FloatVector;
import org.chronus.modules.effects.DelayLine;

/**
 * All-pass filters in series (M. R. Schroeder, "Natural sounding artificial reverberation", 1962): they spread a click over time and leave
 * the spectrum as it is. Built by the loader, run on the audio thread.
 */
final class Diffuser {
    private static final float GAIN = 0.65f;

    /** What comes out, after {@link #process}: the frames that were asked for. */
    final float[] out = new float[DelayLine.SCRATCH];

    private final DelayLine[] lines;
    private final int[] frames;
    private final float[] delayed = new float[DelayLine.SCRATCH];
    private final float[] entering = new float[DelayLine.SCRATCH];

    Diffuser(float[] seconds, float rate) {
        lines = new DelayLine[seconds.length];
        frames = new int[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            frames[i] = Math.max(1, Math.round(seconds[i] * rate));
            lines[i] = new DelayLine(frames[i]);
        }
    }

    void clear() {
        for (DelayLine line : lines) {
            line.clear();
        }
    }

    /** No more frames at once than the shortest line holds. */
    void process(float[] in, int start, int limit) {
        System.arraycopy(in, start, out, start, limit - start);
        for (int k = 0; k < lines.length; k++) {
            lines[k].tap(lines[k].position(), frames[k], delayed, start, limit);
            for (int i = start; i < limit; i += LANES) {
                FloatVector old = FloatVector.fromArray(LANE, delayed, i);
                FloatVector x = FloatVector.fromArray(LANE, out, i).sub(old.mul(GAIN));
                x.intoArray(entering, i);
                old.add(x.mul(GAIN)).intoArray(out, i);
            }
            lines[k].write(entering, start, limit);
        }
    }
}
