package org.chronus.modules.envelopes;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * Attack, decay, sustain, release. A rise of the gate starts a straight attack from the level that it finds, so that a retrigger never
 * steps; decay and release are exponential. Attack is the time from 0 to the peak of 1; decay and release are the times until 0.1 %
 * (-60 dB) of the way is left.
 */
public final class AdsrEnvelope extends Module {
    /** Time constants in 60 dB. */
    private static final float SIXTY_DECIBELS = (float) Math.log(1000);
    private static final float NEVER = 2f;
    /** So much of a step before the peak is near enough: without it rounding would cost a short attack a frame. */
    private static final float ARRIVED = -0.001f;
    private static final float SHORTEST = 0.0005f;

    private final Input gate = input("gate").follows(NoteSignal.GATE).means("held while above 0; a rise starts the attack");
    private final Input attack = input("attack").range(0, 10, Unit.SECONDS).normally(0.005).held().means("from 0 to the peak");
    private final Input decay = input("decay").range(0, 60, Unit.SECONDS).normally(0.1).held().means("from the peak to 60 dB before sustain");
    private final Input sustain = input("sustain").range(0, 1, Unit.SHARE).normally(1).held().means("level while the gate is held");
    private final Input release = input("release").range(0, 60, Unit.SECONDS).normally(0.1).held().means("from any level to 60 dB below it");
    private final Output out = output("out").within(0, 1).means("0 to 1");
    private final State way = state();
    private final State goal = state();
    private final State held = state();
    private final State climbing = state();
    private final float[] climb = new float[LANES];
    private final float[] fall = new float[LANES];
    private final float[] fade = new float[LANES];
    private final float[] slope = new float[LANES];
    private final float[] share = new float[LANES];
    private final float[] top = new float[LANES];

    @Override public void generate(int start, int limit) {
        times();
        stages();
        for (int i = walk(start, limit); i < limit; i = walk(i, limit)) {
            turn(gate.data, i * gate.step);
        }
    }

    /** What a frame adds in the attack, and takes of the way that is left in decay and release. */
    private void times() {
        FloatVector one = FloatVector.broadcast(LANE, 1f), shortest = FloatVector.broadcast(LANE, SHORTEST);
        FloatVector ta = FloatVector.fromArray(LANE, attack.data, 0), td = FloatVector.fromArray(LANE, decay.data, 0);
        FloatVector tr = FloatVector.fromArray(LANE, release.data, 0);
        one.div(ta.blend(shortest, ta.lt(shortest)).mul(sampleRate())).intoArray(climb, 0);
        // 1 - exp(-x) = x / (1 + x/2 + x^2/12), to 1e-4 for the x of the shortest times, far better for others
        FloatVector xd = one.div(td.blend(shortest, td.lt(shortest)).mul(sampleRate())).mul(SIXTY_DECIBELS);
        FloatVector xr = one.div(tr.blend(shortest, tr.lt(shortest)).mul(sampleRate())).mul(SIXTY_DECIBELS);
        xd.div(xd.mul(1 / 12f).add(0.5f).mul(xd).add(1f)).intoArray(fall, 0);
        xr.div(xr.mul(1 / 12f).add(0.5f).mul(xr).add(1f)).intoArray(fade, 0);
    }

    /** Where each lane is, by what it remembers. A new sustain is one more way to go. */
    private void stages() {
        FloatVector zero = FloatVector.zero(LANE), one = FloatVector.broadcast(LANE, 1f);
        VectorMask<Float> on = FloatVector.fromArray(LANE, held.data, 0).compare(VectorOperators.GT, 0f);
        VectorMask<Float> up = FloatVector.fromArray(LANE, climbing.data, 0).compare(VectorOperators.GT, 0f);
        FloatVector target = zero.blend(FloatVector.fromArray(LANE, sustain.data, 0), on).blend(one, up);
        FloatVector.fromArray(LANE, way.data, 0).add(FloatVector.fromArray(LANE, goal.data, 0).sub(target)).intoArray(way.data, 0);
        target.intoArray(goal.data, 0);
        FloatVector steep = FloatVector.fromArray(LANE, climb, 0);
        zero.blend(steep, up).intoArray(slope, 0);
        FloatVector.fromArray(LANE, fade, 0).blend(FloatVector.fromArray(LANE, fall, 0), on).blend(zero, up).intoArray(share, 0);
        FloatVector.broadcast(LANE, NEVER).blend(steep.mul(ARRIVED), up).intoArray(top, 0);
    }

    /**
     * Walks on until the limit, or until a lane enters another stage; returns that frame. What is kept is the way left to the goal, not
     * the level: beside a level of 1, the last steps of a long decay would be rounded away.
     */
    private int walk(int start, int limit) {
        float[] g = gate.data, y = out.data;
        int dg = gate.step, dy = out.step, i = start;
        FloatVector left = FloatVector.fromArray(LANE, way.data, 0), target = FloatVector.fromArray(LANE, goal.data, 0);
        FloatVector add = FloatVector.fromArray(LANE, slope, 0), take = FloatVector.fromArray(LANE, share, 0);
        FloatVector roof = FloatVector.fromArray(LANE, top, 0), on = FloatVector.fromArray(LANE, held.data, 0);
        for (; i < limit; i++) {
            boolean turns = (dg != 0 || i == start)
                    && FloatVector.fromArray(LANE, g, i * dg).compare(VectorOperators.GT, 0f).xor(on.compare(VectorOperators.GT, 0f)).anyTrue();
            if (turns || left.compare(VectorOperators.GE, roof).anyTrue()) {
                break;
            }
            left = left.sub(left.mul(take)).add(add);
            left = left.blend(0f, left.compare(VectorOperators.GE, roof));
            target.add(left).intoArray(y, i * dy);
        }
        left.intoArray(way.data, 0);
        return i;
    }

    /** The few lanes that enter another stage, one at a time: vectors in a branch that is seldom taken would be made objects. */
    private void turn(float[] gates, int at) {
        for (int lane = 0; lane < LANES; lane++) {
            boolean open = gates[at + lane] > 0;
            if (way.data[lane] >= top[lane]) {
                enter(lane, 1 - sustain.data[lane], sustain.data[lane], 0, fall[lane], NEVER);
            }
            if (open && !(held.data[lane] > 0)) {
                enter(lane, way.data[lane] + goal.data[lane] - 1, 1, climb[lane], 0, climb[lane] * ARRIVED);
                held.data[lane] = 1;
            } else if (!open && held.data[lane] > 0) {
                enter(lane, way.data[lane] + goal.data[lane], 0, 0, fade[lane], NEVER);
                held.data[lane] = 0;
            }
        }
    }

    private void enter(int lane, float newWay, float newGoal, float newSlope, float newShare, float newTop) {
        way.data[lane] = newWay;
        goal.data[lane] = newGoal;
        slope[lane] = newSlope;
        share[lane] = newShare;
        top[lane] = newTop;
        climbing.data[lane] = newSlope > 0 ? 1 : 0;
    }
}
