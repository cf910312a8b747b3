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
 * Chorus: the input and a copy of it, delayed by 8 ms, whose delay time is modulated by up to 5 ms. In a mix the modulation of the right
 * side is a quarter of a cycle behind the left, so that the sound is wide and nothing cancels in mono.
 */
public final class Chorus extends Module {
    private static final float DELAY = 0.008f;
    private static final float DEPTH = 0.005f;
    private static final int QUARTER = 1 << 30;

    private final Input in = input("in");
    private final Input rate = input("rate").range(0.05, 10, Unit.HERTZ).normally(0.8).logarithmic().means("of the modulation");
    private final Input depth = input("depth").range(0, 1, Unit.SHARE).normally(0.3).smoothed(0.05)
            .means("of the modulation; 1 is 5 ms to either side");
    private final Input mix = input("mix").range(0, 1, Unit.SHARE).normally(0.4).smoothed(0.02).means("0 dry, 1 the delayed copy alone");
    private final Output out = output("out");
    private final Phase phase = phase();
    private final State heard = state();
    private final float[] delays = new float[DelayLine.SCRATCH];
    private final float[] delayed = new float[DelayLine.SCRATCH];
    private DelayLine[] lines = {};

    @Override protected void activate() {
        lines = new DelayLine[width()];
        for (int lane = 0; lane < lines.length; lane++) {
            lines[lane] = new DelayLine((DELAY + DEPTH) * sampleRate());
        }
    }

    @Override protected void reset(int lane) {
        if (lane < lines.length) {
            lines[lane].clear();
        }
    }

    @Override public double tail() {
        return DELAY + DEPTH + 0.001;
    }

    @Override public void generate(int start, int limit) {
        Mute.unheard(out, start, limit, width());
        for (int lane = 0; lane < lines.length; lane++) {
            run(lane, lane == 1 && width() == 2 ? -QUARTER : 0, start, limit);
        }
    }

    private void run(int lane, int lag, int start, int limit) {
        DelayLine line = lines[lane];
        int position = phase.data[lane], first = line.position();
        float perFrame = Phase.CYCLE / sampleRate(), delay = DELAY * sampleRate(), swing = DEPTH * sampleRate();
        for (int i = start; i < limit; i++) {
            // A parabola for each half of the cycle, near enough to a sine.
            float s = (position + lag) * Phase.TO_CYCLES, wave = 16 * s * (0.5f - Math.abs(s)) * depth.data[i * depth.step + lane];
            delays[i] = Math.max(delay + swing * wave, DelayLine.SHORTEST);
            delayed[i] = in.data[i * in.step + lane];
            position += (int) (rate.data[i * rate.step + lane] * perFrame);
        }
        line.write(delayed, start, limit);
        line.read(first, delays, delayed, start, limit);
        for (int i = start; i < limit; i++) {
            float x = in.data[i * in.step + lane];
            out.data[i * out.step + lane] = x + (delayed[i] - x) * mix.data[i * mix.step + lane];
        }
        phase.data[lane] = position;
        // The engine sees by it if the line holds something that is no number.
        heard.data[lane] = delayed[limit - 1];
    }
}
