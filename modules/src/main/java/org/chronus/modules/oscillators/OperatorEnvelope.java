package org.chronus.modules.oscillators;

import static org.chronus.modules.Module.BLOCK;
import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;

import java.util.Arrays;

import org.chronus.modules.Input;
import org.chronus.modules.Signal;

import jdk.incubator.vector.FloatVector;

/**
 * The envelope of an {@link Operator}: a straight attack to 1, then exponentially, if there is a slope, to the break level and after the decay time
 * to sustain along the slope; without one straight to sustain. Times are those until 0.1 % (-60 dB) of the way is left.
 *
 * <p>Made by the loader; the rest is for whoever runs the patch.
 */
final class OperatorEnvelope {
    private enum Stage { RELEASE, ATTACK, DECAY, SLOPE }

    private static final float SIXTY_DECIBELS = (float) Math.log(1000);
    private static final float SHORTEST = 0.0005f, INAUDIBLE = 1e-20f;
    private static final int FOREVER = Integer.MAX_VALUE;

    /** Frame by frame, what {@link #generate} has made. */
    final float[] levels = new float[BLOCK * LANES];
    /** What the times are multiplied by, lane by lane. */
    final float[] slowness = new float[LANES];

    private final Signal gate;
    private final Input attack;
    private final Input decay;
    private final Input middle;
    private final Input slope;
    private final Input sustain;
    private final Input release;
    private final Stage[] stages = new Stage[LANES];
    private final float[] held = new float[LANES];
    /** What is kept is the way left to the goal: beside a level of 1, the last steps of a long decay would be rounded away. */
    private final float[] way = new float[LANES];
    private final float[] goal = new float[LANES];
    private final float[] take = new float[LANES];
    private final float[] climb = new float[LANES];
    private final int[] left = new int[LANES];

    OperatorEnvelope(Input gate, Input attack, Input decay, Input middle, Input slope, Input sustain, Input release) {
        this.gate = gate;
        this.attack = attack;
        this.decay = decay;
        this.middle = middle;
        this.slope = slope;
        this.sustain = sustain;
        this.release = release;
        Arrays.fill(stages, Stage.RELEASE);
        Arrays.fill(left, FOREVER);
    }

    void reset(int lane) {
        stages[lane] = Stage.RELEASE;
        held[lane] = 0;
        way[lane] = 0;
        goal[lane] = 0;
        take[lane] = 0;
        climb[lane] = 0;
        left[lane] = FOREVER;
    }

    /** At grid lines: what the ports say by now. */
    void refresh(float sampleRate) {
        for (int lane = 0; lane < LANES; lane++) {
            way[lane] = Math.abs(way[lane]) < INAUDIBLE ? 0 : way[lane];
            if (stages[lane] != Stage.ATTACK) {
                head(lane, sampleRate);
            }
        }
    }

    /** Fills frames {@code start} to {@code limit - 1} of the levels. */
    void generate(float sampleRate, int start, int limit) {
        for (int i = start; i < limit;) {
            int end = limit;
            for (int lane = 0; lane < LANES; lane++) {
                turn(lane, gate.data[i * gate.step + lane] > 0, sampleRate);
                end = Math.min(end, left[lane] == FOREVER ? limit : i + left[lane]);
            }
            int next = gate.nextTurn(i, end, held);
            walk(i, next);
            for (int lane = 0; lane < LANES; lane++) {
                left[lane] -= left[lane] == FOREVER ? 0 : next - i;
            }
            i = next;
        }
    }

    private void walk(int start, int end) {
        FloatVector w = FloatVector.fromArray(LANE, way, 0), base = FloatVector.fromArray(LANE, goal, 0);
        FloatVector share = FloatVector.fromArray(LANE, take, 0), add = FloatVector.fromArray(LANE, climb, 0);
        for (int i = start; i < end; i++) {
            w = w.sub(w.mul(share)).add(add);
            base.add(w).intoArray(levels, i * LANES);
        }
        w.intoArray(way, 0);
    }

    /** Into another stage, if it is time. */
    private void turn(int lane, boolean open, float sampleRate) {
        if (left[lane] == 0) {
            way[lane] = stages[lane] == Stage.ATTACK ? 0 : way[lane];
            stages[lane] = stages[lane] == Stage.ATTACK ? Stage.DECAY : Stage.SLOPE;
            left[lane] = stages[lane] == Stage.DECAY && slope.data[lane] > 0 ? frames(decay, lane, sampleRate) : FOREVER;
            head(lane, sampleRate);
        }
        if (open && !(held[lane] > 0)) {
            float level = goal[lane] + way[lane];
            stages[lane] = Stage.ATTACK;
            goal[lane] = 1;
            way[lane] = level - 1;
            take[lane] = 0;
            climb[lane] = 1f / frames(attack, lane, sampleRate);
            left[lane] = Math.max(1, (int) Math.ceil(-way[lane] / climb[lane] - 0.001f));
            held[lane] = 1;
        } else if (!open && held[lane] > 0) {
            stages[lane] = Stage.RELEASE;
            left[lane] = FOREVER;
            held[lane] = 0;
            head(lane, sampleRate);
        }
    }

    /** Towards where its stage leads, from where it is. */
    private void head(int lane, float sampleRate) {
        Stage stage = stages[lane];
        boolean breaks = stage == Stage.DECAY && left[lane] != FOREVER;
        float target = stage == Stage.RELEASE ? 0 : breaks ? middle.data[lane] : sustain.data[lane];
        // 1 - exp(-x) = x / (1 + x/2 + x^2/12), to 1e-4 for the x of the shortest times, far better for others
        float x = SIXTY_DECIBELS / frames(stage == Stage.RELEASE ? release : stage == Stage.DECAY ? decay : slope, lane, sampleRate);
        way[lane] += goal[lane] - target;
        goal[lane] = target;
        take[lane] = x / (1 + x / 2 + x * x / 12);
        climb[lane] = 0;
    }

    private int frames(Input time, int lane, float sampleRate) {
        return Math.max(1, (int) (Math.max(SHORTEST, time.data[lane] * slowness[lane]) * sampleRate + 0.5f));
    }
}
