package org.chronus.modules.modulators;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Choice;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * Envelope follower: the level of a signal, to modulate with (U. Zoelzer, "DAFX: Digital Audio Effects", 2011, chapter 4). The peaks, or the
 * root of the mean square, rise with the attack and fall with the release.
 */
public final class EnvelopeFollower extends Module {
    /** Which level. */
    public enum Detector { PEAK, RMS }

    private final Choice<Detector> detector = choice("detector", Detector.PEAK).means("which level: of the peaks, or the root of the mean square");
    private final Input in = input("in");
    private final Input attack = input("attack").range(0, 1, Unit.SECONDS).normally(0.005).held().means("until 63 % of a rise; 0 is at once");
    private final Input release = input("release").range(0, 5, Unit.SECONDS).normally(0.1).held().means("until 63 % of a fall; 0 is at once");
    private final Input gain = input("gain").range(0, 100, Unit.GAIN).normally(1).smoothed(0.02).means("factor on the level");
    private final Output out = output("out").means("0 in silence");
    private final State followed = state();
    private boolean squares;

    @Override protected void activate() {
        squares = detector.value() == Detector.RMS;
    }

    @Override public double tail() {
        return Double.POSITIVE_INFINITY;
    }

    @Override public void generate(int start, int limit) {
        float[] x = in.data, g = gain.data, y = out.data;
        int dx = in.step, dg = gain.step, dy = out.step;
        FloatVector one = FloatVector.broadcast(LANE, 1f), level = FloatVector.fromArray(LANE, followed.data, 0);
        FloatVector up = one.div(FloatVector.fromArray(LANE, attack.data, 0).mul(sampleRate()).add(1f));
        FloatVector down = one.div(FloatVector.fromArray(LANE, release.data, 0).mul(sampleRate()).add(1f));
        for (int i = start; i < limit; i++) {
            FloatVector v = FloatVector.fromArray(LANE, x, i * dx), way = (squares ? v.mul(v) : v.abs()).sub(level);
            level = level.add(way.mul(down.blend(up, way.compare(VectorOperators.GT, 0f))));
            (squares ? level.sqrt() : level).mul(FloatVector.fromArray(LANE, g, i * dg)).intoArray(y, i * dy);
        }
        level.intoArray(followed.data, 0);
    }
}
