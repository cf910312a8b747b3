package org.chronus.modules.effects.modulation;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Phase;
import org.chronus.modules.State;
import org.chronus.modules.Unit;
import org.chronus.modules.effects.Cycle;
import org.chronus.modules.effects.DelayLine;
import org.chronus.modules.effects.Mute;

/**
 * Ensemble of a string machine: three delay lines, moved by a slow and a fast sine, each a third of a cycle after the last (J. Haible,
 * "Triple chorus", 2003; A. Huovilainen, "Enhanced digital models for analog modulation effects", 2005). In a mix the right side is a
 * sixth of a cycle behind the left.
 */
public final class Ensemble extends Module {
    private static final int LINES = 3, SIXTH = (int) (Phase.CYCLE / 6);
    private static final float DELAY = 0.006f, SLOW_SWING = 0.0016f, FAST_SWING = 0.00015f;
    /** The fast sine's frequency against the slow one's. */
    private static final float FASTER = 10;
    private static final double BRIGHTEST = 10_000;
    /** Between that for three equal and that for three unrelated sounds. */
    private static final float LEVEL = 0.55f;

    private final Input in = input("in");
    private final Input rate = input("rate").range(0.1, 2, Unit.HERTZ).normally(0.6).logarithmic()
            .means("of the slow modulation; the fast one's is ten times that");
    private final Input depth = input("depth").range(0, 1, Unit.SHARE).normally(0.7).smoothed(0.05)
            .means("of both modulations; 1 is 1.6 ms slowly and 0.15 ms fast to either side");
    private final Input mix = input("mix").range(0, 1, Unit.SHARE).normally(1).smoothed(0.02).means("0 dry, 1 the delayed copies alone");
    private final Output out = output("out");
    private final Phase slow = phase();
    private final Phase fast = phase();
    private final State lowpass = state();
    private final float[][] delays = new float[LINES][DelayLine.SCRATCH];
    private final float[] delayed = new float[DelayLine.SCRATCH];
    private final float[] sum = new float[DelayLine.SCRATCH];
    private DelayLine[] lines = {};
    private float pass;

    @Override protected void activate() {
        lines = new DelayLine[width()];
        for (int lane = 0; lane < lines.length; lane++) {
            lines[lane] = new DelayLine((DELAY + SLOW_SWING + FAST_SWING) * sampleRate());
        }
        pass = (float) -StrictMath.expm1(-2 * Math.PI * BRIGHTEST / sampleRate());
    }

    @Override protected void reset(int lane) {
        if (lane < lines.length) {
            lines[lane].clear();
        }
    }

    @Override public double tail() {
        return DELAY + SLOW_SWING + FAST_SWING + 0.001;
    }

    @Override public void generate(int start, int limit) {
        Mute.unheard(out, start, limit, width());
        for (int lane = 0; lane < lines.length; lane++) {
            modulate(lane, lane == 1 && width() == 2 ? SIXTH : 0, start, limit);
            run(lane, start, limit);
        }
    }

    private void modulate(int lane, int lag, int start, int limit) {
        int slowly = slow.data[lane], quickly = fast.data[lane];
        float perFrame = Phase.CYCLE / sampleRate();
        for (int i = start; i < limit; i++) {
            float d = depth.data[i * depth.step + lane] * sampleRate(), f = rate.data[i * rate.step + lane] * perFrame;
            for (int k = 0; k < LINES; k++) {
                int late = 2 * k * SIXTH + lag;
                float swing = SLOW_SWING * Cycle.sine(slowly - late) + FAST_SWING * Cycle.sine(quickly - late);
                delays[k][i] = Math.max(DELAY * sampleRate() + d * swing, DelayLine.SHORTEST);
            }
            slowly += (int) f;
            quickly += (int) (FASTER * f);
        }
        slow.data[lane] = slowly;
        fast.data[lane] = quickly;
    }

    private void run(int lane, int start, int limit) {
        DelayLine line = lines[lane];
        int first = line.position();
        float low = lowpass.data[lane];
        for (int i = start; i < limit; i++) {
            low += (in.data[i * in.step + lane] - low) * pass;
            sum[i] = low;
        }
        lowpass.data[lane] = low;
        line.write(sum, start, limit);
        line.read(first, delays[0], sum, start, limit);
        for (int k = 1; k < LINES; k++) {
            line.read(first, delays[k], delayed, start, limit);
            for (int i = start; i < limit; i++) {
                sum[i] += delayed[i];
            }
        }
        for (int i = start; i < limit; i++) {
            float x = in.data[i * in.step + lane];
            out.data[i * out.step + lane] = x + (sum[i] * LEVEL - x) * mix.data[i * mix.step + lane];
        }
    }
}
