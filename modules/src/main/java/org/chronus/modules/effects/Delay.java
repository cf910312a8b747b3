package org.chronus.modules.effects;

import org.chronus.modules.Choice;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/** Echoes, each duller than the last. A change of the time slides there like a tape. */
public final class Delay extends Module {
    /** Where the echoes go; in voices, which have no sides, they always go straight. */
    public enum Path { STRAIGHT, PING_PONG }

    private static final double LONGEST = 4;
    private static final double INAUDIBLE = Math.log(1e5);

    private final Choice<Path> path = choice("path", Path.STRAIGHT).means("ping-pong: left, right, left ... in the mix");
    private final Input in = input("in");
    private final Input time = input("time").range(0.001, LONGEST, Unit.SECONDS).normally(0.35).logarithmic().smoothed(0.1)
            .means("to the first echo");
    private final Input feedback = input("feedback").range(0, 0.98, Unit.SHARE).normally(0.35).smoothed(0.02)
            .means("level of each echo against the last");
    private final Input tone = input("tone").range(200, 20_000, Unit.HERTZ).normally(6_000).logarithmic().held()
            .means("each echo is 3 dB duller there than the last");
    private final Input mix = input("mix").range(0, 1, Unit.SHARE).normally(0.25).smoothed(0.02).means("0 dry, 1 echoes alone");
    private final Output out = output("out");
    private final State dull = state();
    private final float[] ages = new float[DelayLine.SCRATCH];
    private final float[] left = new float[DelayLine.SCRATCH];
    private final float[] right = new float[DelayLine.SCRATCH];
    private DelayLine[] lines = {};
    private boolean crossed;
    private float longest;
    private float strongest;

    @Override protected void activate() {
        lines = new DelayLine[width()];
        for (int lane = 0; lane < lines.length; lane++) {
            lines[lane] = new DelayLine(LONGEST * sampleRate());
        }
        crossed = path.value() == Path.PING_PONG && width() == 2;
        longest = (float) time.normally();
        strongest = (float) feedback.normally();
    }

    @Override protected void reset(int lane) {
        if (lane < lines.length) {
            lines[lane].clear();
        }
    }

    /** [audio] With time and feedback as they are now: until the echoes, which may have piled up, are 100 dB down. */
    @Override public double tail() {
        double pile = -Math.log(1 - strongest);
        return longest * (1 + (strongest > 0 ? (INAUDIBLE + pile) / -Math.log(strongest) : 0)) + 0.01;
    }

    @Override public void generate(int start, int limit) {
        Mute.unheard(out, start, limit, width());
        if (crossed) {
            age(0, start, limit);
            for (int from = start, to; from < limit; from = to) {
                to = reach(from, limit);
                cross(from, to);
            }
        } else {
            for (int lane = 0; lane < lines.length; lane++) {
                age(lane, start, limit);
                for (int from = start, to; from < limit; from = to) {
                    to = reach(from, limit);
                    run(lane, from, to);
                }
            }
        }
        measure(limit - 1);
    }

    private void age(int lane, int start, int limit) {
        for (int i = start; i < limit; i++) {
            ages[i] = Math.max(time.data[i * time.step + lane] * sampleRate(), DelayLine.NEWEST);
        }
    }

    /** Up to where echoes of what is already in the lines can be heard. */
    private int reach(int start, int limit) {
        int to = start + 1;
        while (to < limit && ages[to] >= to - start + DelayLine.NEWEST) {
            to++;
        }
        return to;
    }

    private void run(int lane, int start, int limit) {
        lines[lane].read(lines[lane].now(), ages, left, start, limit);
        float pass = pass(lane), duller = dull.data[lane];
        for (int i = start; i < limit; i++) {
            float x = in.data[i * in.step + lane];
            duller += (left[i] - duller) * pass;
            out.data[i * out.step + lane] = x + (left[i] - x) * mix.data[i * mix.step + lane];
            left[i] = x + duller * feedback.data[i * feedback.step + lane];
        }
        lines[lane].write(left, start, limit);
        dull.data[lane] = duller;
    }

    private void cross(int start, int limit) {
        lines[0].read(lines[0].now(), ages, left, start, limit);
        lines[1].read(lines[1].now(), ages, right, start, limit);
        float pass = pass(0), leftDuller = dull.data[0], rightDuller = dull.data[1];
        for (int i = start; i < limit; i++) {
            float l = in.data[i * in.step], r = in.data[i * in.step + 1];
            float again = feedback.data[i * feedback.step], wet = mix.data[i * mix.step];
            leftDuller += (left[i] - leftDuller) * pass;
            rightDuller += (right[i] - rightDuller) * pass;
            out.data[i * out.step] = l + (left[i] - l) * wet;
            out.data[i * out.step + 1] = r + (right[i] - r) * wet;
            left[i] = (l + r) * 0.5f + rightDuller * again;
            right[i] = leftDuller * again;
        }
        lines[0].write(left, start, limit);
        lines[1].write(right, start, limit);
        dull.data[0] = leftDuller;
        dull.data[1] = rightDuller;
    }

    private float pass(int lane) {
        return (float) -StrictMath.expm1(-2 * Math.PI * tone.data[lane] / sampleRate());
    }

    private void measure(int frame) {
        longest = 0;
        strongest = 0;
        for (int lane = 0; lane < lines.length; lane++) {
            longest = Math.max(longest, time.data[frame * time.step + lane]);
            strongest = Math.max(strongest, feedback.data[frame * feedback.step + lane]);
        }
    }
}
