package org.chronus.modules.effects.dynamics;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * Noise gate: opens while the level is above a threshold, and stays open until it has been 6 dB below for the time of hold (U. Zoelzer,
 * "DAFX: Digital Audio Effects", 2011, chapter 4). Open, it passes every bit as it is. In a mix both sides open together.
 */
public final class Gate extends Module {
    private static final float CLOSING = 0.5f, OPEN = 0.9999f;
    /** Seconds for 63 % of the fall of the level that it follows: no gap between the peaks of a low tone. */
    private static final double FALL = 0.01;

    private final Input in = input("in");
    private final Input side = input("side").means("side chain: what it listens to; the input itself if nothing is cabled");
    private final Input threshold = input("threshold").range(0.0001, 1, Unit.GAIN).normally(0.01).logarithmic().smoothed(0.02)
            .means("level at which it opens; it closes 6 dB below");
    private final Input attack = input("attack").range(0.0001, 0.5, Unit.SECONDS).normally(0.001).logarithmic().held()
            .means("until it is 63 % open");
    private final Input hold = input("hold").range(0, 2, Unit.SECONDS).normally(0.05).held().means("how long it stays open at least");
    private final Input release = input("release").range(0.001, 5, Unit.SECONDS).normally(0.1).logarithmic().held()
            .means("until it is 63 % closed");
    private final Input floor = input("floor").range(0, 1, Unit.GAIN).normally(0.001).smoothed(0.02).means("factor while it is closed: 0 is silence");
    private final Output out = output("out");
    private final State follower = state();
    private final State timer = state();
    private final State gain = state();
    private final Key key = new Key();
    private float keep;

    @Override protected void activate() {
        key.link(width());
        keep = (float) StrictMath.exp(-1 / (FALL * sampleRate()));
    }

    @Override public void generate(int start, int limit) {
        key.listen(in, side, start, limit);
        float[] x = in.data, t = threshold.data, f = floor.data, y = out.data, level = key.level;
        int dx = in.step, dt = threshold.step, df = floor.step, dy = out.step;
        FloatVector one = FloatVector.broadcast(LANE, 1f), zero = FloatVector.zero(LANE);
        FloatVector up = one.div(FloatVector.fromArray(LANE, attack.data, 0).mul(sampleRate()).add(1f));
        FloatVector down = one.div(FloatVector.fromArray(LANE, release.data, 0).mul(sampleRate()).add(1f));
        FloatVector longest = FloatVector.fromArray(LANE, hold.data, 0).mul(sampleRate()).add(1f);
        FloatVector peak = FloatVector.fromArray(LANE, follower.data, 0), left = FloatVector.fromArray(LANE, timer.data, 0);
        FloatVector g = FloatVector.fromArray(LANE, gain.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector v = FloatVector.fromArray(LANE, level, i * LANES), fallen = peak.mul(keep);
            peak = fallen.blend(v, v.compare(VectorOperators.GT, fallen));
            FloatVector opening = FloatVector.fromArray(LANE, t, i * dt);
            opening = opening.blend(opening.mul(CLOSING), left.compare(VectorOperators.GT, zero));
            left = left.sub(1f).blend(longest, peak.compare(VectorOperators.GT, opening));
            VectorMask<Float> open = left.compare(VectorOperators.GT, zero);
            left = zero.blend(left, open);
            FloatVector target = FloatVector.fromArray(LANE, f, i * df).blend(one, open), way = target.sub(g);
            g = g.add(way.mul(down.blend(up, way.compare(VectorOperators.GT, zero))));
            g = g.blend(one, g.compare(VectorOperators.GT, OPEN));
            FloatVector.fromArray(LANE, x, i * dx).mul(g).intoArray(y, i * dy);
        }
        peak.intoArray(follower.data, 0);
        left.intoArray(timer.data, 0);
        g.intoArray(gain.data, 0);
    }
}
