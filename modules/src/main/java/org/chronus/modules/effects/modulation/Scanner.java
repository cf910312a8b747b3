package org.chronus.modules.effects.modulation;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Phase;
import org.chronus.modules.State;
import org.chronus.modules.Unit;
import org.chronus.modules.effects.DelayLine;
import org.chronus.modules.effects.Mute;

/**
 * Scanner vibrato and chorus of a tonewheel organ: a capacitive pickup scans nine taps of a delay line of about a millisecond to and fro,
 * and fades from tap to tap (L. Hammond, US patent 2,382,413, 1945; K. Werner, W. Dunkel and F. Germain, "A computational model of the
 * Hammond organ vibrato/chorus using wave digital filters", 2016). Half of it with half of the dry sound is the chorus.
 */
public final class Scanner extends Module {
    private static final float LONGEST = 0.00105f;
    private static final int STEPS = 8;
    private static final double BRIGHTEST = 7_000;

    private final Input in = input("in");
    private final Input rate = input("rate").range(3, 10, Unit.HERTZ).normally(7.25).logarithmic().means("of the scanner");
    private final Input depth = input("depth").range(0, 1, Unit.SHARE).normally(1).smoothed(0.05)
            .means("how much of the line is scanned: V1 and C1 are 1/3, V2 and C2 2/3, V3 and C3 1");
    private final Input mix = input("mix").range(0, 1, Unit.SHARE).normally(0.5).smoothed(0.02).means("0 dry, 0.5 chorus, 1 vibrato");
    private final Output out = output("out");
    private final Phase phase = phase();
    private final State lowpass = state();
    private final float[] nearDelays = new float[DelayLine.SCRATCH];
    private final float[] farDelays = new float[DelayLine.SCRATCH];
    private final float[] shares = new float[BLOCK];
    private final float[] near = new float[DelayLine.SCRATCH];
    private final float[] far = new float[DelayLine.SCRATCH];
    private DelayLine[] lines = {};
    private float pass;

    @Override protected void activate() {
        lines = new DelayLine[width()];
        for (int lane = 0; lane < lines.length; lane++) {
            lines[lane] = new DelayLine(LONGEST * sampleRate() + DelayLine.SHORTEST);
        }
        pass = (float) -StrictMath.expm1(-2 * Math.PI * BRIGHTEST / sampleRate());
    }

    @Override protected void reset(int lane) {
        if (lane < lines.length) {
            lines[lane].clear();
        }
    }

    @Override public double tail() {
        return LONGEST + 0.002;
    }

    @Override public void generate(int start, int limit) {
        Mute.unheard(out, start, limit, width());
        for (int lane = 0; lane < lines.length; lane++) {
            scan(lane, start, limit);
            run(lane, start, limit);
        }
    }

    /** Between which taps the pickup is, and what share it has of the later one. */
    private void scan(int lane, int start, int limit) {
        int position = phase.data[lane];
        float perFrame = Phase.CYCLE / sampleRate(), step = LONGEST * sampleRate() / STEPS;
        for (int i = start; i < limit; i++) {
            float tap = Math.abs(position * Phase.TO_CYCLES) * (2 * STEPS), each = step * depth.data[i * depth.step + lane];
            int whole = Math.min((int) tap, STEPS - 1);
            shares[i] = tap - whole;
            nearDelays[i] = DelayLine.SHORTEST - 1 + whole * each;
            farDelays[i] = DelayLine.SHORTEST - 1 + (whole + 1) * each;
            position += (int) (rate.data[i * rate.step + lane] * perFrame);
        }
        phase.data[lane] = position;
    }

    private void run(int lane, int start, int limit) {
        DelayLine line = lines[lane];
        int first = line.position();
        float low = lowpass.data[lane];
        for (int i = start; i < limit; i++) {
            low += (in.data[i * in.step + lane] - low) * pass;
            near[i] = low;
        }
        lowpass.data[lane] = low;
        line.write(near, start, limit);
        line.read(first, nearDelays, near, start, limit);
        line.read(first, farDelays, far, start, limit);
        for (int i = start; i < limit; i++) {
            float x = in.data[i * in.step + lane], wet = near[i] + (far[i] - near[i]) * shares[i];
            out.data[i * out.step + lane] = x + (wet - x) * mix.data[i * mix.step + lane];
        }
    }
}
