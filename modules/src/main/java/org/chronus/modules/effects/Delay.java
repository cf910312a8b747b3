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
            cross(start, limit);
        } else {
            for (int lane = 0; lane < lines.length; lane++) {
                run(lane, start, limit);
            }
        }
        measure(limit - 1);
    }

    private void run(int lane, int start, int limit) {
        DelayLine line = lines[lane];
        float pass = pass(lane), duller = dull.data[lane], rate = sampleRate();
        for (int i = start; i < limit; i++) {
            float x = in.data[i * in.step + lane];
            float echo = line.read(Math.max(time.data[i * time.step + lane] * rate, DelayLine.NEWEST));
            duller += (echo - duller) * pass;
            line.write(x + duller * feedback.data[i * feedback.step + lane]);
            out.data[i * out.step + lane] = x + (echo - x) * mix.data[i * mix.step + lane];
        }
        dull.data[lane] = duller;
    }

    private void cross(int start, int limit) {
        DelayLine left = lines[0], right = lines[1];
        float pass = pass(0), leftDuller = dull.data[0], rightDuller = dull.data[1], rate = sampleRate();
        for (int i = start; i < limit; i++) {
            float l = in.data[i * in.step], r = in.data[i * in.step + 1];
            float age = Math.max(time.data[i * time.step] * rate, DelayLine.NEWEST);
            float again = feedback.data[i * feedback.step], wet = mix.data[i * mix.step];
            float leftEcho = left.read(age), rightEcho = right.read(age);
            leftDuller += (leftEcho - leftDuller) * pass;
            rightDuller += (rightEcho - rightDuller) * pass;
            left.write((l + r) * 0.5f + rightDuller * again);
            right.write(leftDuller * again);
            out.data[i * out.step] = l + (leftEcho - l) * wet;
            out.data[i * out.step + 1] = r + (rightEcho - r) * wet;
        }
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
