package org.chronus.modules.patch.cable;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANES;

import org.chronus.modules.Conversion;
import org.chronus.modules.Input;
import org.chronus.modules.Signal;
import org.chronus.modules.Unit;

/**
 * The value that a preset or a controller gives to an input, smoothed as the input declares: one for all voices of a part. A
 * logarithmic one is smoothed along its logarithm.
 *
 * <p>Built by the loader; everything else is for the thread that runs the patch, but for what says otherwise.
 */
public final class Parameter {
    private static final double LOG_2 = Math.log(2);
    /**
     * How many times longer than the port's smoothing a change of tempo takes: an echo whose time changes changes its pitch meanwhile.
     */
    private static final int TEMPO_RAMP = 5;

    private final Input port;
    private final float initial;
    private final boolean initiallyInBeats;
    private final float maximum;
    private final Ramp ramp;
    private final Signal plain;
    private final Signal converted;
    private final float[] plainBlock = new float[BLOCK * LANES];
    private final float[] plainLine = new float[LANES];
    private final float[] convertedBlock = new float[BLOCK * LANES];
    private final float[] convertedLine = new float[LANES];
    /** The value that was set last, at the patch's own tempo if it was given in beats. */
    private float requested;
    private boolean inBeats;
    /** The present tempo as a multiple of the patch's own. */
    private float tempoRatio = 1;

    public Parameter(Input port, float value, boolean inBeats, float sampleRate) {
        this.port = port;
        initial = value;
        initiallyInBeats = inBeats;
        requested = value;
        this.inBeats = inBeats;
        maximum = (float) port.maximum(sampleRate);
        ramp = new Ramp(toRamp(value), Math.round((float) (port.smoothing() * sampleRate)));
        plain = port.isLogarithmic() ? new Signal() : ramp;
        converted = port.conversion() == Conversion.NONE ? plain : new Signal();
        follow(0, 1);
    }

    /** [any thread] The value that it was built with, in the port's unit, at the patch's own tempo. */
    public float initial() {
        return initial;
    }

    /** [any thread, as of some moment] Where it is going, in the port's unit. */
    public float target() {
        return port.isLogarithmic() ? (float) Math.pow(2, ramp.target()) : ramp.target();
    }

    /** A value between two others: in equal ratios if the port is logarithmic. Position 0..1; result in the port's unit. */
    public float between(float low, float high, float position) {
        return port.isLogarithmic() ? (float) (low * Math.pow(high / low, position)) : low + (high - low) * position;
    }

    /** Where it is going as a share of the port's range, 0..1, along its logarithm if it is logarithmic. */
    public float position() {
        float low = toRamp((float) port.minimum()), high = toRamp(maximum);
        return high > low ? (ramp.target() - low) / (high - low) : 0;
    }

    /** A new value as a share of the port's range, reached in the port's smoothing time. */
    public void setPosition(float share) {
        float low = toRamp((float) port.minimum()), high = toRamp(maximum);
        ramp.rampTo(low + Math.clamp(share, 0f, 1f) * (high - low));
    }

    /** A new value in the port's unit, reached in the port's smoothing time. */
    public void set(float value) {
        set(value, false, false);
    }

    /** A new value in the port's unit, from the next frame on. */
    public void jump(float value) {
        set(value, false, true);
    }

    /** A new value in the port's unit; {@code beats}: at the patch's own tempo, and to follow the present one. */
    public void set(float value, boolean beats, boolean atOnce) {
        requested = value;
        inBeats = beats;
        move(atOnce, 1);
    }

    /** The tempo is that multiple of the patch's own: what was given in beats follows, at once or in {@link #TEMPO_RAMP} times the smoothing. */
    public void tempo(float multiple, boolean atOnce) {
        boolean changes = multiple != tempoRatio;
        tempoRatio = multiple;
        if (inBeats && changes) {
            move(atOnce, TEMPO_RAMP);
        }
    }

    /** Cycles per second at the patch's own tempo, of a frequency that was given in beats; else 0. */
    public float rateInBeats() {
        return inBeats && port.unit() == Unit.HERTZ ? requested : 0;
    }

    /** Back to the preset's value, in its own tempo. */
    public void clear() {
        tempoRatio = 1;
        set(initial, initiallyInBeats, true);
    }

    private void move(boolean atOnce, int times) {
        float value = toRamp(!inBeats ? requested : port.unit() == Unit.HERTZ ? requested * tempoRatio : requested / tempoRatio);
        if (atOnce) {
            ramp.jump(value);
        } else {
            ramp.rampTo(value, times);
        }
    }

    /** Returns false if nothing has changed since the last time. */
    public boolean generate(int start, int limit) {
        boolean changed = ramp.generate(start, limit);
        if (changed) {
            follow(start, limit);
        }
        return changed;
    }

    /** In the port's unit, before conversion. */
    Signal plain() {
        return plain;
    }

    /** As the kernel reads it. */
    Signal converted() {
        return converted;
    }

    /** The logarithm to base 2 of a logarithmic one; else the same as {@link #plain}. */
    Signal logarithm() {
        return ramp;
    }

    /** True if it adds nothing to a sum. */
    boolean isZero() {
        return ramp.step == 0 && ramp.target() == 0 && !port.isLogarithmic();
    }

    private float toRamp(float value) {
        double clamped = Math.clamp((double) value, port.minimum(), maximum);
        return (float) (port.isLogarithmic() ? Math.log(clamped) / LOG_2 : clamped);
    }

    private void follow(int start, int limit) {
        boolean moves = ramp.moves();
        int last = moves ? limit : start + 1;
        if (plain != ramp) {
            point(plain, moves, plainBlock, plainLine);
            BlockMath.exp2(plain.data, plain.step, ramp, 1, 0, (float) port.minimum(), maximum, start, last);
        }
        if (converted != plain) {
            point(converted, moves, convertedBlock, convertedLine);
            float scale = port.conversion().scale(), offset = port.conversion().offset();
            BlockMath.exp2(converted.data, converted.step, plain, scale, offset, -Float.MAX_VALUE, Float.MAX_VALUE, start, last);
        }
    }

    private static void point(Signal signal, boolean moves, float[] block, float[] line) {
        signal.data = moves ? block : line;
        signal.step = moves ? LANES : 0;
    }
}
