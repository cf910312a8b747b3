package org.chronus.modules.effects;

import org.chronus.modules.Choice;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/** Echo with feedback and a low-pass in the feedback path. While the time changes the pitch of the echoes changes, as on tape. */
public final class Delay extends Module {
    /** How the echoes pass between left and right; in voices, which have no sides, always {@link #STRAIGHT}. */
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
    private final State lowpass = state();
    private final float[] delays = new float[DelayLine.SCRATCH];
    private final float[] left = new float[DelayLine.SCRATCH];
    private final float[] right = new float[DelayLine.SCRATCH];
    private DelayLine[] lines = {};
    private boolean pingPong;
    private float longest;
    private float strongest;

    @Override protected void activate() {
        lines = new DelayLine[width()];
        for (int lane = 0; lane < lines.length; lane++) {
            lines[lane] = new DelayLine(LONGEST * sampleRate());
        }
        pingPong = path.value() == Path.PING_PONG && width() == 2;
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
        double buildUp = -Math.log(1 - strongest);
        return longest * (1 + (strongest > 0 ? (INAUDIBLE + buildUp) / -Math.log(strongest) : 0)) + 0.01;
    }

    @Override public void generate(int start, int limit) {
        Mute.unheard(out, start, limit, width());
        if (pingPong) {
            setDelays(0, start, limit);
            for (int from = start, to; from < limit; from = to) {
                to = readable(from, limit);
                runPingPong(from, to);
            }
        } else {
            for (int lane = 0; lane < lines.length; lane++) {
                setDelays(lane, start, limit);
                for (int from = start, to; from < limit; from = to) {
                    to = readable(from, limit);
                    run(lane, from, to);
                }
            }
        }
        rememberForTail(limit - 1);
    }

    private void setDelays(int lane, int start, int limit) {
        for (int i = start; i < limit; i++) {
            delays[i] = Math.max(time.data[i * time.step + lane] * sampleRate(), DelayLine.SHORTEST);
        }
    }

    /** The end of the frames that can be read before any of them is written. */
    private int readable(int start, int limit) {
        int to = start + 1;
        while (to < limit && delays[to] >= to - start + DelayLine.SHORTEST) {
            to++;
        }
        return to;
    }

    private void run(int lane, int start, int limit) {
        lines[lane].read(lines[lane].position(), delays, left, start, limit);
        float coefficient = coefficient(lane), low = lowpass.data[lane];
        for (int i = start; i < limit; i++) {
            float x = in.data[i * in.step + lane];
            low += (left[i] - low) * coefficient;
            out.data[i * out.step + lane] = x + (left[i] - x) * mix.data[i * mix.step + lane];
            left[i] = x + low * feedback.data[i * feedback.step + lane];
        }
        lines[lane].write(left, start, limit);
        lowpass.data[lane] = low;
    }

    private void runPingPong(int start, int limit) {
        lines[0].read(lines[0].position(), delays, left, start, limit);
        lines[1].read(lines[1].position(), delays, right, start, limit);
        float coefficient = coefficient(0), leftLow = lowpass.data[0], rightLow = lowpass.data[1];
        for (int i = start; i < limit; i++) {
            float l = in.data[i * in.step], r = in.data[i * in.step + 1];
            float gain = feedback.data[i * feedback.step], wet = mix.data[i * mix.step];
            leftLow += (left[i] - leftLow) * coefficient;
            rightLow += (right[i] - rightLow) * coefficient;
            out.data[i * out.step] = l + (left[i] - l) * wet;
            out.data[i * out.step + 1] = r + (right[i] - r) * wet;
            left[i] = (l + r) * 0.5f + rightLow * gain;
            right[i] = leftLow * gain;
        }
        lines[0].write(left, start, limit);
        lines[1].write(right, start, limit);
        lowpass.data[0] = leftLow;
        lowpass.data[1] = rightLow;
    }

    private float coefficient(int lane) {
        return (float) -StrictMath.expm1(-2 * Math.PI * tone.data[lane] / sampleRate());
    }

    private void rememberForTail(int frame) {
        longest = 0;
        strongest = 0;
        for (int lane = 0; lane < lines.length; lane++) {
            longest = Math.max(longest, time.data[frame * time.step + lane]);
            strongest = Math.max(strongest, feedback.data[frame * feedback.step + lane]);
        }
    }
}
