package org.chronus.modules.effects.modulation;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.Output;
import org.chronus.modules.Phase;
import org.chronus.modules.Unit;
import org.chronus.modules.effects.HalfBandDesign;

/**
 * Frequency shifter: moves every partial by the same number of Hz, which makes harmonic sounds clangorous (H. Bode, "The multiplier-type
 * ring modulator", 1967, and Bode and R. Moog, "A high-accuracy frequency shifter", 1972). Two chains of all-passes make two copies a
 * quarter of a cycle apart, and a sine and a cosine multiply them: of the two sidebands their sum has the upper one alone, their difference
 * the lower.
 */
public final class FrequencyShifter extends Module {
    private static final int SECTIONS = 6, CHAIN = (SECTIONS + 1) * LANES;
    /** Hz from which on, and below half the sample rate, the other sideband is gone. */
    private static final double EDGE = 20;
    private static final float INAUDIBLE = 1e-20f;

    private final Input in = input("in");
    private final Input shift = input("shift").range(-5_000, 5_000, Unit.HERTZ).normally(5).smoothed(0.02).means("added to every partial");
    private final Input mix = input("mix").range(0, 1, Unit.SHARE).normally(1).smoothed(0.02).means("0 dry, 1 the shifted sound alone");
    private final Output out = output("out").means("shifted up");
    private final Output down = output("down").means("shifted down by as much");
    private final Phase phase = phase();
    /** By parity of the frame, chain and section: its input two frames ago, which is what the section before it gave. */
    private final float[] before = new float[4 * CHAIN];
    private final float[] first = new float[SECTIONS];
    private final float[] second = new float[SECTIONS];
    private final float[] late = new float[LANES];
    private int parity;

    @Override protected void activate() {
        float[] coefficients = HalfBandDesign.coefficients(2 * SECTIONS, EDGE / sampleRate());
        for (int k = 0; k < SECTIONS; k++) {
            first[k] = coefficients[2 * k];
            second[k] = coefficients[2 * k + 1];
        }
    }

    @Override protected void reset(int lane) {
        for (int i = lane; i < before.length; i += LANES) {
            before[i] = 0;
        }
        late[lane] = 0;
    }

    @Override public double tail() {
        return Double.POSITIVE_INFINITY;
    }

    @Override public void generate(int start, int limit) {
        if (start == 0) {
            flushChains();
        }
        float[] x = in.data, f = shift.data, m = mix.data, u = out.data, d = down.data;
        int dx = in.step, df = shift.step, dm = mix.step, du = out.step, dd = down.step;
        float perFrame = Phase.CYCLE / sampleRate();
        FloatVector one = FloatVector.broadcast(LANE, 1f), waiting = FloatVector.fromArray(LANE, late, 0);
        IntVector p = IntVector.fromArray(LANE_INT, phase.data, 0);
        for (int i = start; i < limit; i++) {
            FloatVector dry = FloatVector.fromArray(LANE, x, i * dx), a = dry, b = dry;
            int at = parity * 2 * CHAIN;
            for (int k = 0; k < SECTIONS; k++, at += LANES) {
                FloatVector a2 = FloatVector.fromArray(LANE, before, at), b2 = FloatVector.fromArray(LANE, before, at + CHAIN);
                FloatVector ya = a.add(FloatVector.fromArray(LANE, before, at + LANES)).mul(first[k]).sub(a2);
                FloatVector yb = b.add(FloatVector.fromArray(LANE, before, at + CHAIN + LANES)).mul(second[k]).sub(b2);
                a.intoArray(before, at);
                b.intoArray(before, at + CHAIN);
                a = ya;
                b = yb;
            }
            a.intoArray(before, at);
            b.intoArray(before, at + CHAIN);
            parity ^= 1;
            FloatVector s = ((FloatVector) p.convert(VectorOperators.I2F, 0)).mul(2 * Phase.TO_CYCLES), z = s.mul(s);
            FloatVector c = s.abs().sub(0.5f).neg(), cc = c.mul(c);
            FloatVector sin = z.mul(0.0059732933f).sub(0.074459372f).mul(z).add(0.52378046f).mul(z).sub(2.0260838f).mul(z).add(3.1415913f)
                    .mul(s).mul(one.sub(z));
            FloatVector cos = cc.mul(0.0059732933f).sub(0.074459372f).mul(cc).add(0.52378046f).mul(cc).sub(2.0260838f).mul(cc)
                    .add(3.1415913f).mul(c).mul(one.sub(cc));
            FloatVector real = waiting.mul(cos), imaginary = a.mul(sin), wet = FloatVector.fromArray(LANE, m, i * dm);
            waiting = b;
            dry.add(real.add(imaginary).sub(dry).mul(wet)).intoArray(u, i * du);
            dry.add(real.sub(imaginary).sub(dry).mul(wet)).intoArray(d, i * dd);
            p = p.add((IntVector) FloatVector.fromArray(LANE, f, i * df).mul(perFrame).convert(VectorOperators.F2I, 0));
        }
        p.intoArray(phase.data, 0);
        waiting.intoArray(late, 0);
    }

    /** Zeroes what would decay into denormal numbers. */
    private void flushChains() {
        for (int i = 0; i < before.length; i += LANES) {
            FloatVector values = FloatVector.fromArray(LANE, before, i);
            values.blend(0f, values.abs().lt(INAUDIBLE)).intoArray(before, i);
        }
    }
}
