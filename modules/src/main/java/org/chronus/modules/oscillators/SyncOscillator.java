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
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Hard sync: a sawtooth or square at an interval above the note, that begins anew with each cycle of the note (E. Brandt, "Hard sync without
 * aliasing", 2001). Each jump, those of the new beginnings included, is a step of limited bandwidth at its very place between two frames.
 *
 * <p>A part of a cycle is not symmetrical: its mean over the note's cycle is taken away, so that no interval makes DC.
 */
public final class SyncOscillator extends Module {
    /** What is synchronized. */
    public enum Wave { SAW, SQUARE }

    private static final int START = 1 << 31;
    /** The fastest slave, of a cycle per frame. */
    private static final float FASTEST = 0.47f * Phase.CYCLE;
    /** Adding and subtracting it rounds to whole cycles. */
    private static final float ROUND = 0x1.8p23f;

    private final Input pitch = input("pitch").range(-24, 136, Unit.NOTE).follows(NoteSignal.PITCH).as(Conversion.FREQUENCY)
            .means("note number, with fraction");
    private final Input tune = input("tune").range(-60, 60, Unit.SEMITONES).smoothed(0.005).as(Conversion.RATIO).means("added to the pitch");
    private final Input above = input("slave").range(0, 60, Unit.SEMITONES).normally(7).smoothed(0.005).as(Conversion.RATIO)
            .means("how far the slave is above the note: move it for the sound of sync");
    private final Choice<Wave> wave = choice("wave", Wave.SAW).means("the slave: sawtooth or square");
    private final Output out = output("out").means("-1 to 1 and, without DC, a third more to one side");
    private final Phase master = phase();
    private final Phase slave = phase();
    private final StepCorrections corrections = new StepCorrections();
    private final int[] masters = new int[(BLOCK + 1) * LANES];
    private final int[] slaves = new int[(BLOCK + 1) * LANES];
    private final float[] advances = new float[BLOCK * LANES];
    private final float[] ratios = new float[BLOCK * LANES];
    private final long[] events = new long[BLOCK];

    @Override protected void renew() {
        corrections.clear();
    }

    @Override protected void reset(int lane) {
        corrections.reset(lane);
    }

    @Override public void generate(int start, int limit) {
        corrections.begin(start);
        walk(start, limit);
        if (wave.value() == Wave.SAW) {
            jump(start, limit, false);
            saw(start, limit);
        } else {
            jump(start, limit, true);
            square(start, limit);
        }
        System.arraycopy(masters, limit * LANES, master.data, 0, LANES);
        System.arraycopy(slaves, limit * LANES, slave.data, 0, LANES);
    }

    /** Both phases at every frame, and the lanes in which something jumps before the next. */
    private void walk(int start, int limit) {
        float[] f = pitch.data, r = tune.data, v = above.data;
        int df = pitch.step, dr = tune.step, dv = above.step;
        float cyclesPerFrame = Phase.CYCLE / sampleRate();
        FloatVector fastest = FloatVector.broadcast(LANE, FASTEST);
        IntVector p = IntVector.fromArray(LANE_INT, master.data, 0), q = IntVector.fromArray(LANE_INT, slave.data, 0);
        p.intoArray(masters, start * LANES);
        q.intoArray(slaves, start * LANES);
        for (int i = start; i < limit; i++) {
            FloatVector advance = FloatVector.fromArray(LANE, f, i * df).mul(FloatVector.fromArray(LANE, r, i * dr)).mul(cyclesPerFrame);
            advance = advance.blend(fastest, advance.compare(VectorOperators.GT, fastest));
            FloatVector faster = advance.mul(FloatVector.fromArray(LANE, v, i * dv));
            faster = faster.blend(fastest, faster.compare(VectorOperators.GT, fastest));
            FloatVector ratio = faster.div(advance);
            IntVector next = p.add((IntVector) advance.convert(VectorOperators.F2I, 0));
            IntVector free = q.add((IntVector) faster.convert(VectorOperators.F2I, 0));
            VectorMask<Integer> reset = next.lanewise(VectorOperators.XOR, START).compare(VectorOperators.LT, p.lanewise(VectorOperators.XOR, START));
            // A change of the topmost bit is an edge of the square, and downwards a jump of the sawtooth.
            events[i] = reset.or(free.lanewise(VectorOperators.XOR, q).compare(VectorOperators.LT, 0)).toLong();
            faster.intoArray(advances, i * LANES);
            ratio.intoArray(ratios, i * LANES);
            p = next;
            q = free.blend((IntVector) ((FloatVector) next.convert(VectorOperators.I2F, 0)).mul(ratio).convert(VectorOperators.F2I, 0), reset);
            p.intoArray(masters, (i + 1) * LANES);
            q.intoArray(slaves, (i + 1) * LANES);
        }
    }

    /** Notes the steps: first the slave's own, then, where the master comes round, the new beginning. */
    private void jump(int start, int limit, boolean isSquare) {
        for (int i = start; i < limit; i++) {
            for (long lanes = events[i]; lanes != 0; lanes &= lanes - 1) {
                int lane = Long.numberOfTrailingZeros(lanes), at = i * LANES + lane, after = masters[at + LANES];
                boolean reset = Integer.compareUnsigned(after, masters[at]) < 0;
                float advance = advances[at], before = reset ? after * ratios[at] / advance : 0;
                double from = Integer.toUnsignedLong(slaves[at]) * 0x1p-32, to = from + (1.0 - before) * advance * 0x1p-32;
                if (isSquare && from < 0.5 && to >= 0.5) {
                    corrections.step(lane, i + 1, before + (float) (to - 0.5) * Phase.CYCLE / advance, -2);
                }
                if (to >= 1) {
                    to -= 1;
                    corrections.step(lane, i + 1, before + (float) to * Phase.CYCLE / advance, isSquare ? 2 : -2);
                }
                if (reset && !(isSquare && to < 0.5)) {
                    corrections.step(lane, i + 1, before, isSquare ? 2 : (float) (-2 * to));
                }
            }
        }
    }

    private void saw(int start, int limit) {
        float[] c = corrections.pending(), y = out.data;
        int dy = out.step;
        FloatVector late = FloatVector.broadcast(LANE, -2 * StepTable.DELAY * Phase.TO_CYCLES), zero = FloatVector.zero(LANE);
        for (int i = start; i < limit; i++) {
            FloatVector ratio = FloatVector.fromArray(LANE, ratios, i * LANES), part = ratio.sub(ratio.add(ROUND).sub(ROUND)).abs();
            FloatVector mean = part.sub(part.mul(part)).div(ratio);
            ((FloatVector) IntVector.fromArray(LANE_INT, slaves, i * LANES).lanewise(VectorOperators.XOR, START).convert(VectorOperators.I2F, 0))
                    .mul(2 * Phase.TO_CYCLES).add(FloatVector.fromArray(LANE, advances, i * LANES).mul(late)).add(mean)
                    .add(FloatVector.fromArray(LANE, c, i * LANES)).intoArray(y, i * dy);
            zero.intoArray(c, i * LANES);
        }
    }

    private void square(int start, int limit) {
        float[] c = corrections.pending(), y = out.data;
        int dy = out.step;
        FloatVector high = FloatVector.broadcast(LANE, 1f), low = high.neg(), zero = FloatVector.zero(LANE);
        for (int i = start; i < limit; i++) {
            FloatVector ratio = FloatVector.fromArray(LANE, ratios, i * LANES), part = ratio.sub(ratio.add(ROUND).sub(ROUND)).abs();
            high.blend(low, IntVector.fromArray(LANE_INT, slaves, i * LANES).compare(VectorOperators.LT, 0).cast(LANE)).sub(part.div(ratio))
                    .add(FloatVector.fromArray(LANE, c, i * LANES)).intoArray(y, i * dy);
            zero.intoArray(c, i * LANES);
        }
    }
}
