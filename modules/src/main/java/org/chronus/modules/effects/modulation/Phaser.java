package org.chronus.modules.effects.modulation;

import java.util.Arrays;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Choice;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Phase;
import org.chronus.modules.State;
import org.chronus.modules.Unit;

/**
 * Phaser: all-passes of one pole each, whose corner a sine sweeps (J. O. Smith, "An allpass approach to digital phasing and flanging",
 * 1984). With the dry sound each pair of stages makes a notch; feedback makes the peaks between them sharp. In a mix the sweep of the right
 * side may be behind the left.
 */
public final class Phaser extends Module {
    /** How many all-passes: two to a notch. */
    public enum Stages { FOUR, SIX, EIGHT, TEN, TWELVE }

    private static final int MOST = 12;
    /** The highest corner, as a share of the sample rate. */
    private static final float HIGHEST = 0.45f;

    private final Choice<Stages> stages = choice("stages", Stages.FOUR).means("how many all-passes: two to a notch");
    private final Input in = input("in");
    private final Input rate = input("rate").range(0.02, 10, Unit.HERTZ).normally(0.4).logarithmic().means("of the sweep");
    private final Input centre = input("centre").range(50, 8_000, Unit.HERTZ).normally(800).logarithmic().smoothed(0.02)
            .means("the corner that the sweep goes round");
    private final Input depth = input("depth").range(0, 4, Unit.OCTAVES).normally(1.5).smoothed(0.02).means("of the sweep, to either side");
    private final Input feedback = input("feedback").range(-0.95, 0.95, Unit.SHARE).normally(0.3).smoothed(0.02)
            .means("of the last stage to the first");
    private final Input spread = input("spread").range(0, 1, Unit.SHARE).normally(0.25).smoothed(0.02)
            .means("cycles by which the right side is behind in the mix");
    private final Input mix = input("mix").range(0, 1, Unit.SHARE).normally(0.5).smoothed(0.02).means("0 dry, 1 the all-passes alone");
    private final Output out = output("out");
    private final Phase phase = phase();
    private final State last = state();
    private final float[][] passed = new float[MOST][];
    private final float[] corners = new float[BLOCK * LANES];
    private final float[] right = new float[LANES];
    private int count = 4;

    public Phaser() {
        Arrays.setAll(passed, _ -> state().data);
    }

    @Override protected void activate() {
        count = 4 + 2 * stages.value().ordinal();
        right[1] = width() == 2 ? Phase.CYCLE / 2 : 0;
    }

    @Override public void locate(double cycles) {
        Arrays.fill(phase.data, (int) (long) ((cycles - Math.floor(cycles)) * Phase.CYCLE));
    }

    @Override public double tail() {
        return Double.POSITIVE_INFINITY;
    }

    @Override public void generate(int start, int limit) {
        sweep(start, limit);
        float[] x = in.data, b = feedback.data, m = mix.data, y = out.data;
        int dx = in.step, db = feedback.step, dm = mix.step, dy = out.step, stages = count;
        FloatVector one = FloatVector.broadcast(LANE, 1f), fed = FloatVector.fromArray(LANE, last.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector dry = FloatVector.fromArray(LANE, x, i * dx), v = dry.add(fed.mul(FloatVector.fromArray(LANE, b, i * db)));
            FloatVector c = FloatVector.fromArray(LANE, corners, i * LANES), less = one.sub(c), more = c.add(1f);
            // By trapezoidal integration the low-pass is s + G (v - s), the all-pass twice that less the input; c = 2 G - 1.
            for (int k = 0; k < stages; k++) {
                FloatVector s = FloatVector.fromArray(LANE, passed[k], 0), next = c.mul(v).add(less.mul(s));
                more.mul(v).sub(c.mul(s)).intoArray(passed[k], 0);
                v = next;
            }
            fed = v;
            dry.add(v.sub(dry).mul(FloatVector.fromArray(LANE, m, i * dm))).intoArray(y, i * dy);
        }
        fed.intoArray(last.data, 0);
    }

    /** c = (tan w - 1) / (tan w + 1) with w = pi centre 2^(depth wave) / rate. */
    private void sweep(int start, int limit) {
        float[] f = rate.data, a = centre.data, d = depth.data, l = spread.data;
        int df = rate.step, da = centre.step, dd = depth.step, dl = spread.step;
        float perFrame = Phase.CYCLE / sampleRate(), radians = (float) (Math.PI / sampleRate());
        FloatVector half = FloatVector.fromArray(LANE, right, 0), roof = FloatVector.broadcast(LANE, (float) Math.PI * HIGHEST);
        IntVector p = IntVector.fromArray(LANE_INT, phase.data, 0);
        for (int i = start; i < limit; i++) {
            IntVector late = (IntVector) FloatVector.fromArray(LANE, l, i * dl).mul(half).convert(VectorOperators.F2I, 0);
            FloatVector t = ((FloatVector) p.sub(late).sub(late).convert(VectorOperators.I2F, 0)).mul(2 * Phase.TO_CYCLES);
            FloatVector wave = t.sub(t.mul(t.abs())).mul(4f);
            // 2^v as the eighth power of the series of 2^(v / 8), to 2e-5.
            FloatVector r = wave.mul(FloatVector.fromArray(LANE, d, i * dd)).mul(0.125f);
            FloatVector e = r.mul(1.3333558e-3f).add(9.6181291e-3f).mul(r).add(5.5504109e-2f).mul(r).add(0.24022651f).mul(r)
                    .add(0.69314718f).mul(r).add(1f);
            e = e.mul(e);
            e = e.mul(e);
            FloatVector w = e.mul(e).mul(FloatVector.fromArray(LANE, a, i * da)).mul(radians);
            w = w.blend(roof, w.compare(VectorOperators.GT, roof));
            FloatVector ww = w.mul(w), n = ww.sub(105f).mul(ww).add(945f).mul(w), m = ww.mul(15f).sub(420f).mul(ww).add(945f);
            n.sub(m).div(n.add(m)).intoArray(corners, i * LANES);
            p = p.add((IntVector) FloatVector.fromArray(LANE, f, i * df).mul(perFrame).convert(VectorOperators.F2I, 0));
        }
        p.intoArray(phase.data, 0);
    }
}
