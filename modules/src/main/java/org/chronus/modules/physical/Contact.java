package org.chronus.modules.physical;

import static org.chronus.modules.Module.LANE;
import static org.chronus.modules.Module.LANES;
import static org.chronus.modules.Module.LANE_INT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Phase;
import org.chronus.modules.State;

/** One contact under the keys of an organ, a lane for each voice, with the wheel that it leads to. Built by the loader; audio thread. */
final class Contact {
    /** sin(pi u) = v (S0 + S1 |v| + S2 v^2) with v = u (1 - |u|): harmonics below -75 dB. */
    private static final float S0 = 3.14159f, S1 = 3.13408f, S2 = 1.19808f;
    private static final float SETTLED = 1e-5f;

    /** What the drawbar lets through. */
    final float[] drawn = new float[LANES];
    /** Frames from the key's motion to the contact's. */
    final float[] delay = new float[LANES];
    /** Four times the wheel's third harmonic. */
    final float[] colour = new float[LANES];
    /** What the percussion adds to the drawbar. */
    final State extra;

    private final State gain;
    private final Phase phase;
    /** What the phase adds in a frame while the wheel turns as it should. */
    private final float[] advance = new float[LANES];

    Contact(State gain, State extra, Phase phase) {
        this.gain = gain;
        this.extra = extra;
        this.phase = phase;
    }

    void reset(int lane) {
        advance[lane] = 0;
        delay[lane] = 0;
        colour[lane] = 0;
    }

    /** Leads to a wheel, where that is by a frame, if it has turned so many times as fast all the time. */
    void turn(int lane, int wheelAdvance, float turns, long frame) {
        advance[lane] = wheelAdvance;
        phase.data[lane] = (int) (frame * (int) (wheelAdvance * turns));
    }

    /** True if nothing comes through it in any lane. */
    boolean isSilent(float[] held, float[] age) {
        FloatVector zero = FloatVector.zero(LANE), still = FloatVector.fromArray(LANE, gain.data, 0).abs();
        still = still.add(FloatVector.fromArray(LANE, extra.data, 0));
        FloatVector to = FloatVector.fromArray(LANE, drawn, 0);
        // A contact that is to open and has not yet lets through what the drawbar does.
        to = zero.blend(to, FloatVector.fromArray(LANE, held, 0).compare(VectorOperators.GT, 0f)
                .or(FloatVector.fromArray(LANE, age, 0).compare(VectorOperators.LE, FloatVector.fromArray(LANE, delay, 0))));
        return still.add(to).compare(VectorOperators.EQ, 0f).allTrue();
    }

    /** The wheel turns unheard. */
    void skip(float[] turning, int dt, int start, int limit) {
        FloatVector each = FloatVector.fromArray(LANE, advance, 0);
        IntVector p = IntVector.fromArray(LANE_INT, phase.data, 0);
        for (int i = start; i < limit; i++) {
            p = p.add((IntVector) each.mul(FloatVector.fromArray(LANE, turning, i * dt)).convert(VectorOperators.F2I, 0));
        }
        p.intoArray(phase.data, 0);
    }

    /**
     * Adds to the sum what comes through.
     *
     * @param turning how many times as fast as it should the wheel turns, frame by frame
     * @param held    1 while the key is down
     * @param age     frames since the key moved
     * @param speed   of the contact: share of the way in a frame
     * @param fall    of the percussion: what is left of it in a frame
     */
    void play(float[] turning, int dt, float[] held, float[] age, float[] speed, float[] fall, float[] sum, int start, int limit) {
        FloatVector zero = FloatVector.zero(LANE), one = FloatVector.broadcast(LANE, 1f);
        FloatVector each = FloatVector.fromArray(LANE, advance, 0), pulled = FloatVector.fromArray(LANE, drawn, 0);
        FloatVector on = FloatVector.fromArray(LANE, held, 0), q = FloatVector.fromArray(LANE, colour, 0), rest = one.sub(q.mul(0.75f));
        FloatVector k = FloatVector.fromArray(LANE, speed, 0), less = FloatVector.fromArray(LANE, fall, 0);
        FloatVector left = FloatVector.fromArray(LANE, delay, 0).sub(FloatVector.fromArray(LANE, age, 0));
        FloatVector e = FloatVector.fromArray(LANE, extra.data, 0), a = FloatVector.fromArray(LANE, gain.data, 0);
        IntVector p = IntVector.fromArray(LANE_INT, phase.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector u = ((FloatVector) p.convert(VectorOperators.I2F, 0)).mul(2 * Phase.TO_CYCLES), v = u.mul(one.sub(u.abs()));
            FloatVector sine = v.mul(S1).abs().add(v.mul(v).mul(S2)).add(S0).mul(v);
            FloatVector moved = zero.blend(one, left.compare(VectorOperators.LT, 0f)), through = on.mul(moved.add(moved).sub(1f)).sub(moved).add(1f);
            FloatVector way = pulled.add(e).mul(through).sub(a);
            a = a.add(way.mul(k.blend(one, way.abs().compare(VectorOperators.LT, SETTLED))));
            FloatVector.fromArray(LANE, sum, i * LANES).add(sine.mul(sine).mul(q).add(rest).mul(sine).mul(a)).intoArray(sum, i * LANES);
            e = e.mul(less);
            e = e.blend(0f, e.compare(VectorOperators.LT, SETTLED));
            left = left.sub(1f);
            p = p.add((IntVector) each.mul(FloatVector.fromArray(LANE, turning, i * dt)).convert(VectorOperators.F2I, 0));
        }
        p.intoArray(phase.data, 0);
        a.intoArray(gain.data, 0);
        e.intoArray(extra.data, 0);
    }
}
