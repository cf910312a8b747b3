package org.chronus.modules.oscillators;

import org.chronus.modules.Choice;
import org.chronus.modules.Conversion;
import org.chronus.modules.Input;
import org.chronus.modules.Module;
import org.chronus.modules.NoteSignal;
import org.chronus.modules.Output;
import org.chronus.modules.Phase;
import org.chronus.modules.Unit;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Wavetable oscillator: goes through a {@link WaveSet} of eight cycles, each straight between its samples and to the next cycle, and each with only
 * the partials that are below half the rate (R. Bristow-Johnson, "Wavetable synthesis 101", 1996). Its RMS is 0.5 everywhere in a set.
 */
public final class WavetableOscillator extends Module {
    private static final int FRACTION_BITS = 20, FRACTION = (1 << FRACTION_BITS) - 1;
    /** Of a float: its exponent and the first bit behind the point, which count half octaves. */
    private static final int HALF_OCTAVE_BITS = 22;
    /** Half octaves from the float's zero to the first one of a set. */
    private static final int LOWEST = 2 * (127 - 1 - WaveSet.PITCHES / 2);

    private final Input pitch = input("pitch").range(-24, 136, Unit.NOTE).follows(NoteSignal.PITCH).as(Conversion.FREQUENCY)
            .means("note number, with fraction");
    private final Input tune = input("tune").range(-60, 60, Unit.SEMITONES).smoothed(0.005).as(Conversion.RATIO).means("added to the pitch");
    private final Input position = input("position").range(0, 1, Unit.SHARE).normally(0.5).smoothed(0.005)
            .means("where in the set: from its first cycle to its last");
    private final Choice<WaveSet> set = choice("set", WaveSet.SAW).means("the cycles");
    private final Output out = output("out").means("RMS 0.5, peaks below 3");
    private final Phase phase = phase();
    private final int[] samples = new int[LANES];
    private final float[] between = new float[LANES];
    private final float[] next = new float[LANES];
    private float[] tables;

    @Override protected void activate() {
        tables = set.value().tables();
    }

    @Override public void generate(int start, int limit) {
        float[] f = pitch.data, r = tune.data, s = position.data, y = out.data, t = tables;
        int df = pitch.step, dr = tune.step, ds = position.step, dy = out.step;
        float perFrame = 1 / sampleRate();
        IntVector p = IntVector.fromArray(LANE_INT, phase.data, 0), zero = IntVector.zero(LANE_INT);
        IntVector highest = IntVector.broadcast(LANE_INT, WaveSet.PITCHES - 1), last = IntVector.broadcast(LANE_INT, WaveSet.CYCLES - 2);
        for (int i = start; i < limit; i++) {
            FloatVector dt = FloatVector.fromArray(LANE, f, i * df).mul(FloatVector.fromArray(LANE, r, i * dr)).mul(perFrame);
            IntVector key = dt.reinterpretAsInts().lanewise(VectorOperators.LSHR, HALF_OCTAVE_BITS).sub(LOWEST);
            key = key.blend(zero, key.compare(VectorOperators.LT, 0)).blend(highest, key.compare(VectorOperators.GT, highest));
            FloatVector place = FloatVector.fromArray(LANE, s, i * ds).mul(WaveSet.CYCLES - 1f);
            IntVector cycle = (IntVector) place.convert(VectorOperators.F2I, 0);
            cycle = cycle.blend(zero, cycle.compare(VectorOperators.LT, 0)).blend(last, cycle.compare(VectorOperators.GT, last));
            place.sub((FloatVector) cycle.convert(VectorOperators.I2F, 0)).intoArray(next, 0);
            key.mul(WaveSet.STRIDE).add(cycle).add(p.lanewise(VectorOperators.LSHR, FRACTION_BITS).mul(WaveSet.CYCLES)).intoArray(samples, 0);
            ((FloatVector) p.and(FRACTION).convert(VectorOperators.I2F, 0)).mul(1f / (FRACTION + 1)).intoArray(between, 0);
            for (int lane = 0; lane < LANES; lane++) {
                int at = samples[lane], after = at + WaveSet.CYCLES;
                float here = t[at] + next[lane] * (t[at + 1] - t[at]), there = t[after] + next[lane] * (t[after + 1] - t[after]);
                y[i * dy + lane] = here + between[lane] * (there - here);
            }
            p = p.add((IntVector) dt.mul(Phase.CYCLE).convert(VectorOperators.F2I, 0));
        }
        p.intoArray(phase.data, 0);
    }
}
