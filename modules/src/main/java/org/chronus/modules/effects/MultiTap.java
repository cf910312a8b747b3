package org.chronus.modules.effects;

import java.util.Arrays;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * Multi-tap delay: four echoes at places of their own in a rhythm, each with a level and a place between left and right; the last one feeds
 * back, through a low-pass. In a mix both sides enter as one.
 */
public final class MultiTap extends Module {
    private static final int TAPS = 4, LAST = TAPS - 1;
    private static final double LONGEST = 1, MOST_STEPS = 4, INAUDIBLE = Math.log(1e5);
    private static final double[] STEPS = {0.75, 1, 1.5, 2}, LEVELS = {0.8, 0.65, 0.5, 0.4}, PANS = {-0.7, 0.7, -0.4, 0.4};

    private final Input in = input("in");
    private final Input time = input("time").range(0.005, LONGEST, Unit.SECONDS).normally(0.3).logarithmic().smoothed(0.1)
            .means("of a step");
    private final Input[] taps = new Input[TAPS];
    private final Input[] levels = new Input[TAPS];
    private final Input[] pans = new Input[TAPS];
    private final Input feedback = input("feedback").range(0, 0.98, Unit.SHARE).normally(0.25).smoothed(0.02).means("of the fourth echo");
    private final Input tone = input("tone").range(200, 20_000, Unit.HERTZ).normally(6_000).logarithmic().held()
            .means("each round is 3 dB duller there than the last");
    private final Input mix = input("mix").range(0, 1, Unit.SHARE).normally(0.3).smoothed(0.02).means("0 dry, 1 echoes alone");
    private final Output out = output("out");
    private final State lowpass = state();
    private final float[][] delays = new float[TAPS][DelayLine.SCRATCH];
    private final float[][] echoes = new float[TAPS][DelayLine.SCRATCH];
    private final float[] entering = new float[DelayLine.SCRATCH];
    private DelayLine[] lines = {};
    private int sides = 1;
    private float longest;
    private float strongest;

    public MultiTap() {
        for (int k = 0; k < TAPS; k++) {
            taps[k] = input("tap" + (k + 1)).range(0, MOST_STEPS).normally(STEPS[k]).smoothed(0.1).means("when this echo comes, in steps");
            levels[k] = input("level" + (k + 1)).range(0, 2, Unit.GAIN).normally(LEVELS[k]).smoothed(0.02).means("of this echo");
            pans[k] = input("pan" + (k + 1)).range(-1, 1, Unit.SHARE).normally(PANS[k]).held()
                    .means("where this echo is in the mix: -1 left, 1 right");
        }
    }

    @Override protected void activate() {
        sides = width() == 2 ? 2 : 1;
        lines = new DelayLine[width() / sides];
        Arrays.setAll(lines, _ -> new DelayLine(LONGEST * MOST_STEPS * sampleRate()));
        longest = (float) (time.normally() * STEPS[LAST]);
        strongest = (float) feedback.normally();
    }

    @Override protected void reset(int lane) {
        if (lane < width()) {
            lines[lane / sides].clear();
        }
    }

    /** [audio] With times and feedback as they are now: until the echoes, which may have piled up, are 100 dB down. */
    @Override public double tail() {
        return longest * (1 + (strongest > 0 ? (INAUDIBLE - Math.log(1 - strongest)) / -Math.log(strongest) : 0)) + 0.01;
    }

    @Override public void generate(int start, int limit) {
        Mute.unheard(out, start, limit, width());
        for (int i = 0; i < lines.length; i++) {
            int lane = i * sides, first = lines[i].position();
            setDelays(lane, start, limit);
            for (int from = start, to; from < limit; from = to) {
                to = readable(from, limit);
                enter(lines[i], lane, from, to);
            }
            for (int k = 0; k < LAST; k++) {
                lines[i].read(first, delays[k], echoes[k], start, limit);
            }
            for (int side = 0; side < sides; side++) {
                blend(lane, side, start, limit);
            }
        }
        rememberForTail(limit - 1);
    }

    private void setDelays(int lane, int start, int limit) {
        for (int k = 0; k < TAPS; k++) {
            Input tap = taps[k];
            for (int i = start; i < limit; i++) {
                float frames = time.data[i * time.step + lane] * sampleRate() * tap.data[i * tap.step + lane];
                delays[k][i] = Math.max(frames, DelayLine.SHORTEST);
            }
        }
    }

    /** The end of the frames that the last tap can read before any of them is written. */
    private int readable(int start, int limit) {
        int to = start + 1;
        while (to < limit && delays[LAST][to] >= to - start + DelayLine.SHORTEST) {
            to++;
        }
        return to;
    }

    private void enter(DelayLine line, int lane, int start, int limit) {
        float[] last = echoes[LAST];
        line.read(line.position(), delays[LAST], last, start, limit);
        float cut = (float) (2 * Math.PI) * tone.data[lane] / sampleRate(), share = cut / (1 + cut), low = lowpass.data[lane];
        for (int i = start; i < limit; i++) {
            float x = in.data[i * in.step + lane];
            if (sides == 2) {
                x = 0.5f * (x + in.data[i * in.step + lane + 1]);
            }
            low += (last[i] - low) * share;
            entering[i] = x + low * feedback.data[i * feedback.step + lane];
        }
        lowpass.data[lane] = low;
        line.write(entering, start, limit);
    }

    private void blend(int lane, int side, int start, int limit) {
        Input one = levels[0], two = levels[1], three = levels[2], four = levels[LAST];
        float a = place(0, side), b = place(1, side), c = place(2, side), d = place(LAST, side);
        for (int i = start; i < limit; i++) {
            float wet = echoes[0][i] * one.data[i * one.step + lane] * a + echoes[1][i] * two.data[i * two.step + lane] * b
                    + echoes[2][i] * three.data[i * three.step + lane] * c + echoes[LAST][i] * four.data[i * four.step + lane] * d;
            float x = in.data[i * in.step + lane + side];
            out.data[i * out.step + lane + side] = x + (wet - x) * mix.data[i * mix.step + lane];
        }
    }

    /** The gain of a tap on a side: constant power, 1 in the middle. */
    private float place(int tap, int side) {
        return sides == 1 ? 1 : (float) Math.sqrt(side == 0 ? 1 - pans[tap].data[0] : 1 + pans[tap].data[0]);
    }

    private void rememberForTail(int frame) {
        longest = 0;
        strongest = 0;
        for (int lane = 0; lane < width(); lane++) {
            for (int k = 0; k < TAPS; k++) {
                longest = Math.max(longest, time.data[frame * time.step + lane] * taps[k].data[frame * taps[k].step + lane]);
            }
            strongest = Math.max(strongest, feedback.data[frame * feedback.step + lane]);
        }
    }
}
