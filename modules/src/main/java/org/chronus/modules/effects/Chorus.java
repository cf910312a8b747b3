package org.chronus.modules.effects;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Phase;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * A second player: the signal beside itself, 8 ms late and swaying. In a mix the right side sways a quarter of a cycle behind the left, so
 * that the sound turns wide, and nothing cancels when both are summed.
 */
public final class Chorus extends Module {
    private static final float MIDDLE = 0.008f;
    private static final float SWAY = 0.005f;
    private static final int QUARTER = 1 << 30;

    private final Input in = input("in");
    private final Input rate = input("rate").range(0.05, 10, Unit.HERTZ).normally(0.8).logarithmic().means("of the swaying");
    private final Input depth = input("depth").range(0, 1, Unit.SHARE).normally(0.3).smoothed(0.05).means("1 sways by 5 ms to either side");
    private final Input mix = input("mix").range(0, 1, Unit.SHARE).normally(0.4).smoothed(0.02).means("0 dry, 1 the second player alone");
    private final Output out = output("out");
    private final Phase phase = phase();
    private final State heard = state();
    private final float[] ages = new float[DelayLine.SCRATCH];
    private final float[] other = new float[DelayLine.SCRATCH];
    private DelayLine[] lines = {};

    @Override protected void activate() {
        lines = new DelayLine[width()];
        for (int lane = 0; lane < lines.length; lane++) {
            lines[lane] = new DelayLine((MIDDLE + SWAY) * sampleRate());
        }
    }

    @Override protected void reset(int lane) {
        if (lane < lines.length) {
            lines[lane].clear();
        }
    }

    @Override public double tail() {
        return MIDDLE + SWAY + 0.001;
    }

    @Override public void generate(int start, int limit) {
        Mute.unheard(out, start, limit, width());
        for (int lane = 0; lane < lines.length; lane++) {
            run(lane, lane == 1 && width() == 2 ? -QUARTER : 0, start, limit);
        }
    }

    private void run(int lane, int behind, int start, int limit) {
        DelayLine line = lines[lane];
        int position = phase.data[lane], first = line.now();
        float perFrame = Phase.CYCLE / sampleRate(), middle = MIDDLE * sampleRate(), sway = SWAY * sampleRate();
        for (int i = start; i < limit; i++) {
            // A parabola for each half of the cycle, near enough to a sine.
            float s = (position + behind) * Phase.TO_CYCLES, wave = 16 * s * (0.5f - Math.abs(s)) * depth.data[i * depth.step + lane];
            ages[i] = Math.max(middle + sway * wave, DelayLine.NEWEST);
            other[i] = in.data[i * in.step + lane];
            position += (int) (rate.data[i * rate.step + lane] * perFrame);
        }
        line.write(other, start, limit);
        line.read(first, ages, other, start, limit);
        for (int i = start; i < limit; i++) {
            float x = in.data[i * in.step + lane];
            out.data[i * out.step + lane] = x + (other[i] - x) * mix.data[i * mix.step + lane];
        }
        phase.data[lane] = position;
        // The engine sees by it if the line holds something that is no number.
        heard.data[lane] = other[limit - 1];
    }
}
