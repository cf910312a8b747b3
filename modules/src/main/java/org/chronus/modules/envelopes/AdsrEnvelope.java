package org.chronus.modules.envelopes;

import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Attack, decay, sustain, release. A rise of the gate starts a straight attack from the level that it finds, so that a retrigger never
 * steps; decay and release are exponential. Attack is the time from 0 to the peak of 1; decay and release are the times until 0.1 %
 * (-60 dB) of the way is left.
 */
public final class AdsrEnvelope extends Module {
    /** Time constants in 60 dB. */
    private static final float SIXTY_DECIBELS = (float) Math.log(1000);
    private static final float NEVER = 2f;
    private static final float SHORTEST = 0.0005f;

    private final Input gate = input("gate").follows("note.gate").means("held while above 0; a rise starts the attack");
    private final Input attack = input("attack").range(0, 10, Unit.SECONDS).normally(0.005).held().means("from 0 to the peak");
    private final Input decay = input("decay").range(0, 60, Unit.SECONDS).normally(0.1).held().means("from the peak to 60 dB before sustain");
    private final Input sustain = input("sustain").range(0, 1, Unit.SHARE).normally(1).held().means("level while the gate is held");
    private final Input release = input("release").range(0, 60, Unit.SECONDS).normally(0.1).held().means("from any level to 60 dB below it");
    private final Output out = output("out").means("0 to 1");
    private final State level = state();
    private final State held = state();
    private final State climbing = state();

    @Override public void generate(int start, int limit) {
        float[] g = gate.data, y = out.data;
        int dg = gate.step, dy = out.step;
        FloatVector zero = FloatVector.zero(LANE), one = FloatVector.broadcast(LANE, 1f), never = FloatVector.broadcast(LANE, NEVER);
        FloatVector shortest = FloatVector.broadcast(LANE, SHORTEST), frames = FloatVector.broadcast(LANE, sampleRate());
        FloatVector ta = FloatVector.fromArray(LANE, attack.data, 0), td = FloatVector.fromArray(LANE, decay.data, 0);
        FloatVector tr = FloatVector.fromArray(LANE, release.data, 0), rest = FloatVector.fromArray(LANE, sustain.data, 0);
        FloatVector climb = one.div(ta.blend(shortest, ta.lt(shortest)).mul(frames));
        // 1 - exp(-x) = x / (1 + x/2 + x^2/12) to 1e-5 for the x met here
        FloatVector xd = one.div(td.blend(shortest, td.lt(shortest)).mul(frames)).mul(SIXTY_DECIBELS);
        FloatVector xr = one.div(tr.blend(shortest, tr.lt(shortest)).mul(frames)).mul(SIXTY_DECIBELS);
        FloatVector fall = xd.div(xd.mul(1 / 12f).add(0.5f).mul(xd).add(1f)), fade = xr.div(xr.mul(1 / 12f).add(0.5f).mul(xr).add(1f));

        FloatVector now = FloatVector.fromArray(LANE, level.data, 0);
        VectorMask<Float> on = FloatVector.fromArray(LANE, held.data, 0).compare(VectorOperators.GT, 0f);
        VectorMask<Float> up = FloatVector.fromArray(LANE, climbing.data, 0).compare(VectorOperators.GT, 0f);
        FloatVector slope = zero.blend(climb, up), top = never.blend(one, up);
        FloatVector target = zero.blend(rest, on), share = fade.blend(fall, on).blend(zero, up);
        for (int i = start; i < limit; i++) {
            if (dg != 0 || i == start) {
                VectorMask<Float> open = FloatVector.fromArray(LANE, g, i * dg).compare(VectorOperators.GT, 0f);
                VectorMask<Float> change = open.xor(on);
                if (change.anyTrue()) {
                    VectorMask<Float> rise = change.and(open), drop = change.and(on);
                    slope = slope.blend(climb, rise).blend(zero, drop);
                    top = top.blend(one, rise).blend(never, drop);
                    share = share.blend(zero, rise).blend(fade, drop);
                    target = zero.blend(rest, open);
                    on = open;
                }
            }
            now = now.add(target.sub(now).mul(share)).add(slope);
            VectorMask<Float> peak = now.compare(VectorOperators.GE, top);
            if (peak.anyTrue()) {
                now = now.blend(one, peak);
                slope = slope.blend(zero, peak);
                share = share.blend(fall, peak);
                top = top.blend(never, peak);
            }
            now.intoArray(y, i * dy);
        }
        now.intoArray(level.data, 0);
        zero.blend(one, on).intoArray(held.data, 0);
        zero.blend(one, top.lt(never)).intoArray(climbing.data, 0);
    }
}
